package org.ringfence.rule;

import java.util.List;
import java.util.Objects;

/** A condition of a rule; its value is true, false or unknown. */
public sealed interface Condition {
    /** The condition of what has none. */
    Condition ALWAYS = new And(List.of());

    /** Asks about the value of an expression. */
    sealed interface About extends Condition {
        Expr left();
    }

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

    record Compare(Comparison op, Expr left, Expr right) implements About {}

    enum Comparison {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE
    }

    /** The left value equals an item of the right one. */
    record In(Expr left, Expr right) implements About {}

    /** Bits of a mask: {@code has} all, {@code lacks} all, {@code overlaps} any of the right. */
    record Bits(BitTest op, Expr left, Expr right) implements About {}

    enum BitTest {
        HAS,
        LACKS,
        OVERLAPS
    }

    /** A truth-valued expression that stands alone. */
    record Holds(Expr expr) implements Condition {}

    /** The node is of a kind of the vocabulary. */
    record Is(Expr left, String kind) implements About {}

    /** The text matches the whole regular expression, which is read in linear time (RE2). */
    record Like(Expr left, String regex) implements About {
        public Like {
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(regex, "regex");
        }
    }

    /** The node itself, a node below it, or a node around it matches one of the alternatives. */
    record Structural(Where op, Expr left, List<Alternative> alternatives) implements About {
        public Structural {
            alternatives = List.copyOf(alternatives);
        }
    }

    enum Where {
        MATCHES,
        CONTAINS,
        INSIDE
    }

    /**
     * Paths of control that lead to the node, or on from it, pass a match of the alternatives.
     *
     * @param every whether each path must, or one is enough; {@code DOMINATED} means each
     */
    record Path(PathTest op, Expr left, List<Alternative> alternatives, boolean every)
            implements About {
        public Path {
            alternatives = List.copyOf(alternatives);
        }
    }

    enum PathTest {
        DOMINATED,
        GUARDED,
        PRECEDED,
        FOLLOWED
    }

    /**
     * The value derives from a match of the alternatives, or arrives in one.
     *
     * @param pointer as in {@link org.ringfence.subject.Flow.Way}
     */
    record Flows(Direction direction, Expr left, List<Alternative> alternatives, boolean pointer)
            implements About {
        public Flows {
            alternatives = List.copyOf(alternatives);
        }
    }

    enum Direction {
        FROM,
        TO
    }

    /** {@code any $V in coll satisfies body}, or {@code every}. */
    record Quantified(boolean every, String variable, Expr collection, Condition body)
            implements Condition {}
}
