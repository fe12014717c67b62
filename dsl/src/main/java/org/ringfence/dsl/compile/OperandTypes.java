package org.ringfence.dsl.compile;

import java.util.List;
import org.ringfence.dsl.rules.BitTest;
import org.ringfence.dsl.rules.Comparison;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.rules.KindTest;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.SetLiteral;
import org.ringfence.rule.Expr;
import org.ringfence.subject.Vocabulary.Type;

/** Refuses relations between values that can never hold. */
final class OperandTypes {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;

    OperandTypes(RuleScope rule) {
        this.rule = rule;
    }

    private void error(Place place, ProblemCode code, String message) {
        rule.problems().error(place, code, message);
    }

    private void error(Place place, ProblemCode code, String message, Suggestion meant) {
        rule.problems().error(place, code, message, meant);
    }

    void checkStandsAlone(Typed value, Place place) {
        boolean written = value.expr() instanceof Expr.Text && value != Typed.BROKEN;
        if (written || value.type() == Type.NUMBER || value.type() == Type.LIST) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "this is "
                            + Typed.words(value.type())
                            + ", not a condition: compare it with something");
        }
    }

    void checkElement(Typed left, Place place, String relation) {
        if (!left.is(Type.ELEMENT)) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "`"
                            + relation
                            + "` asks about a piece of the subject, but this is "
                            + Typed.words(left.type()));
        }
    }

    void checkText(Typed left, Place place) {
        if (!left.is(Type.TEXT) && left.type() != Type.ELEMENT) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "`like` asks for a text, but this is " + Typed.words(left.type()));
        }
    }

    void checkKind(KindTest test) {
        var kinds = rule.vocabulary().kinds().keySet();
        if (!kinds.contains(test.getKind())) {
            error(
                    PLACES.of(test, RulesPackage.Literals.KIND_TEST__KIND),
                    ProblemCode.UNKNOWN_NAME,
                    "`" + rule.vocabulary().subject() + "` has no kind `" + test.getKind() + "`",
                    Suggestion.of(test.getKind(), kinds));
        }
    }

    /** A piece of the subject is compared by its text. */
    private static Type plain(Typed value) {
        return value.type() == Type.ELEMENT ? Type.TEXT : value.type();
    }

    void checkComparison(Comparison comparison, Typed left, Typed right) {
        Type a = plain(left);
        Type b = plain(right);
        Place place = PLACES.of(comparison.eContainer());
        if (a == Type.TRUTH || b == Type.TRUTH || a == Type.LIST || b == Type.LIST) {
            Type odd = a == Type.TRUTH || a == Type.LIST ? a : b;
            error(
                    place,
                    ProblemCode.TYPE,
                    odd == Type.TRUTH
                            ? "what is true or false is not compared: it stands alone, or behind"
                                    + " `not`"
                            : "a list is not compared: use `in`, `any` or `every`");
        } else if (a != Type.ANY && b != Type.ANY && a != b) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "this compares "
                            + Typed.words(left.type())
                            + " with "
                            + Typed.words(right.type())
                            + ", which are never equal"
                            + numberHint(left, right));
        }
    }

    private String numberHint(Typed left, Typed right) {
        if (left.type() != Type.ELEMENT && right.type() != Type.ELEMENT) {
            return "";
        }
        List<String> functions =
                rule.vocabulary().functions().entrySet().stream()
                        .filter(f -> f.getValue().result() == Type.NUMBER)
                        .filter(f -> f.getValue().parameters().equals(List.of(Type.ELEMENT)))
                        .map(f -> "`" + f.getKey() + "(...)`")
                        .sorted()
                        .toList();
        return functions.isEmpty()
                ? ""
                : "; ask for its number with " + String.join(" or ", functions);
    }

    void checkMembership(Typed left, Typed right, Expression ast) {
        if (!right.is(Type.LIST)) {
            error(
                    PLACES.of(ast),
                    ProblemCode.TYPE,
                    "`in` wants a set or a list, but this is " + Typed.words(right.type()));
        } else if (left.type() == Type.TRUTH || left.type() == Type.LIST) {
            error(
                    PLACES.of(ast.eContainer().eContainer()),
                    ProblemCode.TYPE,
                    Typed.words(left.type()) + " is no item of a set");
        } else if (left.type() == Type.NUMBER && right.expr() instanceof Expr.Set set) {
            checkNumbers(set, ast, "a number is looked for");
        }
    }

    void checkBits(BitTest test, Typed left, Place place, Typed right) {
        if (!left.is(Type.NUMBER)) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "`"
                            + test.getOp()
                            + "` asks for bits, but this is "
                            + Typed.words(left.type()));
        }
        Expression ast = test.getRight();
        if (right.expr() instanceof Expr.Set set) {
            checkNumbers(set, ast, "`" + test.getOp() + "` asks for bits");
        } else if (!right.is(Type.NUMBER) && !right.is(Type.LIST)) {
            error(
                    PLACES.of(ast),
                    ProblemCode.TYPE,
                    "`"
                            + test.getOp()
                            + "` asks for bits, but this is "
                            + Typed.words(right.type()));
        }
    }

    private void checkNumbers(Expr.Set set, Expression ast, String why) {
        for (int i = 0; i < set.items().size(); i++) {
            if (set.items().get(i) instanceof Expr.Text text) {
                boolean inPlace = ast instanceof SetLiteral;
                Suggestion meant =
                        Suggestion.of(text.text(), rule.vocabulary().constants().keySet());
                error(
                        inPlace
                                ? PLACES.of(ast, RulesPackage.Literals.SET_LITERAL__ITEMS, i)
                                : PLACES.of(ast),
                        ProblemCode.TYPE,
                        why
                                + ", but `"
                                + text.text()
                                + "`"
                                + (inPlace ? "" : " of the set `" + set.name() + "`")
                                + " is no constant of `"
                                + rule.vocabulary().subject()
                                + "`",
                        inPlace ? meant : Suggestion.inWords(meant.words()));
            }
        }
    }
}
