package org.ringfence.kb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All the guidance there is: topics, table of contents, and what is wrong with them. Immutable; the
 * same pages give the same value, in the same order.
 *
 * <pre>{@code
 * Guidance guidance = GuidanceReader.read(Path.of("docs"));
 * guidance.topic("ioctl/ioctl-access-bits").ifPresent(topic -> System.out.println(topic.title()));
 * guidance.flaws().forEach(System.out::println);
 * }</pre>
 */
public final class Guidance {

    private final List<Topic> topics;
    private final List<TocEntry> toc;
    private final List<Flaw> flaws;
    private final SortedMap<String, String> moved;
    private final Map<String, Topic> byId;

    private Guidance(
            List<Topic> topics, List<TocEntry> toc, List<Flaw> flaws, Map<String, String> moved) {
        this.topics = List.copyOf(topics);
        this.toc = List.copyOf(toc);
        this.flaws = List.copyOf(flaws);
        this.moved = Collections.unmodifiableSortedMap(new TreeMap<>(moved));
        this.byId = new HashMap<>();
        topics.forEach(topic -> byId.put(topic.id(), topic));
    }

    /**
     * Puts the parts in order and adds the flaws that only the whole shows: duplicates, orphans,
     * missing summaries. Of topics with the same id the first by path is kept.
     */
    public static Guidance of(List<Topic> topics, List<TocEntry> toc, List<Flaw> flaws) {
        return of(topics, toc, flaws, Map.of());
    }

    /**
     * Like {@link #of(List, List, List)}, and knows the ids of topics by the paths that their pages
     * once had.
     */
    public static Guidance of(
            List<Topic> topics, List<TocEntry> toc, List<Flaw> flaws, Map<String, String> moved) {
        var found = new ArrayList<>(flaws);
        var unique = Consistency.unique(topics, found);
        var ranks = ranks(toc);
        var ordered = new ArrayList<>(unique);
        ordered.sort(
                Comparator.comparingInt(
                                (Topic topic) -> ranks.getOrDefault(topic.id(), Integer.MAX_VALUE))
                        .thenComparing(Topic::path));
        Consistency.check(
                ordered, toc.isEmpty() ? Optional.empty() : Optional.of(ranks.keySet()), found);
        found.sort(null);
        return new Guidance(ordered, toc, found, moved);
    }

    /**
     * Returns the topics in the order of the table of contents, those it does not name by path
     * after them.
     */
    public List<Topic> topics() {
        return topics;
    }

    /** Returns the topic with exactly this id. */
    public Optional<Topic> topic(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Returns the id that a reader most likely meant; empty when nothing comes near or the id
     * exists.
     */
    public Optional<String> nearest(String id) {
        return byId.containsKey(id) ? Optional.empty() : NearMiss.of(id, byId.keySet());
    }

    /** Returns the table of contents; empty when there is none. */
    public List<TocEntry> toc() {
        return toc;
    }

    /** Returns what is wrong, by path and position. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** Returns the id of the topic that took the place of a page, by the path it once had. */
    public SortedMap<String, String> moved() {
        return moved;
    }

    private static Map<String, Integer> ranks(List<TocEntry> toc) {
        var ranks = new LinkedHashMap<String, Integer>();
        toc.forEach(entry -> rank(entry, ranks));
        return ranks;
    }

    private static void rank(TocEntry entry, Map<String, Integer> ranks) {
        if (!entry.topicId().isEmpty()) {
            ranks.putIfAbsent(entry.topicId(), ranks.size());
        }
        entry.children().forEach(child -> rank(child, ranks));
    }
}
