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
            budget.spend(bindings.mark());
            Optional<Value> before = bindings.get(capture.name());
            if (before.isEmpty()) {
                bindings.bind(capture.name(), new Value.Element(node));
                return true;
            }
            return before.get() instanceof Value.Element element && sameShape(element.node(), node);
        }
        return pattern instanceof Pattern.Any;
    }

    /** Goes as deep as there are rests, not as there are nodes. */
    private boolean matchAll(
            List<Pattern> patterns, int p, List<Node> nodes, int n, Bindings bindings) {
        int mark = bindings.mark();
        int node = n;
        for (int i = p; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Pattern.Rest rest) {
                return matchRest(rest, patterns, i, nodes, node, bindings)
                        || failed(bindings, mark);
            }
            if (node == nodes.size() || !match(patterns.get(i), nodes.get(node), bindings)) {
                return failed(bindings, mark);
            }
            node++;
        }
        return node == nodes.size() || failed(bindings, mark);
    }

    private static boolean failed(Bindings bindings, int mark) {
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
            if (matchAll(patterns, p + 1, nodes, end, bindings)) {
                if (!rest.name().isEmpty()) {
                    bindings.bind(rest.name(), many(nodes.subList(n, end)));
                }
                return true;
            }
        }
        return false;
    }

    /** Nodes as a value. */
    static Value.Many many(List<Node> nodes) {
        return new Value.Many(nodes.stream().map(node -> (Value) new Value.Element(node)).toList());
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
