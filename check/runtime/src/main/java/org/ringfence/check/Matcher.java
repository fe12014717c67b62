package org.ringfence.check;

import java.util.List;
import java.util.Optional;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Value;

/** Matches patterns against nodes. A failed match leaves the bindings as they were. */
final class Matcher {
    private final Budget budget;

    Matcher(Budget budget) {
        this.budget = budget;
    }

    boolean matches(Pattern pattern, Node node, Bindings bindings) {
        int mark = bindings.mark();
        if (match(pattern, node, bindings)) {
            return true;
        }
        bindings.backTo(mark);
        return false;
    }

    private boolean match(Pattern pattern, Node node, Bindings bindings) {
        budget.spend();
        if (pattern instanceof Pattern.Exact exact) {
            return exact.kind().equals(node.kind())
                    && exact.label().equals(node.label())
                    && matchAll(exact.children(), 0, node.children(), 0, bindings);
        } else if (pattern instanceof Pattern.Capture capture) {
            Optional<Value> before = bindings.get(capture.name());
            if (before.isEmpty()) {
                bindings.bind(capture.name(), new Value.Element(node));
                return true;
            }
            return before.get() instanceof Value.Element element && sameShape(element.node(), node);
        }
        return pattern instanceof Pattern.Any;
    }

    private boolean matchAll(
            List<Pattern> patterns, int p, List<Node> nodes, int n, Bindings bindings) {
        if (p == patterns.size()) {
            return n == nodes.size();
        }
        if (patterns.get(p) instanceof Pattern.Rest rest) {
            return matchRest(rest, patterns, p, nodes, n, bindings);
        }
        if (n == nodes.size()) {
            return false;
        }
        int mark = bindings.mark();
        if (match(patterns.get(p), nodes.get(n), bindings)
                && matchAll(patterns, p + 1, nodes, n + 1, bindings)) {
            return true;
        }
        bindings.backTo(mark);
        return false;
    }

    private boolean matchRest(
            Pattern.Rest rest,
            List<Pattern> patterns,
            int p,
            List<Node> nodes,
            int n,
            Bindings bindings) {
        for (int end = n; end <= nodes.size(); end++) {
            budget.spend();
            int mark = bindings.mark();
            if (!rest.name().isEmpty()) {
                List<Value> taken =
                        nodes.subList(n, end).stream()
                                .map(node -> (Value) new Value.Element(node))
                                .toList();
                bindings.bind(rest.name(), new Value.Many(taken));
            }
            if (matchAll(patterns, p + 1, nodes, end, bindings)) {
                return true;
            }
            bindings.backTo(mark);
        }
        return false;
    }

    private boolean sameShape(Node a, Node b) {
        budget.spend();
        if (!a.kind().equals(b.kind())
                || !a.label().equals(b.label())
                || a.children().size() != b.children().size()) {
            return false;
        }
        for (int i = 0; i < a.children().size(); i++) {
            if (!sameShape(a.children().get(i), b.children().get(i))) {
                return false;
            }
        }
        return true;
    }
}
