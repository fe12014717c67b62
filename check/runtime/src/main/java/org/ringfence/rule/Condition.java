package org.ringfence.rule;

import java.util.List;
import java.util.Objects;
import org.ringfence.subject.Pattern;

/** A condition of a rule; its value is true, false or unknown. */
public sealed interface Condition {
    /** The condition of what has none. */
    Condition ALWAYS = new And(List.of());

    record And(List<Condition> operands) implements Condition {
        public And {
            operands = List.copyOf(operands);
        }
    }

    record Or(List<Condition> operands) implements Condition {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    record Not(Condition operand) implements Condition {
        public Not {
            Objects.requireNonNull(operand, "operand");
        }
    }

    record Compare(Comparison op, Expr left, Expr right) implements Condition {}

    enum Comparison {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE
    }

    /** The left value equals an item of the right one. */
    record In(Expr left, Expr right) implements Condition {}

    /** Bits of a mask: {@code has} all, {@code lacks} all, {@code overlaps} any of the right. */
    record Bits(BitTest op, Expr left, Expr right) implements Condition {}

    enum BitTest {
        HAS,
        LACKS,
        OVERLAPS
    }

    /** A truth-valued expression that stands alone. */
    record Holds(Expr expr) implements Condition {}

    /** The node is of a kind of the vocabulary. */
    record Is(Expr left, String kind) implements Condition {}

    /** The node itself, a node below it, or a node around it matches one of the patterns. */
    record Structural(Where op, Expr left, List<Pattern> patterns) implements Condition {
        public Structural {
            patterns = List.copyOf(patterns);
        }
    }

    enum Where {
        MATCHES,
        CONTAINS,
        INSIDE
    }

    /** {@code any $V in coll satisfies body}, or {@code every}. */
    record Quantified(boolean every, String variable, Expr collection, Condition body)
            implements Condition {}
}
