package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringfence.dsl.rules.AndCond;
import org.ringfence.dsl.rules.BitTest;
import org.ringfence.dsl.rules.Comparison;
import org.ringfence.dsl.rules.Cond;
import org.ringfence.dsl.rules.FlowTest;
import org.ringfence.dsl.rules.KindTest;
import org.ringfence.dsl.rules.Membership;
import org.ringfence.dsl.rules.NotCond;
import org.ringfence.dsl.rules.OrCond;
import org.ringfence.dsl.rules.PathTest;
import org.ringfence.dsl.rules.PatternAlternatives;
import org.ringfence.dsl.rules.Quantified;
import org.ringfence.dsl.rules.Relation;
import org.ringfence.dsl.rules.RelationCond;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.StructureTest;
import org.ringfence.dsl.rules.TextTest;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Regex;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Type;

/**
 * Turns conditions into data. What a pattern in a condition binds is seen by the conditions that
 * are joined to it with {@code and} behind it, and by nothing else.
 */
final class ConditionLowering {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;
    private final OperandTypes types;

    ConditionLowering(RuleScope rule) {
        this.rule = rule;
        this.types = new OperandTypes(rule);
    }

    /** Compiles a condition; adds to {@code captures} what is bound wherever it is true. */
    Condition lower(Cond cond, Captures captures) {
        Condition meaning = meaning(cond, captures);
        rule.means(cond, meaning);
        return meaning;
    }

    private Condition meaning(Cond cond, Captures captures) {
        if (cond instanceof AndCond and) {
            List<Condition> operands = new ArrayList<>();
            addOperand(operands, lower(and.getLeft(), captures), Condition.And.class);
            addOperand(operands, lower(and.getRight(), captures), Condition.And.class);
            return new Condition.And(operands);
        } else if (cond instanceof OrCond or) {
            List<Condition> operands = new ArrayList<>();
            addOperand(operands, lower(or.getLeft(), captures.copy()), Condition.Or.class);
            addOperand(operands, lower(or.getRight(), captures.copy()), Condition.Or.class);
            return new Condition.Or(operands);
        } else if (cond instanceof NotCond not) {
            return new Condition.Not(lower(not.getOperand(), captures.copy()));
        } else if (cond instanceof Quantified quantified) {
            return quantified(quantified, captures.copy());
        }
        return relation((RelationCond) cond, captures);
    }

    private static void addOperand(
            List<Condition> operands, Condition operand, Class<? extends Condition> joined) {
        if (!joined.isInstance(operand)) {
            operands.add(operand);
        } else if (operand instanceof Condition.And and) {
            operands.addAll(and.operands());
        } else if (operand instanceof Condition.Or or) {
            operands.addAll(or.operands());
        }
    }

    private Condition quantified(Quantified quantified, Captures captures) {
        rule.needs("quantifier");
        Typed collection = expression(quantified.getCollection(), captures);
        if (!collection.is(Type.LIST)) {
            rule.problems()
                    .error(
                            PLACES.of(quantified.getCollection()),
                            ProblemCode.TYPE,
                            "`"
                                    + quantified.getQuantifier()
                                    + "` walks a list, but this is "
                                    + Typed.words(collection.type()));
        }
        String name =
                rule.newName(
                        quantified.getVariable(),
                        captures,
                        PLACES.of(quantified, RulesPackage.Literals.QUANTIFIED__VARIABLE));
        // only collections of the vocabulary are known to hold elements
        captures.bind(
                name, collection.kind().isEmpty() ? Type.ANY : Type.ELEMENT, collection.kind());
        Condition body = lower(quantified.getBody(), captures);
        return new Condition.Quantified(
                quantified.getQuantifier().equals("every"), name, collection.expr(), body);
    }

    private Typed expression(org.ringfence.dsl.rules.Expression expression, Captures captures) {
        return new ExpressionLowering(rule, captures, PLACES).lower(expression);
    }

    // --- relations

    private Condition relation(RelationCond cond, Captures captures) {
        Relation relation = cond.getRelation();
        boolean bare = cond.getLeft() == null;
        if (bare && !speaksOfAPlace(relation)) {
            rule.problems()
                    .error(
                            PLACES.of(relation),
                            ProblemCode.TYPE,
                            "this compares nothing: write a value such as `$X` before it");
            return Condition.ALWAYS;
        }
        Typed left = bare ? whole() : expression(cond.getLeft(), captures);
        Place place = bare ? PLACES.of(relation) : PLACES.of(cond.getLeft());
        if (relation == null) {
            types.checkStandsAlone(left, place);
            return new Condition.Holds(left.expr());
        } else if (relation instanceof Comparison comparison) {
            return comparison(comparison, left, captures);
        } else if (relation instanceof KindTest test) {
            types.checkElement(left, place, "is");
            types.checkKind(test);
            return new Condition.Is(left.expr(), test.getKind());
        } else if (relation instanceof Membership membership) {
            Typed right = expression(membership.getRight(), captures);
            types.checkMembership(left, right, membership.getRight());
            return new Condition.In(left.expr(), right.expr());
        } else if (relation instanceof BitTest test) {
            rule.needs("bits");
            Typed right = expression(test.getRight(), captures);
            types.checkBits(test, left, place, right);
            return new Condition.Bits(
                    Condition.BitTest.valueOf(test.getOp().toUpperCase(Locale.ROOT)),
                    left.expr(),
                    right.expr());
        }
        return placed(relation, left, place, captures);
    }

    /** Whether the relation can be about the whole match, with nothing before it. */
    private static boolean speaksOfAPlace(Relation relation) {
        return relation instanceof StructureTest
                || relation instanceof KindTest
                || relation instanceof PathTest
                || relation instanceof FlowTest;
    }

    private Condition placed(Relation relation, Typed left, Place place, Captures captures) {
        if (relation instanceof TextTest test) {
            return like(test, left, place);
        } else if (relation instanceof PathTest test) {
            return path(test, left, place, captures);
        } else if (relation instanceof FlowTest test) {
            return flows(test, left, place, captures);
        }
        return structure((StructureTest) relation, left, place, captures);
    }

    private Condition like(TextTest test, Typed left, Place place) {
        rule.needs("like");
        types.checkText(left, place);
        Place at = PLACES.of(test, RulesPackage.Literals.TEXT_TEST__REGEX);
        String regex = rule.literals().string(test.getRegex(), at.offset()).text();
        try {
            if (Regex.of(regex).matches("") && Regex.of(regex).matches("any text")) {
                rule.problems()
                        .error(at, ProblemCode.TYPE, "every text is like this, so it asks nothing");
            }
        } catch (Regex.Malformed e) {
            rule.problems()
                    .error(at, ProblemCode.LITERAL, "no regular expression: " + e.getMessage());
        }
        return new Condition.Like(left.expr(), regex);
    }

    private Condition path(PathTest test, Typed left, Place place, Captures captures) {
        rule.needs("path");
        String words = test.getOp() + " by";
        rule.asks(Vocabulary.Ability.CONTROL_FLOW, PLACES.keyword(test, test.getOp()), words);
        types.checkElement(left, place, words);
        return new Condition.Path(
                Condition.PathTest.valueOf(test.getOp().toUpperCase(Locale.ROOT)),
                left.expr(),
                patterns(test.getPattern(), captures),
                test.isAll());
    }

    private Condition flows(FlowTest test, Typed left, Place place, Captures captures) {
        rule.needs("flows");
        String words = "flows " + test.getDirection();
        if (test.isPointer()) {
            rule.needs("as-pointer");
        }
        rule.asks(Vocabulary.Ability.DATA_FLOW, PLACES.keyword(test, "flows"), words);
        types.checkElement(left, place, words);
        return new Condition.Flows(
                Condition.Direction.valueOf(test.getDirection().toUpperCase(Locale.ROOT)),
                left.expr(),
                patterns(test.getPattern(), captures),
                test.isPointer());
    }

    private List<Alternative> patterns(PatternAlternatives patterns, Captures captures) {
        return new PatternLowering(rule)
                .lower(patterns).stream()
                        .map(
                                a ->
                                        new Alternative(
                                                PatternLowering.renamed(
                                                        a.pattern(), captures.renames()),
                                                a.where(),
                                                a.written()))
                        .toList();
    }

    private Typed whole() {
        return new Typed(new Expr.Capture(rule.whole()), Type.ELEMENT, "");
    }

    private Condition comparison(Comparison comparison, Typed left, Captures captures) {
        Typed right = expression(comparison.getRight(), captures);
        types.checkComparison(comparison, left, right);
        Condition.Comparison op =
                switch (comparison.getOp()) {
                    case "==" -> Condition.Comparison.EQ;
                    case "!=" -> Condition.Comparison.NE;
                    case "<" -> Condition.Comparison.LT;
                    case "<=" -> Condition.Comparison.LE;
                    case ">" -> Condition.Comparison.GT;
                    case ">=" -> Condition.Comparison.GE;
                    default -> throw new IllegalStateException(comparison.getOp());
                };
        return new Condition.Compare(op, left.expr(), right.expr());
    }

    private Condition structure(StructureTest test, Typed left, Place place, Captures captures) {
        rule.needs("structural");
        types.checkElement(left, place, test.getOp());
        List<Alternative> patterns = patterns(test.getPattern(), captures);
        captures.bindAll(patterns);
        Condition.Where op =
                switch (test.getOp()) {
                    case "matches" -> Condition.Where.MATCHES;
                    case "contains" -> Condition.Where.CONTAINS;
                    case "inside" -> Condition.Where.INSIDE;
                    default -> throw new IllegalStateException(test.getOp());
                };
        return new Condition.Structural(op, left.expr(), patterns);
    }
}
