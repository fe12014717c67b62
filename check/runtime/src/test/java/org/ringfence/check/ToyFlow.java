package org.ringfence.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/**
 * In the toy language an area is a function and control goes from left to right; a value that is
 * the argument of a source is carried by its name to the right; what `maybe` carries is unknown.
 */
final class ToyFlow implements Flow {
    private final Subject subject;

    ToyFlow(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Optional<Node> function(Node node) {
        return subject.roots().stream()
                .filter(root -> root.kind().equals("area"))
                .filter(root -> root.span().start() <= node.span().start())
                .reduce((first, second) -> second);
    }

    @Override
    public Value reaches(Node first, Node second) {
        return new Value.Truth(first.span().start() < second.span().start());
    }

    @Override
    public Value preceded(Node node, Collection<Node> marks, boolean every) {
        return new Value.Truth(marks.stream().anyMatch(mark -> before(mark, node)));
    }

    @Override
    public Value followed(Node node, Collection<Node> marks, boolean every) {
        return new Value.Truth(marks.stream().anyMatch(mark -> before(node, mark)));
    }

    @Override
    public Value guarded(Node node, Collection<Node> checks, boolean every) {
        return new Value.Truth(every && checks.stream().anyMatch(check -> before(check, node)));
    }

    @Override
    public long steps() {
        return 0;
    }

    @Override
    public List<Node> callers(Node function) {
        return List.of();
    }

    private static boolean before(Node first, Node second) {
        return first.span().end() <= second.span().start();
    }

    @Override
    public Carried carries(Collection<Node> sources, Node sink, Way way) {
        for (Node source : sources) {
            boolean same = source.children().get(1).label().equals(sink.label());
            if (same && before(source, sink)) {
                return new Carried(
                        new Value.Truth(true),
                        List.of(
                                new Step(subject.source(), source, "taken"),
                                new Step(subject.source(), sink, "used")));
            }
        }
        return new Carried(
                sink.label().equals("maybe")
                        ? new Value.Unknown("`maybe` may be anything")
                        : new Value.Truth(false),
                List.of());
    }
}
