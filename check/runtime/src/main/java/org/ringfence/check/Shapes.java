package org.ringfence.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;

/**
 * Which nodes look like one of some alternatives, with the captures that are bound so far. What a
 * match binds stays bound where one node is asked for, and is forgotten where many are.
 */
final class Shapes {
    private final Evaluator evaluator;

    Shapes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Truth of(Condition.Structural structural, Node node) {
        List<Alternative> alternatives = structural.alternatives();
        return switch (structural.op()) {
            case MATCHES -> matches(alternatives, node);
            case CONTAINS -> contains(alternatives, node);
            case INSIDE -> inside(alternatives, node);
        };
    }

    /** Whether the node is one of the alternatives. */
    Truth matches(List<Alternative> alternatives, Node node) {
        Truth result = Truth.FALSE;
        for (Alternative alternative : alternatives) {
            Truth truth = matches(alternative, node);
            if (truth == Truth.TRUE) {
                return truth;
            }
            result = truth == Truth.UNKNOWN ? truth : result;
        }
        return result;
    }

    /** Whether the node is this alternative. */
    Truth matches(Alternative alternative, Node node) {
        Bindings bindings = evaluator.bindings();
        int mark = bindings.mark();
        if (!new Matcher(evaluator.budget()).matches(alternative.pattern(), node, bindings)) {
            return Truth.FALSE;
        }
        Truth truth = evaluator.truth(alternative.where());
        if (truth != Truth.TRUE) {
            bindings.backTo(mark);
        }
        return truth;
    }

    private Truth contains(List<Alternative> alternatives, Node node) {
        evaluator.budget().spend();
        Truth result = matches(alternatives, node);
        for (Node child : node.children()) {
            if (result == Truth.TRUE) {
                return result;
            }
            Truth below = contains(alternatives, child);
            result = below == Truth.FALSE ? result : below;
        }
        return result;
    }

    private Truth inside(List<Alternative> alternatives, Node node) {
        Truth result = Truth.FALSE;
        Optional<Node> around = evaluator.frame().parent(node);
        while (around.isPresent() && result != Truth.TRUE) {
            evaluator.budget().spend();
            Truth truth = matches(alternatives, around.get());
            result = truth == Truth.FALSE ? result : truth;
            around = evaluator.frame().parent(around.get());
        }
        return result;
    }

    /**
     * The nodes at and below some roots that match.
     *
     * @param proven in source order
     * @param possible those that match or may match, in source order
     */
    record Found(List<Node> proven, List<Node> possible) {}

    /**
     * The nodes at and below some nodes that match. What captures nothing is the same for every
     * match of a rule, so it is looked for once.
     */
    Found all(List<Alternative> alternatives, List<Node> roots) {
        return alternatives.stream().allMatch(Shapes::isFixed)
                ? evaluator.frame().found(alternatives, roots, () -> search(alternatives, roots))
                : search(alternatives, roots);
    }

    private static boolean isFixed(Alternative alternative) {
        return alternative.where().equals(Condition.ALWAYS) && isFixed(alternative.pattern());
    }

    private static boolean isFixed(Pattern pattern) {
        if (pattern instanceof Pattern.Exact exact) {
            return exact.children().stream().allMatch(Shapes::isFixed);
        }
        return pattern instanceof Pattern.Any
                || pattern instanceof Pattern.Rest rest && rest.name().isEmpty();
    }

    private Found search(List<Alternative> alternatives, List<Node> roots) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        collect(alternatives, roots, found);
        return found;
    }

    private void collect(List<Alternative> alternatives, List<Node> nodes, Found found) {
        Bindings bindings = evaluator.bindings();
        for (Node node : nodes) {
            evaluator.budget().spend();
            int mark = bindings.mark();
            Truth truth = matches(alternatives, node);
            bindings.backTo(mark);
            if (truth == Truth.TRUE) {
                found.proven().add(node);
            }
            if (truth != Truth.FALSE) {
                found.possible().add(node);
            }
            collect(alternatives, node.children(), found);
        }
    }
}
