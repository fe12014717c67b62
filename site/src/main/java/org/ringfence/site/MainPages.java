package org.ringfence.site;

import java.util.List;
import java.util.Set;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.site.html.Fragment;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.RuleView;
import org.ringfence.site.html.Views;

/** The start page, the lists, the coverage, and the pages of rules. */
final class MainPages {
    private static final String ABOUT =
            "Security guidance for Windows drivers, and the rules that check it.";

    private final Catalog catalog;
    private final TopicPages topics;
    private final RuleViews rules;
    private final Frames frames;
    private final Html html;

    MainPages(Catalog catalog, TopicPages topics, RuleViews rules, Frames frames, Html html) {
        this.catalog = catalog;
        this.topics = topics;
        this.rules = rules;
        this.frames = frames;
        this.html = html;
    }

    String home() {
        var areas = topics.areas(Places.HOME);
        return catalog.guidance()
                .topic(Places.OVERVIEW)
                .map(topic -> home(topic, areas))
                .orElseGet(
                        () ->
                                html.home(
                                        frames.page(Places.HOME, "", "Ringfence", ABOUT, List.of()),
                                        new Views.HomeView(
                                                ABOUT, Fragment.EMPTY, areas, totals())));
    }

    private String home(Topic topic, List<Views.Area> areas) {
        Fragment body = topics.body(topic, Places.HOME);
        var frame = frames.topic(topic, Places.HOME, TopicPages.outline(topic, body));
        return html.home(frame, new Views.HomeView(topic.summary(), body, areas, totals()));
    }

    String topics() {
        var areas = topics.areas(Places.TOPICS);
        return html.topics(
                frames.page(
                        Places.TOPICS,
                        "topics",
                        "Topics",
                        "All guidance by area, and whether rules check it.",
                        outline(areas)),
                areas);
    }

    String rules() {
        return html.rules(
                frames.page(
                        Places.RULES,
                        "rules",
                        "Rules",
                        "Everything that can be checked, the worst first.",
                        List.of()),
                lines(catalog.rules(), Places.RULES));
    }

    String rule(Catalog.Listed listed, String page) {
        RuleView view = rules.full(listed, page, new java.util.HashSet<>(Set.of()));
        var frame =
                frames.rule(
                        page,
                        RuleViews.title(listed.rule()),
                        listed.rule().wording().hint(),
                        List.of());
        return html.rule(frame, view);
    }

    String coverage() {
        var areas =
                topics.areas(Places.COVERAGE).stream()
                        .map(Views.Area::toBeChecked)
                        .filter(area -> !area.topics().isEmpty())
                        .toList();
        return html.coverage(
                frames.page(
                        Places.COVERAGE,
                        "coverage",
                        "Coverage",
                        "Which guidance rules check, how many tests prove them, and what is open.",
                        outline(areas)),
                new Views.CoverageView(totals(), areas, lines(catalog.orphans(), Places.COVERAGE)));
    }

    String notFound() {
        return html.notFound(frames.page(Places.NOT_FOUND, "", "Page not found", "", List.of()));
    }

    private List<Views.RuleLine> lines(List<Catalog.Listed> listed, String page) {
        return listed.stream().map(rule -> rules.line(rule, page)).toList();
    }

    private static List<Heading> outline(List<Views.Area> areas) {
        return areas.stream().map(area -> new Heading(area.title(), area.anchor(), 2)).toList();
    }

    private Views.Totals totals() {
        List<Topic> counted =
                catalog.topics().stream().filter(topic -> !catalog.overview(topic)).toList();
        return new Views.Totals(
                counted.size(),
                count(counted, Views.State.CHECKED),
                count(counted, Views.State.NOT_CHECKABLE),
                count(counted, Views.State.OPEN),
                catalog.rules().size(),
                tests(Rule.Example.Kind.BAD),
                tests(Rule.Example.Kind.GOOD));
    }

    private int count(List<Topic> topics, Views.State state) {
        return (int) topics.stream().filter(topic -> catalog.state(topic) == state).count();
    }

    private int tests(Rule.Example.Kind kind) {
        return catalog.rules().stream()
                .mapToInt(listed -> RuleViews.passing(listed.rule(), kind))
                .sum();
    }
}
