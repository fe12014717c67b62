package org.ringfence.cli.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.check.Finding;
import org.ringfence.check.Report;
import org.ringfence.cli.desk.Code;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Found;
import org.ringfence.cli.desk.Wish;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.kb.search.Hit;
import org.ringfence.site.Examples;
import org.ringfence.site.ServicePages;
import org.ringfence.site.html.ServiceViews;

/** The pages that are made for each request: search, and trying the rules on a text. */
final class Pages {
    private static final int RESULTS = 20;

    /** Asks for that part of a page that changes. */
    private static final String PART = "part";

    private final Desk desk;
    private final ServicePages pages;
    private final Checks checks;

    Pages(Desk desk, ServicePages pages, Checks checks) {
        this.desk = desk;
        this.pages = pages;
        this.checks = checks;
    }

    void add(RoutesConfig routes) {
        routes.get("/search", context -> lead(context, Routes.SEARCH_PAGE));
        routes.get(Routes.SEARCH_PAGE, this::search);
        routes.get("/try", context -> lead(context, Routes.TRY_PAGE));
        routes.get(Routes.TRY_PAGE, context -> html(context, page("", desk.kinds().get(0))));
        routes.post(Routes.TRY_PAGE, this::check);
    }

    /** Pages lead to others by relative addresses, so each has one address only. */
    private static void lead(Context context, String page) {
        String asked = context.queryString();
        context.redirect(asked == null ? page : page + "?" + asked, HttpStatus.MOVED_PERMANENTLY);
    }

    private static void html(Context context, String page) {
        context.header("Cache-Control", "no-store").html(page);
    }

    private static boolean part(Context context) {
        return "results".equals(context.queryParam(PART));
    }

    private void search(Context context) throws IOException {
        Parameters asked = new Parameters(context);
        String text = asked.text("q");
        boolean ruled = asked.text("ruled").equals("true");
        var query = new ServicePages.Query(text, asked.text("area"), ruled, desk.areas());
        List<ServicePages.Answer> answers = List.of();
        String problem = "";
        if (!text.isBlank()) {
            try {
                answers =
                        desk.search(new Wish(text, RESULTS, query.area(), ruled)).stream()
                                .map(Pages::answer)
                                .toList();
            } catch (Wrong e) {
                context.status(HttpStatus.BAD_REQUEST);
                problem = e.getMessage();
            }
        }
        html(
                context,
                part(context)
                        ? pages.results(query, answers, problem)
                        : pages.search(query, answers, problem));
    }

    private static ServicePages.Answer answer(Found found) {
        Hit hit = found.hit();
        return new ServicePages.Answer(
                hit.topicId(),
                hit.title(),
                hit.anchor(),
                hit.heading(),
                found.area(),
                hit.passages().stream().limit(1).flatMap(p -> pieces(p).stream()).toList(),
                found.rules());
    }

    private static List<ServiceViews.Piece> pieces(Hit.Passage passage) {
        List<ServiceViews.Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Hit.Range range : passage.highlights()) {
            pieces.add(
                    new ServiceViews.Piece(passage.text().substring(done, range.start()), false));
            pieces.add(
                    new ServiceViews.Piece(
                            passage.text().substring(range.start(), range.end()), true));
            done = range.end();
        }
        pieces.add(new ServiceViews.Piece(passage.text().substring(done), false));
        return pieces;
    }

    private ServicePages.Pasted pasted(String text, String kind) {
        return new ServicePages.Pasted(text, kind, desk.kinds(), Code.LONGEST);
    }

    private String page(String text, String kind) {
        return pages.tryIt(pasted(text, kind), ServicePages.Checked.NOTHING);
    }

    private void check(Context context) throws InterruptedException {
        String text = Optional.ofNullable(context.formParam("text")).orElse("");
        String kind = Optional.ofNullable(context.formParam("kind")).orElse("");
        var pasted = pasted(text, kind);
        ServicePages.Checked checked;
        try {
            Code code = new Code(kind, text);
            checked = checked(checks.check(code), meanings(code));
        } catch (Wrong e) {
            context.status(Service.status(e));
            checked = ServicePages.Checked.refused(e.getMessage());
        } catch (Checks.Busy e) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
            checked = ServicePages.Checked.refused(e.getMessage());
        }
        html(
                context,
                part(context) ? pages.checked(pasted, checked) : pages.tryIt(pasted, checked));
    }

    private List<ServiceViews.Meaning> meanings(Code code) {
        return desk.meanings(code).stream()
                .map(meaning -> new ServiceViews.Meaning(meaning.written(), meaning.words()))
                .toList();
    }

    private static ServicePages.Checked checked(
            Report report, List<ServiceViews.Meaning> meanings) {
        List<String> notes = new ArrayList<>();
        report.skipped().forEach(skipped -> notes.add("Not checked: " + skipped.reason()));
        report.givenUp()
                .forEach(up -> notes.add("Not finished: rule " + up.rule() + ", " + up.reason()));
        int all = report.findings().size();
        if (all > Desk.MOST_FINDINGS) {
            notes.add("Only the first " + Desk.MOST_FINDINGS + " findings are shown.");
        }
        List<ServicePages.Flagged> flagged =
                Desk.bounded(report).findings().stream().map(Pages::flagged).toList();
        String outcome =
                all == 0
                        ? "No findings with " + report.rules().size() + " rules"
                        : all == 1 ? "1 finding" : all + " findings";
        return new ServicePages.Checked(flagged, outcome, meanings, notes);
    }

    private static ServicePages.Flagged flagged(Finding finding) {
        return new ServicePages.Flagged(finding.rule().id(), Examples.Mark.of(finding));
    }
}
