package org.ringfence.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.CodeLine;
import org.ringfence.site.html.Frame;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.ServiceViews;

/**
 * The pages of a site that a server makes for each request, in the frame of the others: search, and
 * a page to try the rules on a text. May be used by many threads.
 */
public final class ServicePages {
    private static final String TRY_ABOUT =
            "Paste driver code, an INF file or a security descriptor, and see what the rules find.";

    private final Parts parts;
    private final Html html = new Html();

    ServicePages(Parts parts) {
        this.parts = parts;
    }

    /**
     * What was looked for.
     *
     * @param area one of {@code areas}, or empty
     * @param ruled only topics with rules
     */
    public record Query(String text, String area, boolean ruled, List<String> areas) {}

    /**
     * A page that was found.
     *
     * @param anchor of the best section, or empty
     * @param heading of that section, or empty
     */
    public record Answer(
            String topic,
            String title,
            String anchor,
            String heading,
            String area,
            List<ServiceViews.Piece> passage,
            List<String> rules) {}

    /**
     * A text to be checked.
     *
     * @param kind one of {@code kinds}
     * @param longest text that is checked, in UTF-16 units
     */
    public record Pasted(String text, String kind, List<String> kinds, int longest) {}

    /** What a rule says about a text. */
    public record Flagged(String rule, Examples.Mark mark) {}

    /**
     * What came of a check.
     *
     * @param outcome in a few words; empty where nothing was checked
     * @param meanings of the parts of the text, where they are terse
     * @param notes what could not be said, or why nothing was
     */
    public record Checked(
            List<Flagged> findings,
            String outcome,
            List<ServiceViews.Meaning> meanings,
            List<String> notes) {
        public static final Checked NOTHING = refused();

        /** Nothing was checked, for some reasons. */
        public static Checked refused(String... why) {
            return new Checked(List.of(), "", List.of(), List.of(why));
        }
    }

    /** Returns where a topic is, below the root of the site. */
    public Optional<String> topic(String id, String anchor) {
        String fragment = anchor.isEmpty() ? "" : Anchor.href(anchor);
        return parts.places().topic(id).map(page -> page + fragment);
    }

    /** Returns where a rule is, below the root of the site. */
    public Optional<String> rule(String id) {
        return parts.places().rule(id);
    }

    /**
     * Returns the search page.
     *
     * @param problem why there is no answer, or empty
     */
    public String search(Query query, List<Answer> answers, String problem) {
        var title = new Frames.Title("search", "Search", "");
        return html.search(
                parts.frames().main(Places.SEARCH, title, List.of()),
                view(query, answers, problem));
    }

    /** Returns the results of {@link #search} alone, for a page that is there already. */
    public String results(Query query, List<Answer> answers, String problem) {
        return html.results(view(query, answers, problem));
    }

    private ServiceViews.SearchView view(Query query, List<Answer> answers, String problem) {
        return new ServiceViews.SearchView(
                query.text(),
                query.area(),
                query.ruled(),
                query.areas(),
                answers.stream().map(this::result).toList(),
                problem);
    }

    private ServiceViews.Result result(Answer answer) {
        String page =
                topic(answer.topic(), answer.anchor())
                        .map(to -> Places.href(Places.SEARCH, to))
                        .orElse("");
        boolean same = answer.heading().equals(answer.title());
        return new ServiceViews.Result(
                new Ref(answer.title(), page),
                same ? "" : answer.heading(),
                answer.area(),
                answer.passage(),
                answer.rules().stream().map(id -> rule(id, Places.SEARCH)).toList());
    }

    private Ref rule(String id, String page) {
        return new Ref(id, rule(id).map(to -> Places.href(page, to)).orElse(""));
    }

    /** Returns the page to try the rules. */
    public String tryIt(Pasted pasted, Checked checked) {
        return html.tryIt(tryFrame(), view(pasted, checked));
    }

    /** Returns the results of {@link #tryIt} alone, for a page that is there already. */
    public String checked(Pasted pasted, Checked checked) {
        return html.checked(view(pasted, checked));
    }

    /**
     * Returns the page that says that there is none.
     *
     * @param path that was asked for, below the root of the site
     */
    public String notFound(String path) {
        var title = new Frames.Title("", "Page not found", "");
        return html.notFound(parts.frames().main(path, title, List.of()));
    }

    /** Returns the page that stands in the place of {@link #tryIt} where no server is. */
    String unserved() {
        return html.tryIt(
                tryFrame(),
                new ServiceViews.TryView(
                        false, 0, List.of(), "", "", List.of(), "", List.of(), List.of()));
    }

    private Frame tryFrame() {
        return parts.frames()
                .main(Places.TRY, new Frames.Title("try", "Try it", TRY_ABOUT), List.of());
    }

    private ServiceViews.TryView view(Pasted pasted, Checked checked) {
        Map<Integer, List<CodeLine.Note>> notes = new TreeMap<>();
        for (Flagged flagged : checked.findings()) {
            notes.computeIfAbsent(flagged.mark().place().line(), x -> new ArrayList<>())
                    .add(RuleViews.note(rule(flagged.rule(), Places.TRY), flagged.mark()));
        }
        List<CodeLine> lines =
                checked.outcome().isEmpty()
                        ? List.of()
                        : CodeLine.of(pasted.text(), pasted.kind(), parts.colours(), notes);
        return new ServiceViews.TryView(
                true,
                pasted.longest(),
                pasted.kinds(),
                pasted.kind(),
                pasted.text(),
                lines,
                checked.outcome(),
                checked.meanings(),
                checked.notes());
    }
}
