package org.ringfence.check;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.rule.Regex;
import org.ringfence.rule.Settings;
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
