package org.ringfence.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Regex;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** Evaluates the expressions and conditions of one rule at one match. */
final class Evaluator {
    private final Frame frame;
    private final Node anchor;
    private final Bindings bindings;
    private final Map<String, String> implicits;
    private final Budget budget;
    private final Shapes shapes = new Shapes(this);
    private final Set<String> unknowns = new LinkedHashSet<>();

    Evaluator(
            Frame frame,
            Node anchor,
            Bindings bindings,
            Map<String, String> implicits,
            Budget budget) {
        this.frame = frame;
        this.anchor = anchor;
        this.bindings = bindings;
        this.implicits = implicits;
        this.budget = budget;
    }

    Frame frame() {
        return frame;
    }

    Node anchor() {
        return anchor;
    }

    /** The same bindings and budget at another node, whose surroundings count from here on. */
    Evaluator at(Node node) {
        return new Evaluator(frame, node, bindings, implicits, budget);
    }

    Map<String, String> implicits() {
        return implicits;
    }

    Bindings bindings() {
        return bindings;
    }

    Budget budget() {
        return budget;
    }

    Shapes shapes() {
        return shapes;
    }

    /** Why something was unknown so far, in order. */
    List<String> unknowns() {
        return List.copyOf(unknowns);
    }

    void forgetUnknowns() {
        unknowns.clear();
    }

    // --- expressions

    Value value(Expr expr) {
        budget.spend();
        if (expr instanceof Expr.Capture capture) {
            return capture(capture.name());
        } else if (expr instanceof Expr.Call call) {
            List<Value> given = call.arguments().stream().map(this::value).toList();
            Value result = frame.subject().evaluate(call.function(), given);
            budget.spend(frame.unpaid());
            return result;
        } else if (expr instanceof Expr.Attribute attribute) {
            Value target = value(attribute.target());
            if (target instanceof Value.Element element) {
                return element.node().attribute(attribute.name());
            }
            return target instanceof Value.Unknown ? target : new Value.Absent();
        } else if (expr instanceof Expr.Collection collection) {
            return frame.collection(collection.name());
        } else if (expr instanceof Expr.Number number) {
            return new Value.Int(number.value());
        } else if (expr instanceof Expr.Text text) {
            return new Value.Text(text.text());
        } else if (expr instanceof Expr.Lookup lookup) {
            return lookup(lookup);
        } else if (expr instanceof Expr.Parameter parameter) {
            return value(frame.settings().of(parameter));
        }
        return new Value.Many(((Expr.Set) expr).items().stream().map(this::value).toList());
    }

    private Value lookup(Expr.Lookup lookup) {
        Value key = plain(value(lookup.key()));
        if (key instanceof Value.Unknown) {
            return key;
        }
        return lookup.entries().stream()
                .filter(entry -> isItem(key, entry.key()))
                .findFirst()
                .map(entry -> named(entry.value()))
                .orElse(new Value.Absent());
    }

    /** A constant in a map stands for its name: maps are made to write code. */
    private Value named(Expr expr) {
        return expr instanceof Expr.Number number ? new Value.Text(number.written()) : value(expr);
    }

    private Value capture(String name) {
        if (name.equals("@file")) {
            return new Value.Text(frame.subject().source().path());
        } else if (name.startsWith("@") && bindings.get(name).isEmpty()) {
            Optional<String> kind = Optional.ofNullable(implicits.get(name.substring(1)));
            return kind.flatMap(k -> frame.enclosing(anchor, k))
                    .<Value>map(node -> new Value.Text(node.label()))
                    .orElse(new Value.Absent());
        }
        budget.spend(bindings.mark());
        return bindings.get(name).orElse(new Value.Absent());
    }

    /** A value as a report shows it. */
    String words(Value value) {
        budget.spend();
        if (value instanceof Value.Element element) {
            return words(element.node());
        } else if (value instanceof Value.Text text) {
            budget.spendOn(text.text());
            return text.text();
        } else if (value instanceof Value.Int number) {
            return number.value() < 0 || number.value() > 9
                    ? "0x" + Long.toHexString(number.value())
                    : Long.toString(number.value());
        } else if (value instanceof Value.Truth truth) {
            return Boolean.toString(truth.value());
        } else if (value instanceof Value.Many many) {
            return String.join(", ", many.values().stream().map(this::words).toList());
        }
        return value instanceof Value.Unknown ? "(unknown)" : "(none)";
    }

    /** The text of a node in one line. */
    String words(Node node) {
        String text = frame.subject().source().text(node.span());
        budget.spendOn(text);
        return onOneLine(text.strip());
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean before = blank;
            blank = c == ' ' || c >= '\t' && c <= '\r';
            if (!blank) {
                line.append(c);
            } else if (!before) {
                line.append(' ');
            }
        }
        return line.toString();
    }

    // --- conditions

    Truth truth(Condition condition) {
        budget.spend();
        if (condition instanceof Condition.And and) {
            return fold(and.operands(), Truth.TRUE, Truth.FALSE);
        } else if (condition instanceof Condition.Or or) {
            return fold(or.operands(), Truth.FALSE, Truth.TRUE);
        } else if (condition instanceof Condition.Not not) {
            return truth(not.operand()).not();
        } else if (condition instanceof Condition.Compare compare) {
            return compare(compare);
        } else if (condition instanceof Condition.In in) {
            return in(in);
        } else if (condition instanceof Condition.Bits bits) {
            return bits(bits);
        } else if (condition instanceof Condition.Holds holds) {
            return holds(value(holds.expr()));
        } else if (condition instanceof Condition.Is is) {
            Value left = value(is.left());
            return left instanceof Value.Element element
                    ? Truth.of(element.node().kind().equals(is.kind()))
                    : unknownOr(left, Truth.FALSE);
        } else if (condition instanceof Condition.Like like) {
            return like(like);
        } else if (condition instanceof Condition.Quantified quantified) {
            return quantified(quantified);
        }
        return placed(condition);
    }

    /** What asks about the surroundings of a place. */
    private Truth placed(Condition condition) {
        if (condition instanceof Condition.Structural structural) {
            return at(structural.left(), node -> shapes.of(structural, node));
        } else if (condition instanceof Condition.Path path) {
            return at(path.left(), node -> new Paths(this, shapes).of(path, node));
        }
        Condition.Flows flows = (Condition.Flows) condition;
        return at(flows.left(), node -> new Paths(this, shapes).of(flows, node));
    }

    private Truth at(Expr left, Function<Node, Truth> question) {
        Value value = value(left);
        return value instanceof Value.Element element
                ? question.apply(element.node())
                : unknownOr(value, Truth.FALSE);
    }

    private Truth like(Condition.Like like) {
        Value left = plain(value(like.left()));
        if (!(left instanceof Value.Text text)) {
            return unknownOr(left, Truth.FALSE);
        }
        Regex regex = frame.regex(like.regex());
        budget.spend(1 + regex.steps(text.text()));
        return Truth.of(regex.matches(text.text()));
    }

    /** Kleene's conjunction or disjunction, up to the operand that decides. */
    private Truth fold(List<Condition> operands, Truth neutral, Truth decides) {
        Truth result = neutral;
        for (Condition operand : operands) {
            Truth truth = truth(operand);
            if (truth == decides) {
                return decides;
            }
            result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        return result;
    }

    /** Whether a question about flow was answered with yes. */
    Truth flows(Value answer) {
        budget.spend(frame.unpaid());
        return holds(answer);
    }

    Truth holds(Value value) {
        if (value instanceof Value.Truth truth) {
            return Truth.of(truth.value());
        }
        return unknownOr(value, Truth.of(!(value instanceof Value.Absent)));
    }

    private Truth unknownOr(Value value, Truth otherwise) {
        return value instanceof Value.Unknown unknown ? unknown(unknown.why()) : otherwise;
    }

    Truth unknown(String why) {
        unknowns.add(why);
        return Truth.UNKNOWN;
    }

    private Truth compare(Condition.Compare compare) {
        Value left = plain(value(compare.left()));
        Value right = plain(value(compare.right()));
        if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
            unknownOr(left, Truth.UNKNOWN);
            return unknownOr(right, Truth.UNKNOWN);
        }
        return switch (compare.op()) {
            case EQ -> Truth.of(same(left, right));
            case NE -> Truth.of(!same(left, right));
            case LT -> order(left, right, -1, -1);
            case LE -> order(left, right, -1, 0);
            case GT -> order(left, right, 1, 1);
            case GE -> order(left, right, 0, 1);
        };
    }

    /** Equality that pays for each value it looks at: lists may hold one another many times. */
    private boolean same(Value left, Value right) {
        budget.spend();
        if (left instanceof Value.Many a && right instanceof Value.Many b) {
            boolean same = a.values().size() == b.values().size();
            for (int i = 0; same && i < a.values().size(); i++) {
                same = same(a.values().get(i), b.values().get(i));
            }
            return same;
        }
        return left.equals(right);
    }

    /** Numbers by value, texts by UTF-16 unit; what has no order is in none. */
    private static Truth order(Value left, Value right, int from, int to) {
        int sign;
        if (left instanceof Value.Int a && right instanceof Value.Int b) {
            sign = Long.compare(a.value(), b.value());
        } else if (left instanceof Value.Text a && right instanceof Value.Text b) {
            sign = Integer.signum(a.text().compareTo(b.text()));
        } else {
            return Truth.FALSE;
        }
        return Truth.of(sign >= from && sign <= to);
    }

    private Value plain(Value value) {
        return value instanceof Value.Element ? new Value.Text(words(value)) : value;
    }

    private Truth in(Condition.In in) {
        Value left = plain(value(in.left()));
        if (left instanceof Value.Unknown) {
            return unknownOr(left, Truth.UNKNOWN);
        }
        Expr wanted = in.right();
        if (wanted instanceof Expr.Parameter parameter) {
            wanted = frame.settings().of(parameter);
        }
        if (wanted instanceof Expr.Set set) {
            return Truth.of(set.items().stream().anyMatch(item -> isItem(left, item)));
        }
        Value right = value(wanted);
        if (!(right instanceof Value.Many many)) {
            return unknownOr(right, Truth.FALSE);
        }
        return Truth.of(many.values().stream().anyMatch(item -> same(left, plain(item))));
    }

    /** A named constant is met by its value and, where the left side is a text, by its name. */
    private boolean isItem(Value left, Expr item) {
        budget.spend();
        if (item instanceof Expr.Number number && left instanceof Value.Text text) {
            return text.text().equals(number.written());
        }
        return same(left, plain(value(item)));
    }

    private Truth bits(Condition.Bits bits) {
        Value left = value(bits.left());
        if (!(left instanceof Value.Int mask)) {
            return unknownOr(left, Truth.UNKNOWN);
        }
        Value right = value(bits.right());
        long wanted = 0;
        for (Value item : right instanceof Value.Many many ? many.values() : List.of(right)) {
            budget.spend();
            if (!(item instanceof Value.Int number)) {
                return unknownOr(item, Truth.UNKNOWN);
            }
            wanted |= number.value();
        }
        long common = mask.value() & wanted;
        return switch (bits.op()) {
            case HAS -> Truth.of(common == wanted);
            case LACKS -> Truth.of(common == 0);
            case OVERLAPS -> Truth.of(common != 0);
        };
    }

    private Truth quantified(Condition.Quantified quantified) {
        Value collection = value(quantified.collection());
        if (collection instanceof Value.Unknown) {
            return unknownOr(collection, Truth.UNKNOWN);
        }
        List<Value> values = collection instanceof Value.Many many ? many.values() : List.of();
        Truth decides = Truth.of(!quantified.every());
        Truth result = decides.not();
        for (Value value : values) {
            int mark = bindings.mark();
            bindings.bind(quantified.variable(), value);
            Truth truth = truth(quantified.body());
            bindings.backTo(mark);
            if (truth == decides) {
                return decides;
            }
            result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        return result;
    }
}
