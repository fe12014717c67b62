package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.NavItem;
import org.ringfence.site.html.Ref;

/**
 * The table of contents as each page shows it. A large one is cut to the branch of the page, since
 * otherwise a site would grow with the square of its topics.
 */
final class Navigation {
    private static final int WHOLE = 400;

    private final Guidance guidance;
    private final Places places;
    private final List<TocEntry> toc;
    private final Map<String, List<TocEntry>> ways = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final boolean whole;

    Navigation(Guidance guidance, Places places) {
        this.guidance = guidance;
        this.places = places;
        this.toc =
                guidance.toc().isEmpty()
                        ? guidance.topics().stream()
                                .map(topic -> new TocEntry(topic.title(), topic.id(), List.of()))
                                .toList()
                        : guidance.toc();
        int entries = 0;
        for (TocEntry entry : toc) {
            entries += walk(entry, List.of());
        }
        this.whole = entries <= WHOLE;
        for (Topic topic : guidance.topics()) {
            ranks.put(topic.id(), ranks.size());
        }
    }

    private int walk(TocEntry entry, List<TocEntry> above) {
        List<TocEntry> way = new ArrayList<>(above);
        way.add(entry);
        ways.putIfAbsent(entry.topicId(), List.copyOf(way));
        return 1 + entry.children().stream().mapToInt(child -> walk(child, way)).sum();
    }

    /**
     * Returns the navigation of a page.
     *
     * @param page its path below the root of the site
     * @param topicId the topic on it, or empty
     */
    List<NavItem> around(String page, String topicId) {
        List<TocEntry> way = topicId.isEmpty() ? List.of() : ways.getOrDefault(topicId, List.of());
        return items(toc, way, page, topicId);
    }

    private List<NavItem> items(
            List<TocEntry> entries, List<TocEntry> way, String page, String topicId) {
        List<NavItem> items = new ArrayList<>();
        for (TocEntry entry : entries) {
            boolean onWay = way.stream().anyMatch(step -> step == entry);
            if (entry.children().isEmpty() || !(whole || onWay)) {
                items.add(leaf(entry, first(entry), page, topicId));
                continue;
            }
            List<NavItem> children = new ArrayList<>();
            if (!entry.topicId().isEmpty()) {
                var overview = new TocEntry("Overview", entry.topicId(), List.of());
                children.add(leaf(overview, entry.topicId(), page, topicId));
            }
            children.addAll(items(entry.children(), way, page, topicId));
            items.add(new NavItem(new Ref(entry.title(), ""), false, onWay, children));
        }
        return items;
    }

    private NavItem leaf(TocEntry entry, String target, String page, String topicId) {
        boolean current = !topicId.isEmpty() && topicId.equals(entry.topicId());
        return new NavItem(ref(entry.title(), target, page), current, false, List.of());
    }

    /** Returns the topic that a line leads to: its own or the first below it. */
    private static String first(TocEntry entry) {
        if (!entry.topicId().isEmpty()) {
            return entry.topicId();
        }
        return entry.children().stream()
                .map(Navigation::first)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Ref ref(String title, String topicId, String page) {
        return new Ref(title, places.topic(topicId).map(to -> Places.href(page, to)).orElse(""));
    }

    /** Returns the lines above a topic, from the start page on. */
    List<Ref> crumbs(String page, String topicId) {
        List<Ref> crumbs = new ArrayList<>();
        crumbs.add(new Ref("Ringfence", Places.href(page, Places.HOME)));
        List<TocEntry> way = ways.getOrDefault(topicId, List.of());
        for (TocEntry step : way.subList(0, Math.max(0, way.size() - 1))) {
            crumbs.add(ref(step.title(), step.topicId(), page));
        }
        return crumbs;
    }

    /** Returns the topic before (-1) or after (1) another; {@link Ref#NONE} at either end. */
    Ref turn(Topic topic, int step, String page) {
        int rank = ranks.get(topic.id()) + step;
        return rank < 0 || rank >= guidance.topics().size()
                ? Ref.NONE
                : Optional.of(guidance.topics().get(rank))
                        .map(other -> ref(other.title(), other.id(), page))
                        .orElse(Ref.NONE);
    }

    /** Returns the lines right below a topic. */
    List<Ref> below(Topic topic, String page) {
        List<TocEntry> way = ways.getOrDefault(topic.id(), List.of());
        return way.isEmpty()
                ? List.of()
                : way.get(way.size() - 1).children().stream()
                        .map(child -> ref(child.title(), first(child), page))
                        .filter(Ref::leads)
                        .toList();
    }
}
