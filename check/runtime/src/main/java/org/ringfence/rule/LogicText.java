package org.ringfence.rule;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Conditions and expressions as an author would write them, for traces and messages. */
public final class LogicText {
    private final UnaryOperator<String> captures;

    /**
     * @param captures how to show a capture, given as {@code $X} or {@code @macro}
     */
    public LogicText(UnaryOperator<String> captures) {
        this.captures = captures;
    }

    /** Shows captures by their names. */
    public static LogicText asWritten() {
        return new LogicText(UnaryOperator.identity());
    }

    /** A condition in one line. */
    public String of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined(and.operands(), " and ");
        } else if (condition instanceof Condition.Or or) {
            return joined(or.operands(), " or ");
        } else if (condition instanceof Condition.Not not) {
            return "not " + operand(not.operand());
        } else if (condition instanceof Condition.Compare compare) {
            return of(compare.left()) + " " + sign(compare.op()) + " " + of(compare.right());
        } else if (condition instanceof Condition.In in) {
            return of(in.left()) + " in " + of(in.right());
        } else if (condition instanceof Condition.Bits bits) {
            return of(bits.left()) + " " + word(bits.op()) + " " + of(bits.right());
        } else if (condition instanceof Condition.Holds holds) {
            return of(holds.expr());
        } else if (condition instanceof Condition.Is is) {
            return of(is.left()) + " is " + is.kind();
        } else if (condition instanceof Condition.Like like) {
            return of(like.left()) + " like " + quoted(like.regex());
        } else if (condition instanceof Condition.Quantified quantified) {
            return (quantified.every() ? "every $" : "any $")
                    + quantified.variable()
                    + " in "
                    + of(quantified.collection())
                    + " satisfies "
                    + operand(quantified.body());
        }
        return placed(condition);
    }

    /** What asks about the surroundings of a place. */
    private String placed(Condition condition) {
        if (condition instanceof Condition.Structural structural) {
            return of(structural.left())
                    + " "
                    + word(structural.op())
                    + " "
                    + of(structural.alternatives());
        } else if (condition instanceof Condition.Path path) {
            boolean said = path.every() && path.op() != Condition.PathTest.DOMINATED;
            return of(path.left())
                    + " "
                    + word(path.op())
                    + " by "
                    + of(path.alternatives())
                    + (said ? " on every path" : "");
        }
        Condition.Flows flows = (Condition.Flows) condition;
        return of(flows.left())
                + (flows.pointer() ? " flows as pointer " : " flows ")
                + word(flows.direction())
                + " "
                + of(flows.alternatives());
    }

    private String joined(List<Condition> operands, String word) {
        return operands.stream().map(this::operand).collect(Collectors.joining(word));
    }

    private String operand(Condition condition) {
        boolean joined = condition instanceof Condition.And || condition instanceof Condition.Or;
        return joined ? "(" + of(condition) + ")" : of(condition);
    }

    /** An expression in one line. */
    public String of(Expr expr) {
        if (expr instanceof Expr.Capture capture) {
            String name = capture.name();
            return captures.apply(name.startsWith("@") ? name : "$" + name);
        } else if (expr instanceof Expr.Call call) {
            return call.function() + "(" + list(call.arguments()) + ")";
        } else if (expr instanceof Expr.Attribute attribute) {
            return of(attribute.target()) + "." + attribute.name();
        } else if (expr instanceof Expr.Collection collection) {
            return collection.name();
        } else if (expr instanceof Expr.Number number) {
            return number.written();
        } else if (expr instanceof Expr.Text text) {
            return quoted(text.text());
        } else if (expr instanceof Expr.Lookup lookup) {
            return lookup.map() + "[" + of(lookup.key()) + "]";
        } else if (expr instanceof Expr.Parameter parameter) {
            return parameter.name();
        }
        Expr.Set set = (Expr.Set) expr;
        return set.name().isEmpty() ? "{ " + list(set.items()) + " }" : set.name();
    }

    /** A text with its holes in braces: {@code the handle {$H} leaks}. */
    public String of(Template template) {
        return template.parts().stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Template.Part part) {
        return part instanceof Template.Hole hole
                ? "{" + of(hole.expr()) + "}"
                : ((Template.Plain) part).text();
    }

    /** Alternatives in one line; those that one named pattern stands for are said once. */
    public String of(List<Alternative> alternatives) {
        return alternatives.stream()
                .map(Alternative::written)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private String list(List<Expr> exprs) {
        return exprs.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Condition.Comparison op) {
        return switch (op) {
            case EQ -> "==";
            case NE -> "!=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
        };
    }
}
