package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;

/**
 * What topics and sections are called: by their own page, by the table of contents, by the links
 * that lead to them, and by the paths that they had.
 */
final class Names {

    /** Who calls it so. */
    enum Kind {
        TITLE,
        HEADING,
        PATH,
        FORMER,
        TOC,
        API,
        LINK
    }

    /** A name, as written. */
    record Name(Kind kind, String text) {}

    /** A text that links to more places says nothing of any: "here", "this topic". */
    private static final int MAX_TARGETS = 5;

    private static final int MAX_LINKS = 40;
    private static final int MAX_APIS = 60;
    private static final int MAX_LENGTH = 200;

    private final Set<String> heldOut;
    private final Map<String, Set<Name>> given = new HashMap<>();
    private final Map<String, Map<String, Integer>> linkTexts = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();

    /** Collects names; none is taken from elsewhere than the page itself that is held out. */
    Names(Guidance guidance, Set<String> heldOut) {
        this.heldOut = heldOut;
        guidance.toc().forEach(this::toc);
        guidance.moved().forEach((path, id) -> give(id, Kind.FORMER, ofPath(path)));
        guidance.topics().forEach(topic -> links(topic, guidance));
    }

    private void toc(TocEntry entry) {
        if (!entry.topicId().isEmpty()) {
            give(entry.topicId(), Kind.TOC, entry.title());
        }
        entry.children().forEach(this::toc);
    }

    private void give(String id, Kind kind, String text) {
        if (isUsable(text)) {
            given.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(new Name(kind, text));
        }
    }

    private boolean isUsable(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH && !heldOut.contains(exact(text));
    }

    private void links(Topic topic, Guidance guidance) {
        for (var link : topic.links()) {
            if (link.destination() instanceof Link.ToTopic to
                    && !to.topicId().equals(topic.id())
                    && isUsable(link.text())) {
                var target = guidance.topic(to.topicId());
                var key = target.map(found -> key(found, to.anchor())).orElse(to.topicId());
                linkTexts
                        .computeIfAbsent(key, unused -> new LinkedHashMap<>())
                        .merge(link.text(), 1, Integer::sum);
                targets.computeIfAbsent(exact(link.text()), unused -> new LinkedHashSet<>())
                        .add(to.topicId());
            }
        }
    }

    /** A link into the first section means the page. */
    private static String key(Topic topic, String anchor) {
        return anchor.isEmpty()
                ? topic.id()
                : topic.section(anchor)
                        .filter(section -> !section.anchor().isEmpty())
                        .map(section -> topic.id() + "#" + section.anchor())
                        .orElse(topic.id());
    }

    /** Returns the names of a page, its title first. */
    List<Name> ofPage(Topic topic) {
        var names = new LinkedHashSet<Name>();
        names.add(new Name(Kind.TITLE, shortened(topic.title())));
        names.add(new Name(Kind.HEADING, shortened(topic.sections().get(0).heading())));
        names.add(new Name(Kind.PATH, ofPath(topic.path())));
        topic.attributes().getOrDefault("api_name", List.of()).stream()
                .limit(MAX_APIS)
                .forEach(api -> names.add(new Name(Kind.API, shortened(api))));
        names.addAll(given.getOrDefault(topic.id(), Set.of()));
        names.addAll(linkNames(topic.id()));
        names.removeIf(name -> name.text().isBlank());
        return List.copyOf(names);
    }

    /** Returns the names of a section other than the first. */
    List<Name> ofSection(Topic topic, String anchor, String heading) {
        var names = new ArrayList<Name>();
        if (!heading.isBlank()) {
            names.add(new Name(Kind.HEADING, shortened(heading)));
        }
        if (!anchor.isEmpty()) {
            names.addAll(linkNames(topic.id() + "#" + anchor));
        }
        return names;
    }

    private List<Name> linkNames(String key) {
        return new TreeMap<>(linkTexts.getOrDefault(key, Map.of()))
                .entrySet().stream()
                        .filter(text -> targets.get(exact(text.getKey())).size() <= MAX_TARGETS)
                        .sorted(Comparator.comparingInt(text -> -text.getValue()))
                        .limit(MAX_LINKS)
                        .map(text -> new Name(Kind.LINK, text.getKey()))
                        .toList();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }

    /** Returns the words of a file's name; of its folder's for an index. */
    private static String ofPath(String path) {
        var plain = path.endsWith(".md") ? path.substring(0, path.length() - 3) : path;
        var page = plain.endsWith("/index") ? plain.substring(0, plain.length() - 6) : plain;
        return page.substring(page.lastIndexOf('/') + 1).replace('-', ' ').strip();
    }

    /**
     * Returns the form of a name or query in which equal means the same name: only letters and
     * digits count.
     */
    static String exact(String name) {
        var plain = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
