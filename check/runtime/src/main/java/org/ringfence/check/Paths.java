package org.ringfence.check;

import java.util.List;
import java.util.Optional;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** Conditions that ask about the paths of control and the ways of data. */
final class Paths {
    /** How far up the callers of a function are asked. */
    private static final int MAX_LEVELS = 2;

    private final Evaluator evaluator;
    private final Shapes shapes;

    Paths(Evaluator evaluator, Shapes shapes) {
        this.evaluator = evaluator;
        this.shapes = shapes;
    }

    Truth of(Condition.Path path, Node node) {
        return of(path, node, 0);
    }

    private Truth of(Condition.Path path, Node node, int level) {
        Optional<Flow> flow = evaluator.frame().subject().flow();
        if (flow.isEmpty()) {
            return unknown("the paths of control");
        }
        Optional<Node> function = flow.get().function(node);
        if (function.isEmpty()) {
            return evaluator.unknown("`" + evaluator.words(node) + "` stands in no function");
        }
        Shapes.Found marks = shapes.all(path.alternatives(), List.of(function.get()));
        Truth here = around(flow.get(), path, node, function.get());
        boolean inherits = path.op() != Condition.PathTest.FOLLOWED && isForEvery(path);
        return here == Truth.FALSE && inherits && level < MAX_LEVELS
                ? before(flow.get(), path, function.get(), level)
                : here;
    }

    private Truth around(Flow flow, Condition.Path path, Node node, Node function) {
        Shapes.Found marks = shapes.all(path.alternatives(), List.of(function));
        Truth proven = evaluator.flows(ask(flow, path, node, marks.proven()));
        if (proven == Truth.TRUE || marks.proven().size() == marks.possible().size()) {
            return proven;
        }
        // more marks can only make it true
        Truth possible = evaluator.flows(ask(flow, path, node, marks.possible()));
        return possible == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean isForEvery(Condition.Path path) {
        return path.every() || path.op() == Condition.PathTest.DOMINATED;
    }

    /** What holds at every call of a function holds in it. */
    private Truth before(Flow flow, Condition.Path path, Node function, int level) {
        List<Node> calls = flow.callers(function);
        Truth result = Truth.of(!calls.isEmpty());
        for (Node call : calls) {
            Truth truth = of(path, call, level + 1);
            if (truth == Truth.FALSE) {
                return truth;
            }
            result = truth == Truth.UNKNOWN ? truth : result;
        }
        return result;
    }

    private static Value ask(Flow flow, Condition.Path path, Node node, List<Node> marks) {
        return switch (path.op()) {
            case DOMINATED -> flow.preceded(node, marks, true);
            case PRECEDED -> flow.preceded(node, marks, path.every());
            case FOLLOWED -> flow.followed(node, marks, path.every());
            case GUARDED -> flow.guarded(node, marks, path.every());
        };
    }

    Truth of(Condition.Flows flows, Node node) {
        Optional<Flow> flow = evaluator.frame().subject().flow();
        if (flow.isEmpty()) {
            return unknown("the ways of data");
        }
        Shapes.Found ends = everywhere(flows.alternatives());
        Truth proven = arrives(flow.get(), flows, node, ends.proven());
        if (proven == Truth.TRUE || ends.proven().size() == ends.possible().size()) {
            return proven;
        }
        Truth possible = arrives(flow.get(), flows, node, ends.possible());
        return possible == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    private Shapes.Found everywhere(List<Alternative> alternatives) {
        return shapes.all(alternatives, evaluator.frame().subject().roots());
    }

    private Truth arrives(Flow flow, Condition.Flows flows, Node node, List<Node> ends) {
        Flow.Way way = new Flow.Way(Flow.Way.DEPTH, flows.pointer());
        if (flows.direction() == Condition.Direction.FROM) {
            return evaluator.flows(flow.carries(ends, node, way).answer());
        }
        Truth result = Truth.FALSE;
        for (Node end : ends) {
            Truth truth = evaluator.flows(flow.carries(List.of(node), end, way).answer());
            if (truth == Truth.TRUE) {
                return truth;
            }
            result = truth == Truth.UNKNOWN ? truth : result;
        }
        return result;
    }

    private Truth unknown(String what) {
        String subject = evaluator.frame().subject().kind();
        return evaluator.unknown(what + " of `" + subject + "` are not analysed");
    }
}
