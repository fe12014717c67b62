package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.Fragment;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Inline;
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.RuleView;
import org.ringfence.site.html.Views;

/** Topics: their pages, and how lists show them. */
final class TopicPages {
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");
    private static final int OUTLINE_DEPTH = 3;

    private final Parts parts;

    TopicPages(Parts parts) {
        this.parts = parts;
    }

    String page(Topic topic, String page, Html html) {
        Fragment body = body(topic, page);
        Set<String> taken = new HashSet<>(body.ids());
        taken.add("rf-main");
        List<Heading> outline = new ArrayList<>(outline(topic, body));
        String rulesAnchor = Anchor.unused("rules", taken);
        List<RuleView> shown =
                parts.catalog().rules(topic).stream()
                        .map(rule -> parts.rules().full(rule, page, taken))
                        .toList();
        if (!shown.isEmpty()) {
            outline.add(new Heading("Rules that check this", rulesAnchor, 2));
            shown.forEach(rule -> outline.add(new Heading(rule.page().text(), rule.anchor(), 3)));
        }
        var view =
                new Views.TopicView(
                        topic.summary(),
                        topic.checklist().orElse(""),
                        status(topic),
                        body,
                        rulesAnchor,
                        shown,
                        sources(topic),
                        parts.navigation().below(topic, page));
        String text = parts.places().topicText(topic).orElse("");
        return html.topic(parts.frames().topic(topic, page, text, outline), view);
    }

    Fragment body(Topic topic, String page) {
        return Fragment.of(
                topic.html(parts.places().from(page)),
                id ->
                        parts.places()
                                .rule(id)
                                .map(to -> new Ref(id, Places.href(page, to)))
                                .orElse(Ref.NONE),
                parts.colours());
    }

    /** Returns the headings of the page that its body really has. */
    static List<Heading> outline(Topic topic, Fragment body) {
        return topic.sections().stream()
                .filter(section -> body.ids().contains(section.anchor()))
                .filter(section -> section.level() <= OUTLINE_DEPTH)
                .map(TopicPages::heading)
                .toList();
    }

    private static Heading heading(Section section) {
        return new Heading(section.heading(), section.anchor(), Math.max(2, section.level()));
    }

    Views.Status status(Topic topic) {
        var state = parts.catalog().state(topic);
        var reason =
                state == Views.State.NOT_CHECKABLE
                        ? topic.notCheckable().map(Inline::of).orElse(Inline.EMPTY)
                        : Inline.EMPTY;
        return new Views.Status(state, parts.catalog().overview(topic), reason);
    }

    /** Returns the sources of the front matter, unless the page lists them itself. */
    private static List<Ref> sources(Topic topic) {
        boolean listed =
                topic.sections().stream()
                        .anyMatch(section -> section.heading().equalsIgnoreCase("sources"));
        return listed
                ? List.of()
                : topic.sources().stream()
                        .map(text -> new Ref(text, WEB.matcher(text).matches() ? text : ""))
                        .toList();
    }

    /** Returns all topics by area, as seen from a page. */
    List<Views.Area> areas(String page) {
        Set<String> taken = new HashSet<>(Set.of("rf-main", "rf-orphans"));
        return parts.catalog().areas().stream()
                .map(
                        area ->
                                new Views.Area(
                                        area.title(),
                                        Anchor.unused(area.title(), taken),
                                        area.topics().stream()
                                                .map(topic -> line(topic, page))
                                                .toList()))
                .toList();
    }

    /** Returns a topic as a line of a list. */
    Views.TopicLine line(Topic topic, String page) {
        var ref =
                new Ref(
                        topic.title(),
                        Places.href(page, parts.places().topic(topic.id()).orElse(Places.HOME)));
        return new Views.TopicLine(
                ref,
                topic.summary(),
                status(topic),
                parts.catalog().rules(topic).stream()
                        .map(rule -> parts.rules().line(rule, page))
                        .toList());
    }
}
