package org.ringfence.check;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Regex;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/**
 * A subject under check, with the parents of its nodes and its collections, which are found out on
 * first use.
 */
final class Frame {
    private final Subject subject;
    private final Settings settings;
    private final Map<String, Regex> regexes = new HashMap<>();
    private final Map<String, Value.Many> collections = new HashMap<>();
    private Map<Node, Node> parents = Map.of();
    private final Map<Place, Shapes.Found> found = new HashMap<>();
    private long paid;

    /** Where something was looked for, and what; compared by identity. */
    private record Place(Object what, Object where) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.what == what && place.where == where;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(what) + System.identityHashCode(where);
        }
    }

    /** What was found at and below some nodes, or is found now. */
    Shapes.Found found(
            List<Alternative> alternatives, List<Node> roots, Supplier<Shapes.Found> search) {
        Place place = new Place(alternatives, roots.size() == 1 ? roots.get(0) : subject);
        Shapes.Found known = found.get(place);
        if (known == null) {
            known = search.get();
            found.put(place, known);
        }
        return known;
    }

    Frame(Subject subject, Settings settings) {
        this.subject = subject;
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /** A regular expression of a rule; they were checked when the rule was compiled or loaded. */
    Regex regex(String text) {
        return regexes.computeIfAbsent(
                text,
                t -> {
                    try {
                        return Regex.of(t);
                    } catch (Regex.Malformed e) {
                        throw new IllegalStateException(t, e);
                    }
                });
    }

    Subject subject() {
        return subject;
    }

    /** The steps that questions about flow took since this was asked before. */
    long unpaid() {
        long all = subject.flow().map(Flow::steps).orElse(0L);
        long more = all - paid;
        paid = all;
        return more;
    }

    /** A collection of the subject; however often it is asked for, it is made once. */
    Value.Many collection(String name) {
        return collections.computeIfAbsent(name, n -> Matcher.many(subject.collection(n)));
    }

    Optional<Node> parent(Node node) {
        if (parents.isEmpty()) {
            Map<Node, Node> found = new IdentityHashMap<>();
            record(subject.roots(), found);
            parents = found;
        }
        return Optional.ofNullable(parents.get(node));
    }

    /** The nearest node of the kind at or around {@code node}. */
    Optional<Node> enclosing(Node node, String kind) {
        Optional<Node> at = Optional.of(node);
        while (at.isPresent() && !at.get().kind().equals(kind)) {
            at = parent(at.get());
        }
        return at;
    }

    private static void record(List<Node> nodes, Map<Node, Node> parents) {
        for (Node node : nodes) {
            for (Node child : node.children()) {
                parents.put(child, node);
            }
            record(node.children(), parents);
        }
    }
}
