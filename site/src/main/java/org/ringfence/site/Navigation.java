package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

    /** Stands for the pages outside of all groups. */
    private static final TocEntry NO_GROUP = new TocEntry("", "", List.of());

    private final Guidance guidance;
    private final Places places;
    private final List<TocEntry> toc;
    private final Map<String, List<TocEntry>> ways = new HashMap<>();
    private final Map<TocEntry, List<NavItem>> branches = new IdentityHashMap<>();
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
     * Returns the navigation of a page. Pages of the same group share it.
     *
     * @param topicId the topic on it, or empty
     */
    List<NavItem> around(String topicId) {
        List<TocEntry> way = topicId.isEmpty() ? List.of() : ways.getOrDefault(topicId, List.of());
        TocEntry group = NO_GROUP;
        for (TocEntry step : way) {
            group = step.children().isEmpty() ? group : step;
        }
        synchronized (branches) {
            return branches.computeIfAbsent(group, x -> items(toc, way));
        }
    }

    private List<NavItem> items(List<TocEntry> entries, List<TocEntry> way) {
        List<NavItem> items = new ArrayList<>();
        for (TocEntry entry : entries) {
            boolean onWay = way.stream().anyMatch(step -> step == entry);
            if (entry.children().isEmpty() || !(whole || onWay)) {
                boolean own = !entry.topicId().isEmpty();
                items.add(leaf(entry.title(), first(entry), own));
                continue;
            }
            List<NavItem> children = new ArrayList<>();
            if (!entry.topicId().isEmpty()) {
                children.add(leaf("Overview", entry.topicId(), true));
            }
            children.addAll(items(entry.children(), way));
            items.add(new NavItem(entry.title(), "", false, onWay, children));
        }
        return items;
    }

    private NavItem leaf(String title, String target, boolean own) {
        return new NavItem(title, places.topic(target).orElse(""), own, false, List.of());
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
