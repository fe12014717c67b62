package org.ringfence.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Views;

/**
 * The items that a team answers before a release. A page of the guidance declares them in its front
 * matter ({@code checklist-items}, each with {@code title}, {@code owner} and {@code evidence});
 * topics name the item they explain.
 */
final class ChecklistPage {
    private static final String DECLARED = "checklist-items.";

    private final Parts parts;
    private final TopicPages topics;
    private final Html html;

    ChecklistPage(Parts parts, TopicPages topics, Html html) {
        this.parts = parts;
        this.topics = topics;
        this.html = html;
    }

    static boolean exists(Catalog catalog) {
        return catalog.topics().stream()
                .anyMatch(topic -> topic.checklist().isPresent() || declares(topic));
    }

    private static boolean declares(Topic topic) {
        return topic.attributes().keySet().stream().anyMatch(key -> key.startsWith(DECLARED));
    }

    String page() {
        Map<String, Map<String, String>> declared = new LinkedHashMap<>();
        Map<String, List<Views.TopicLine>> explained = new LinkedHashMap<>();
        for (Topic topic : parts.catalog().topics()) {
            declared(topic, declared);
            topic.checklist()
                    .ifPresent(
                            id ->
                                    explained
                                            .computeIfAbsent(id, x -> new ArrayList<>())
                                            .add(topics.line(topic, Places.CHECKLIST)));
        }
        explained.keySet().forEach(id -> declared.putIfAbsent(id, Map.of()));
        List<Views.Item> items =
                declared.entrySet().stream()
                        .map(
                                item ->
                                        item(
                                                item.getKey(),
                                                item.getValue(),
                                                explained.getOrDefault(item.getKey(), List.of())))
                        .toList();
        var title =
                new Frames.Title(
                        "checklist",
                        "Checklist",
                        "What a team answers before a release, with the guidance and the rules for it.");
        return html.checklist(parts.frames().main(Places.CHECKLIST, title, List.of()), items);
    }

    private static void declared(Topic topic, Map<String, Map<String, String>> into) {
        topic.attributes()
                .forEach(
                        (key, values) -> {
                            int dot = key.lastIndexOf('.');
                            if (key.startsWith(DECLARED) && dot > DECLARED.length()) {
                                into.computeIfAbsent(
                                                key.substring(DECLARED.length(), dot),
                                                x -> new LinkedHashMap<>())
                                        .put(key.substring(dot + 1), String.join(", ", values));
                            }
                        });
    }

    private static Views.Item item(
            String id, Map<String, String> declared, List<Views.TopicLine> topics) {
        String title =
                declared.getOrDefault("title", topics.isEmpty() ? id : topics.get(0).page().text());
        return new Views.Item(
                id,
                title,
                declared.getOrDefault("owner", ""),
                declared.getOrDefault("evidence", ""),
                topics);
    }
}
