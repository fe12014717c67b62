package org.ringfence.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;

/**
 * Which rules may match at a node: by its kind, then by its head, which is its label or, where that
 * is empty, the label of its first child if that is a leaf (the callee of a call).
 */
final class Dispatch {
    private final Map<String, Bucket> byKind = new HashMap<>();

    /** A rule with those of its alternatives that one bucket is for. */
    record Candidate(Rule rule, List<Alternative> alternatives) {}

    private static final class Bucket {
        final Map<String, List<Candidate>> byHead = new HashMap<>();
        final List<Candidate> any = new ArrayList<>();
    }

    Dispatch(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.query() instanceof Query.Match match) {
                add(rule, match.steps().get(0));
            } else if (rule.query() instanceof Query.FlowPath flow) {
                add(rule, flow.to());
            }
        }
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    private void add(Rule rule, Query.Step step) {
        for (Alternative alternative : step.alternatives()) {
            if (!(alternative.pattern() instanceof Pattern.Exact exact)) {
                throw new IllegalArgumentException(
                        rule.id() + ": a pattern that is only a hole would match everything");
            }
            Bucket bucket = byKind.computeIfAbsent(exact.kind(), kind -> new Bucket());
            String head = head(exact);
            List<Candidate> candidates =
                    head.isEmpty()
                            ? bucket.any
                            : bucket.byHead.computeIfAbsent(head, h -> new ArrayList<>());
            candidate(rule, candidates).alternatives().add(alternative);
        }
    }

    /** The last candidate, if it is of the rule: rules are added one after the other. */
    private static Candidate candidate(Rule rule, List<Candidate> candidates) {
        int last = candidates.size() - 1;
        if (last < 0 || candidates.get(last).rule() != rule) {
            candidates.add(new Candidate(rule, new ArrayList<>()));
        }
        return candidates.get(candidates.size() - 1);
    }

    /** The candidates at a node: those of its head, then those of any head. */
    List<List<Candidate>> at(Node node) {
        Bucket bucket = byKind.get(node.kind());
        return bucket == null
                ? List.of()
                : List.of(bucket.byHead.getOrDefault(head(node), List.of()), bucket.any);
    }

    private static String head(Node node) {
        if (!node.label().isEmpty() || node.children().isEmpty()) {
            return node.label();
        }
        Node first = node.children().get(0);
        return first.children().isEmpty() ? first.label() : "";
    }

    private static String head(Pattern.Exact pattern) {
        if (!pattern.label().isEmpty() || pattern.children().isEmpty()) {
            return pattern.label();
        }
        return pattern.children().get(0) instanceof Pattern.Exact first
                        && first.children().isEmpty()
                ? first.label()
                : "";
    }
}
