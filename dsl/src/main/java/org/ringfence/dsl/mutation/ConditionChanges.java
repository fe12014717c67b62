package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;

/**
 * Conditions with one part dropped, loosened or tightened. What could change nothing is not made: a
 * test of one bit means the same as {@code has} and as {@code overlaps}.
 */
final class ConditionChanges {
    private static final LogicText WORDS = LogicText.asWritten();

    private final Set<String> bound;

    /**
     * @param bound the captures that have a value before the condition is asked
     */
    ConditionChanges(Set<String> bound) {
        this.bound = Set.copyOf(bound);
    }

    /**
     * The changes of a condition that must hold, itself dropped among them. Where it is a
     * conjunction, to drop a part of it is less than to drop the whole.
     */
    List<Change<Condition>> clause(Condition condition) {
        List<Change<Condition>> changes = new ArrayList<>(of(condition));
        if (!(condition instanceof Condition.And)) {
            changes.add(
                    Change.of(
                            Condition.ALWAYS,
                            "without " + quoted(condition),
                            quoted(condition) + " does not hold",
                            Effect.LOOSER));
        }
        return changes;
    }

    List<Change<Condition>> of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.operands(), Condition.And::new, Effect.LOOSER);
        } else if (condition instanceof Condition.Or or) {
            return joined(or.operands(), Condition.Or::new, Effect.STRICTER);
        } else if (condition instanceof Condition.Not not) {
            return not(not);
        } else if (condition instanceof Condition.Compare compare) {
            return compare(compare);
        } else if (condition instanceof Condition.In in) {
            List<Change<Condition>> changes =
                    new ArrayList<>(
                            Change.all(
                                    ExprChanges.of(in.left()),
                                    left -> new Condition.In(left, in.right())));
            ExprChanges.of(in.right())
                    .forEach(
                            change ->
                                    changes.add(
                                            change.as(Effect.STRICTER)
                                                    .in(r -> new Condition.In(in.left(), r))));
            return changes;
        } else if (condition instanceof Condition.Bits bits) {
            return bits(bits);
        } else if (condition instanceof Condition.Holds holds) {
            return Change.all(ExprChanges.of(holds.expr()), Condition.Holds::new);
        } else if (condition instanceof Condition.Is is) {
            return Change.all(ExprChanges.of(is.left()), left -> new Condition.Is(left, is.kind()));
        } else if (condition instanceof Condition.Like like) {
            return Change.all(
                    ExprChanges.of(like.left()), left -> new Condition.Like(left, like.regex()));
        } else if (condition instanceof Condition.Quantified quantified) {
            return quantified(quantified);
        }
        return placed(condition);
    }

    private static String quoted(Condition condition) {
        return "`" + WORDS.of(condition) + "`";
    }

    private List<Change<Condition>> joined(
            List<Condition> operands, Function<List<Condition>, Condition> join, Effect fewer) {
        List<Change<Condition>> changes = new ArrayList<>();
        for (int i = 0; i < operands.size() && operands.size() > 1; i++) {
            String operand = quoted(operands.get(i));
            String twin =
                    fewer == Effect.LOOSER
                            ? operand + " does not hold and the rest does"
                            : operand + " holds and the rest does not";
            changes.add(
                    Change.of(
                            join.apply(Change.without(operands, i)),
                            "without " + operand,
                            twin,
                            fewer));
        }
        changes.addAll(Change.all(Change.ofOne(operands, this::of), join));
        return changes;
    }

    private List<Change<Condition>> not(Condition.Not not) {
        List<Change<Condition>> changes = new ArrayList<>();
        changes.add(
                Change.of(
                        not.operand(),
                        quoted(not.operand()) + " without `not`",
                        quoted(not.operand()) + " holds",
                        Effect.OTHER));
        for (Change<Condition> change : of(not.operand())) {
            changes.add(change.as(change.effect().opposite()).in(Condition.Not::new));
        }
        return changes;
    }

    private static List<Change<Condition>> compare(Condition.Compare compare) {
        Condition.Comparison other =
                switch (compare.op()) {
                    case EQ -> Condition.Comparison.NE;
                    case NE -> Condition.Comparison.EQ;
                    case LT -> Condition.Comparison.LE;
                    case LE -> Condition.Comparison.LT;
                    case GT -> Condition.Comparison.GE;
                    case GE -> Condition.Comparison.GT;
                };
        Effect effect =
                switch (compare.op()) {
                    case LT, GT -> Effect.LOOSER;
                    case LE, GE -> Effect.STRICTER;
                    case EQ, NE -> Effect.OTHER;
                };
        Condition swapped = new Condition.Compare(other, compare.left(), compare.right());
        List<Change<Condition>> changes = new ArrayList<>();
        changes.add(
                Change.of(
                        swapped,
                        "with " + quoted(swapped),
                        "`" + WORDS.of(compare.left()) + " == " + WORDS.of(compare.right()) + "`",
                        effect));
        changes.addAll(
                Change.all(
                        ExprChanges.of(compare.left()),
                        left -> new Condition.Compare(compare.op(), left, compare.right())));
        changes.addAll(
                Change.all(
                        ExprChanges.of(compare.right()),
                        right -> new Condition.Compare(compare.op(), compare.left(), right)));
        return changes;
    }

    private static List<Change<Condition>> bits(Condition.Bits bits) {
        List<Change<Condition>> changes = new ArrayList<>();
        Condition opposite =
                bits.op() == Condition.BitTest.LACKS
                        ? with(bits, Condition.BitTest.OVERLAPS)
                        : with(bits, Condition.BitTest.LACKS);
        changes.add(
                Change.of(
                        opposite,
                        "with " + quoted(opposite),
                        quoted(opposite) + " holds",
                        Effect.OTHER));
        Effect fewer = bits.op() == Condition.BitTest.OVERLAPS ? Effect.STRICTER : Effect.LOOSER;
        if (bits.right() instanceof Expr.Set set && set.items().size() > 1) {
            Condition near =
                    switch (bits.op()) {
                        case HAS -> with(bits, Condition.BitTest.OVERLAPS);
                        case OVERLAPS -> with(bits, Condition.BitTest.HAS);
                        case LACKS -> new Condition.Not(with(bits, Condition.BitTest.HAS));
                    };
            changes.add(
                    Change.of(
                            near,
                            "with " + quoted(near),
                            "`"
                                    + WORDS.of(bits.left())
                                    + "` has some bits of `"
                                    + WORDS.of(set)
                                    + "` and not all",
                            fewer));
        }
        for (Change<Expr> change : ExprChanges.of(bits.right())) {
            changes.add(change.as(fewer).in(r -> new Condition.Bits(bits.op(), bits.left(), r)));
        }
        return changes;
    }

    private static Condition with(Condition.Bits bits, Condition.BitTest op) {
        return new Condition.Bits(op, bits.left(), bits.right());
    }

    private List<Change<Condition>> quantified(Condition.Quantified all) {
        List<Change<Condition>> changes = new ArrayList<>();
        changes.add(
                Change.of(
                        new Condition.Quantified(
                                !all.every(), all.variable(), all.collection(), all.body()),
                        all.every() ? "with `any` for `every`" : "with `every` for `any`",
                        "only some of `"
                                + WORDS.of(all.collection())
                                + "` satisfy "
                                + quoted(all.body()),
                        all.every() ? Effect.LOOSER : Effect.STRICTER));
        Set<String> inside = new HashSet<>(bound);
        inside.add(all.variable());
        changes.addAll(
                Change.all(
                        new ConditionChanges(inside).of(all.body()),
                        body ->
                                new Condition.Quantified(
                                        all.every(), all.variable(), all.collection(), body)));
        return changes;
    }

    // --- what asks about the surroundings of a place

    private List<Change<Condition>> placed(Condition condition) {
        PatternChanges patterns = new PatternChanges(bound);
        if (condition instanceof Condition.Structural structural) {
            List<Change<Condition>> changes =
                    new ArrayList<>(
                            Change.all(
                                    patterns.of(structural.alternatives()),
                                    alternatives ->
                                            new Condition.Structural(
                                                    structural.op(),
                                                    structural.left(),
                                                    alternatives)));
            if (structural.op() == Condition.Where.CONTAINS) {
                changes.add(
                        Change.of(
                                new Condition.Structural(
                                        Condition.Where.MATCHES,
                                        structural.left(),
                                        structural.alternatives()),
                                "with `matches` for `contains`",
                                "`"
                                        + WORDS.of(structural.alternatives())
                                        + "` is only a part of `"
                                        + WORDS.of(structural.left())
                                        + "`",
                                Effect.STRICTER));
            }
            return changes;
        } else if (condition instanceof Condition.Path path) {
            return path(path, patterns);
        }
        Condition.Flows flows = (Condition.Flows) condition;
        return Change.all(
                patterns.of(flows.alternatives()),
                alternatives ->
                        new Condition.Flows(
                                flows.direction(), flows.left(), alternatives, flows.pointer()));
    }

    private static List<Change<Condition>> path(Condition.Path path, PatternChanges patterns) {
        boolean every = path.every() || path.op() == Condition.PathTest.DOMINATED;
        Condition.PathTest op =
                path.op() == Condition.PathTest.DOMINATED ? Condition.PathTest.PRECEDED : path.op();
        List<Change<Condition>> changes = new ArrayList<>();
        changes.add(
                Change.of(
                        new Condition.Path(op, path.left(), path.alternatives(), !every),
                        every ? "with one path for every path" : "with every path for one path",
                        "only some paths pass `" + WORDS.of(path.alternatives()) + "`",
                        every ? Effect.LOOSER : Effect.STRICTER));
        changes.addAll(
                Change.all(
                        patterns.of(path.alternatives()),
                        alternatives ->
                                new Condition.Path(
                                        path.op(), path.left(), alternatives, path.every())));
        return changes;
    }
}
