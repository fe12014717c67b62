package org.ringfence.kb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the flaws that no single page shows. */
final class Consistency {

    private Consistency() {}

    /** Keeps the first topic of each id, by path, and reports the others. */
    static Collection<Topic> unique(List<Topic> topics, List<Flaw> flaws) {
        var sorted = new ArrayList<>(topics);
        sorted.sort(Comparator.comparing(Topic::path));
        var kept = new LinkedHashMap<String, Topic>();
        for (var topic : sorted) {
            var first = kept.putIfAbsent(topic.id(), topic);
            if (first != null) {
                flaws.add(
                        new Flaw(
                                Flaw.Kind.DUPLICATE_ID,
                                topic.path(),
                                1,
                                1,
                                "the topic id '%s' already belongs to %s; this page is skipped, rename one of them"
                                        .formatted(topic.id(), first.path())));
            }
        }
        return kept.values();
    }

    /**
     * Reports missing summaries, titles used twice and, when there is a toc, topics it does not
     * name.
     */
    static void check(List<Topic> topics, Optional<Set<String>> inToc, List<Flaw> flaws) {
        var titles = new HashMap<String, Topic>();
        for (var topic : topics) {
            if (topic.summary().isBlank()) {
                report(
                        Flaw.Kind.MISSING_SUMMARY,
                        topic,
                        "no summary; add 'summary: ...' to the front matter, one sentence that says what to do",
                        flaws);
            }
            duplicate(topic, titles, flaws);
            if (inToc.isPresent() && !inToc.get().contains(topic.id())) {
                report(
                        Flaw.Kind.ORPHAN,
                        topic,
                        "no toc.yml names this page, so nobody finds it by browsing; add an entry with 'href: "
                                + topic.path()
                                + "'",
                        flaws);
            }
        }
    }

    private static void duplicate(Topic topic, Map<String, Topic> titles, List<Flaw> flaws) {
        var first = titles.putIfAbsent(topic.title().toLowerCase(Locale.ROOT), topic);
        if (first != null) {
            report(
                    Flaw.Kind.DUPLICATE_TITLE,
                    topic,
                    "the title '%s' is also that of %s; a reader of search results cannot tell them apart"
                            .formatted(topic.title(), first.path()),
                    flaws);
        }
    }

    private static void report(Flaw.Kind kind, Topic topic, String message, List<Flaw> flaws) {
        flaws.add(new Flaw(kind, topic.path(), 1, 1, message));
    }
}
