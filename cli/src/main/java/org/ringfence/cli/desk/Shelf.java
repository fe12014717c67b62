package org.ringfence.cli.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;

/**
 * What lies where: the area of each topic, its rules, and names that a reader may begin to type.
 */
final class Shelf {
    private static final String REST = "Other";

    private final Map<String, String> areas = new HashMap<>();
    private final Map<String, List<String>> rules = new HashMap<>();
    private final List<String> order;

    /** What is shown, by the same in lower case. */
    private final Map<String, String> names = new LinkedHashMap<>();

    Shelf(Guidance guidance, List<RulePack> packs) {
        guidance.toc().forEach(entry -> areas(entry, entry.title()));
        for (Topic topic : guidance.topics()) {
            areas.putIfAbsent(topic.id(), REST);
            name(topic.title());
        }
        order = guidance.topics().stream().map(topic -> area(topic.id())).distinct().toList();
        for (RulePack pack : packs) {
            pack.rules().forEach(this::put);
        }
        packs.forEach(pack -> pack.rules().forEach(rule -> apis(rule).forEach(this::name)));
    }

    private void areas(TocEntry entry, String area) {
        if (!entry.topicId().isEmpty()) {
            areas.putIfAbsent(entry.topicId(), area);
        }
        entry.children().forEach(child -> areas(child, area));
    }

    private void put(Rule rule) {
        name(rule.id());
        rule.classification().topics().stream()
                .map(TopicRef::topic)
                .distinct()
                .forEach(id -> rules.computeIfAbsent(id, x -> new ArrayList<>()).add(rule.id()));
    }

    /** The names that a match of the rule needs. */
    private static TreeSet<String> apis(Rule rule) {
        TreeSet<String> apis = new TreeSet<>();
        if (rule.subject().equals("c")) {
            rule.required().forEach(apis::addAll);
        }
        return apis;
    }

    private void name(String name) {
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }

    String area(String topic) {
        return areas.getOrDefault(topic, REST);
    }

    List<String> areas() {
        return order;
    }

    List<String> rules(String topic) {
        return List.copyOf(rules.getOrDefault(topic, List.of()));
    }

    /** Names that begin so, then those one of whose words does. */
    List<String> suggestions(String typed, int limit) {
        String start = typed.strip().toLowerCase(Locale.ROOT);
        List<String> first = new ArrayList<>();
        List<String> later = new ArrayList<>();
        if (!start.isEmpty()) {
            names.forEach(
                    (lower, shown) -> {
                        if (lower.startsWith(start)) {
                            first.add(shown);
                        } else if (lower.contains(" " + start) || lower.contains("-" + start)) {
                            later.add(shown);
                        }
                    });
        }
        first.addAll(later);
        return List.copyOf(first.subList(0, Math.min(limit, first.size())));
    }
}
