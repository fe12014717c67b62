package org.ringfence.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.kb.Topic;
import org.ringfence.rule.TopicRef;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.Views;

/** Guidance and rules by weakness and by function. */
final class IndexPages {
    private static final String CWE = "https://cwe.mitre.org/data/definitions/%d.html";

    private final Parts parts;
    private final Html html;

    IndexPages(Parts parts, Html html) {
        this.parts = parts;
        this.html = html;
    }

    String weaknesses() {
        TreeMap<Integer, List<Catalog.Listed>> byNumber = new TreeMap<>();
        for (Catalog.Listed listed : parts.catalog().rules()) {
            for (int cwe : new LinkedHashSet<>(listed.rule().classification().cwe())) {
                byNumber.computeIfAbsent(cwe, x -> new ArrayList<>()).add(listed);
            }
        }
        List<Views.Entry> entries =
                byNumber.entrySet().stream()
                        .map(weakness -> weakness(weakness.getKey(), weakness.getValue()))
                        .toList();
        var group = new Views.Group(new Heading("Weaknesses", "weaknesses", 2), entries);
        return page(
                Places.WEAKNESSES,
                new Frames.Title(
                        "rules", "CWE index", "Which rules look for which common weakness."),
                new Views.IndexView("weakness", false, List.of(group)));
    }

    private Views.Entry weakness(int number, List<Catalog.Listed> rules) {
        Set<String> topics = new LinkedHashSet<>();
        for (Catalog.Listed listed : rules) {
            listed.rule().classification().topics().stream()
                    .map(TopicRef::topic)
                    .forEach(topics::add);
        }
        return new Views.Entry(
                "CWE-" + number,
                "cwe-" + number,
                new Ref("definition", CWE.formatted(number)),
                Weaknesses.name(number),
                lines(rules, Places.WEAKNESSES),
                topics.stream()
                        .flatMap(id -> parts.catalog().guidance().topic(id).stream())
                        .map(topic -> ref(topic, "", Places.WEAKNESSES))
                        .toList());
    }

    String apis(Apis apis) {
        Map<String, List<Views.Entry>> byLetter = new LinkedHashMap<>();
        new ApiNames(parts.catalog(), apis)
                .mentions()
                .forEach(
                        (name, mentions) ->
                                byLetter.computeIfAbsent(letter(name), x -> new ArrayList<>())
                                        .add(api(name, mentions, apis)));
        List<Views.Group> groups =
                byLetter.entrySet().stream()
                        .map(
                                letter ->
                                        new Views.Group(
                                                new Heading(
                                                        letter.getKey(),
                                                        "letter-"
                                                                + letter.getKey()
                                                                        .toLowerCase(Locale.ROOT),
                                                        2),
                                                letter.getValue()))
                        .toList();
        return page(
                Places.APIS,
                new Frames.Title(
                        "api", "API index", "What guidance and rules say about each function."),
                new Views.IndexView("function", true, groups));
    }

    private static String letter(String name) {
        return name.startsWith("_") ? "_" : name.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private Views.Entry api(String name, ApiNames.Mentions mentions, Apis apis) {
        return new Views.Entry(
                name,
                name,
                Ref.NONE,
                apis.signature(name),
                lines(List.copyOf(mentions.rules()), Places.APIS),
                mentions.anchorByTopic().entrySet().stream()
                        .map(
                                topic ->
                                        ref(
                                                parts.catalog()
                                                        .guidance()
                                                        .topic(topic.getKey())
                                                        .orElseThrow(),
                                                topic.getValue(),
                                                Places.APIS))
                        .toList());
    }

    private List<Views.RuleLine> lines(List<Catalog.Listed> rules, String page) {
        return rules.stream().map(rule -> parts.rules().line(rule, page)).toList();
    }

    private Ref ref(Topic topic, String anchor, String page) {
        return new Ref(topic.title(), parts.places().from(page).topic(topic.id(), anchor));
    }

    private String page(String page, Frames.Title title, Views.IndexView view) {
        List<Heading> outline = view.groups().stream().map(Views.Group::heading).toList();
        return html.index(parts.frames().main(page, title, outline), view);
    }
}
