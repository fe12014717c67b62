package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Condition.Comparison;
import org.ringfence.rule.Expr;

/** What can be said of conditions before there is anything to check. */
final class Foregone {
    private Foregone() {}

    /** Whether a condition always holds, or never does; empty where that is open. */
    static Optional<Boolean> truth(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return truth(not.operand()).map(t -> !t);
        } else if (condition instanceof Condition.And and) {
            return all(and.operands(), true);
        } else if (condition instanceof Condition.Or or) {
            return all(or.operands(), false);
        } else if (condition instanceof Condition.Compare compare) {
            return truth(compare);
        } else if (condition instanceof Condition.Bits bits
                && bits.right() instanceof Expr.Number right
                && right.value() == 0) {
            return Optional.of(bits.op() != Condition.BitTest.OVERLAPS);
        }
        return Optional.empty();
    }

    /**
     * Of conditions that are joined.
     *
     * @param and whether all must hold, or one is enough
     */
    private static Optional<Boolean> all(List<Condition> operands, boolean and) {
        List<Optional<Boolean>> truths = operands.stream().map(Foregone::truth).toList();
        if (truths.contains(Optional.of(!and)) || meet(operands, and)) {
            return Optional.of(!and);
        }
        return truths.stream().allMatch(Optional.of(and)::equals)
                ? Optional.of(and)
                : Optional.empty();
    }

    private static boolean meet(List<Condition> operands, boolean and) {
        for (int i = 0; i < operands.size(); i++) {
            for (Condition other : operands.subList(0, i)) {
                if (and ? exclude(other, operands.get(i)) : cover(other, operands.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Boolean> truth(Condition.Compare compare) {
        if (compare.left().equals(compare.right())) {
            return Optional.of(
                    switch (compare.op()) {
                        case EQ, LE, GE -> true;
                        case NE, LT, GT -> false;
                    });
        }
        if (compare.left() instanceof Expr.Number left
                && compare.right() instanceof Expr.Number right) {
            return Optional.of(holds(compare.op(), left.value(), right.value()));
        }
        boolean texts = compare.left() instanceof Expr.Text && compare.right() instanceof Expr.Text;
        return texts && compare.op() == Comparison.EQ ? Optional.of(false) : Optional.empty();
    }

    private static boolean holds(Comparison op, long left, long right) {
        return switch (op) {
            case EQ -> left == right;
            case NE -> left != right;
            case LT -> left < right;
            case LE -> left <= right;
            case GT -> left > right;
            case GE -> left >= right;
        };
    }

    /** Whether two conditions are never both true. */
    static boolean exclude(Condition a, Condition b) {
        if (a.equals(negated(b)) || negated(a).equals(b)) {
            return true;
        } else if (a instanceof Condition.Compare first && b instanceof Condition.Compare second) {
            return first.left().equals(second.left()) && exclude(first, second);
        } else if (a instanceof Condition.Is first && b instanceof Condition.Is second) {
            return first.left().equals(second.left()) && !first.kind().equals(second.kind());
        } else if (a instanceof Condition.Compare && b instanceof Condition.In) {
            return exclude(b, a);
        } else if (a instanceof Condition.In in && b instanceof Condition.Compare compare) {
            return in.left().equals(compare.left()) && misses(in, compare);
        }
        return a instanceof Condition.Bits first
                && b instanceof Condition.Bits second
                && first.left().equals(second.left())
                && (exclude(first, second) || exclude(second, first));
    }

    /** Whether one of two conditions is always true. */
    static boolean cover(Condition a, Condition b) {
        return exclude(negated(a), negated(b));
    }

    private static Condition negated(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return not.operand();
        } else if (condition instanceof Condition.Compare c) {
            Comparison op =
                    switch (c.op()) {
                        case EQ -> Comparison.NE;
                        case NE -> Comparison.EQ;
                        case LT -> Comparison.GE;
                        case LE -> Comparison.GT;
                        case GT -> Comparison.LE;
                        case GE -> Comparison.LT;
                    };
            return new Condition.Compare(op, c.left(), c.right());
        }
        return new Condition.Not(condition);
    }

    private static boolean exclude(Condition.Compare a, Condition.Compare b) {
        if (a.right() instanceof Expr.Number x && b.right() instanceof Expr.Number y) {
            return LongStream.of(x.value(), y.value())
                    .flatMap(v -> LongStream.of(v - 1, v, v + 1))
                    .noneMatch(v -> holds(a.op(), v, x.value()) && holds(b.op(), v, y.value()));
        }
        return a.right() instanceof Expr.Text x
                && b.right() instanceof Expr.Text y
                && a.op() == Comparison.EQ
                && b.op() == Comparison.EQ
                && !x.text().equalsIgnoreCase(y.text());
    }

    /** Whether no item of a set of numbers is as the comparison asks. */
    private static boolean misses(Condition.In in, Condition.Compare compare) {
        return in.right() instanceof Expr.Set set
                && compare.right() instanceof Expr.Number right
                && set.items().stream()
                        .allMatch(
                                item ->
                                        item instanceof Expr.Number number
                                                && !holds(
                                                        compare.op(),
                                                        number.value(),
                                                        right.value()));
    }

    private static boolean exclude(Condition.Bits a, Condition.Bits lacks) {
        if (lacks.op() != Condition.BitTest.LACKS
                || !(a.right() instanceof Expr.Number x)
                || !(lacks.right() instanceof Expr.Number y)) {
            return false;
        }
        return switch (a.op()) {
            case HAS -> (x.value() & y.value()) != 0;
            case OVERLAPS -> (x.value() & ~y.value()) == 0;
            case LACKS -> false;
        };
    }
}
