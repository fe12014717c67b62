package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.site.html.Fragment;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.RuleView;
import org.ringfence.site.html.Views;

/** The start page, the lists, the coverage, and the pages of rules. */
final class MainPages {
    private static final String ABOUT =
            "Security guidance for Windows drivers, and the rules that check it.";

    private final Parts parts;
    private final TopicPages topics;
    private final Html html;

    MainPages(Parts parts, TopicPages topics, Html html) {
        this.parts = parts;
        this.topics = topics;
        this.html = html;
    }

    String home() {
        var areas = topics.areas(Places.HOME);
        return parts.catalog()
                .guidance()
                .topic(Places.OVERVIEW)
                .map(topic -> home(topic, areas))
                .orElseGet(
                        () ->
                                html.home(
                                        parts.frames()
                                                .main(
                                                        Places.HOME,
                                                        new Frames.Title("", "Ringfence", ABOUT),
                                                        List.of()),
                                        new Views.HomeView(
                                                ABOUT, Fragment.EMPTY, areas, totals())));
    }

    private String home(Topic topic, List<Views.Area> areas) {
        Fragment body = topics.body(topic, Places.HOME);
        String text = parts.places().topicText(topic).orElse("");
        var outline = TopicPages.outline(topic, body);
        var frame = parts.frames().topic(topic, Places.HOME, text, outline);
        return html.home(frame, new Views.HomeView(topic.summary(), body, areas, totals()));
    }

    String topics() {
        var areas = topics.areas(Places.TOPICS);
        return html.topics(
                parts.frames()
                        .main(
                                Places.TOPICS,
                                new Frames.Title(
                                        "topics",
                                        "Topics",
                                        "All guidance by area, and whether rules check it."),
                                outline(areas)),
                areas);
    }

    String rules() {
        return html.rules(
                parts.frames()
                        .main(
                                Places.RULES,
                                new Frames.Title(
                                        "rules",
                                        "Rules",
                                        "Everything that can be checked, the worst first."),
                                List.of()),
                lines(parts.catalog().rules(), Places.RULES));
    }

    String rule(Catalog.Listed listed, String page) {
        RuleView view = parts.rules().full(listed, page, new HashSet<>());
        var frame =
                parts.frames()
                        .rule(
                                page,
                                new Frames.Title(
                                        "rules",
                                        RuleViews.title(listed.rule()),
                                        listed.rule().wording().hint()),
                                outline(view));
        return html.rule(frame, view);
    }

    /** Returns the page of a rule that another one replaced: it leads on to that one. */
    String moved(Catalog.Listed listed, String page, String target) {
        var title = new Frames.Title("rules", RuleViews.title(listed.rule()), "");
        String id = listed.rule().classification().replacedBy();
        return html.moved(
                parts.frames().rule(page, title, List.of()),
                new Ref(id, Places.href(page, target)));
    }

    private static List<Heading> outline(RuleView rule) {
        List<Heading> outline = new ArrayList<>();
        outline.add(new Heading("What it flags", "flags", 2));
        if (rule.words().remedy()) {
            outline.add(new Heading("How to put it right", "fix", 2));
        }
        if (!rule.examples().avoid().isEmpty()) {
            outline.add(new Heading("Avoid", "avoid", 2));
        }
        if (!rule.examples().prefer().isEmpty()) {
            outline.add(new Heading("Prefer", "prefer", 2));
        }
        if (!rule.facts().parameters().isEmpty()) {
            outline.add(new Heading("Configure", "configure", 2));
        }
        outline.add(new Heading("Check your driver", "run", 2));
        return outline;
    }

    String coverage() {
        var areas =
                topics.areas(Places.COVERAGE).stream()
                        .map(Views.Area::toBeChecked)
                        .filter(area -> !area.topics().isEmpty())
                        .toList();
        return html.coverage(
                parts.frames()
                        .main(
                                Places.COVERAGE,
                                new Frames.Title(
                                        "coverage",
                                        "Coverage",
                                        "Which guidance rules check, how many tests prove them, and what is open."),
                                outline(areas)),
                new Views.CoverageView(
                        totals(), areas, lines(parts.catalog().orphans(), Places.COVERAGE)));
    }

    String releases(String changelog) {
        var releases = ReleaseNotes.of(changelog);
        var title = new Frames.Title("", "Release notes", "What changed for people who use it.");
        var outline = releases.stream().map(Views.Release::heading).toList();
        return html.releases(parts.frames().main(Places.RELEASES, title, outline), releases);
    }

    String notFound() {
        return html.notFound(
                parts.frames()
                        .main(
                                Places.NOT_FOUND,
                                new Frames.Title("", "Page not found", ""),
                                List.of()));
    }

    private List<Views.RuleLine> lines(List<Catalog.Listed> listed, String page) {
        return listed.stream().map(rule -> parts.rules().line(rule, page)).toList();
    }

    private static List<Heading> outline(List<Views.Area> areas) {
        return areas.stream().map(area -> new Heading(area.title(), area.anchor(), 2)).toList();
    }

    private Views.Totals totals() {
        List<Topic> counted =
                parts.catalog().topics().stream()
                        .filter(topic -> !parts.catalog().overview(topic))
                        .toList();
        return new Views.Totals(
                counted.size(),
                count(counted, Views.State.CHECKED),
                count(counted, Views.State.NOT_CHECKABLE),
                count(counted, Views.State.OPEN),
                parts.catalog().rules().size(),
                tests(Rule.Example.Kind.BAD),
                tests(Rule.Example.Kind.GOOD));
    }

    private int count(List<Topic> topics, Views.State state) {
        return (int) topics.stream().filter(topic -> parts.catalog().state(topic) == state).count();
    }

    private int tests(Rule.Example.Kind kind) {
        return parts.catalog().rules().stream()
                .mapToInt(listed -> RuleViews.passing(listed.rule(), kind))
                .sum();
    }
}
