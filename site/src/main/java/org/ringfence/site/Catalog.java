package org.ringfence.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;
import org.ringfence.site.html.Views.State;

/** Guidance and rules joined: which rule serves which topic, and which topic has none. */
final class Catalog {
    /** A rule and the number of its pack: two packs may hold the same rule. */
    record Listed(int pack, String packName, Rule rule) {}

    /** Topics that stand together in the table of contents. */
    record Area(String title, List<Topic> topics) {}

    private final Guidance guidance;
    private final List<RulePack> packs;
    private final List<Listed> rules = new ArrayList<>();
    private final Map<String, List<Listed>> byTopic = new HashMap<>();
    private final Set<String> parents = new HashSet<>();

    Catalog(Guidance guidance, List<RulePack> packs) {
        this.guidance = guidance;
        this.packs = List.copyOf(packs);
        for (int i = 0; i < packs.size(); i++) {
            for (Rule rule : packs.get(i).rules()) {
                rules.add(new Listed(i, packs.get(i).name(), rule));
            }
        }
        rules.sort(
                Comparator.comparing((Listed listed) -> listed.rule().classification().severity())
                        .thenComparing(listed -> listed.rule().id())
                        .thenComparing(Listed::pack));
        for (Listed rule : rules) {
            rule.rule().classification().topics().stream()
                    .map(TopicRef::topic)
                    .distinct()
                    .forEach(id -> byTopic.computeIfAbsent(id, x -> new ArrayList<>()).add(rule));
        }
        guidance.toc().forEach(this::findParents);
    }

    private void findParents(TocEntry entry) {
        if (!entry.children().isEmpty()) {
            parents.add(entry.topicId());
        }
        entry.children().forEach(this::findParents);
    }

    Guidance guidance() {
        return guidance;
    }

    List<RulePack> packs() {
        return packs;
    }

    RulePack pack(Listed rule) {
        return packs.get(rule.pack());
    }

    List<Topic> topics() {
        return guidance.topics();
    }

    /** Returns all rules, the worst first. */
    List<Listed> rules() {
        return rules;
    }

    /** Returns the rules of a topic, the worst first. */
    List<Listed> rules(Topic topic) {
        return byTopic.getOrDefault(topic.id(), List.of());
    }

    /** Returns the rules none of whose topics exist. */
    List<Listed> orphans() {
        return rules.stream()
                .filter(
                        listed ->
                                listed.rule().classification().topics().stream()
                                        .noneMatch(ref -> guidance.topic(ref.topic()).isPresent()))
                .toList();
    }

    State state(Topic topic) {
        if (!rules(topic).isEmpty()) {
            return State.CHECKED;
        }
        return topic.notCheckable().isPresent() ? State.NOT_CHECKABLE : State.OPEN;
    }

    /** Says whether a page only leads to those below it, so that there is nothing to check. */
    boolean overview(Topic topic) {
        return state(topic) == State.OPEN
                && (topic.id().equals(Places.OVERVIEW) || parents.contains(topic.id()));
    }

    /**
     * Returns all topics but the start page, each once, by the first line of the table of contents
     * above it.
     */
    List<Area> areas() {
        Map<String, Set<Topic>> areas = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(Set.of(Places.OVERVIEW));
        for (TocEntry entry : guidance.toc()) {
            boolean group = !entry.children().isEmpty();
            collect(
                    entry,
                    seen,
                    areas.computeIfAbsent(
                            group ? entry.title() : "General", title -> new LinkedHashSet<>()));
        }
        String rest = areas.isEmpty() ? "All topics" : "More topics";
        for (Topic topic : topics()) {
            if (seen.add(topic.id())) {
                areas.computeIfAbsent(rest, title -> new LinkedHashSet<>()).add(topic);
            }
        }
        return areas.entrySet().stream()
                .filter(area -> !area.getValue().isEmpty())
                .map(area -> new Area(area.getKey(), List.copyOf(area.getValue())))
                .toList();
    }

    private void collect(TocEntry entry, Set<String> seen, Set<Topic> into) {
        guidance.topic(entry.topicId()).filter(topic -> seen.add(topic.id())).ifPresent(into::add);
        entry.children().forEach(child -> collect(child, seen, into));
    }
}
