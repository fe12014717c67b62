package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.dsl.rules.AndCond;
import org.ringfence.dsl.rules.Cond;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.NotCond;
import org.ringfence.dsl.rules.OrCond;
import org.ringfence.dsl.rules.Quantified;
import org.ringfence.dsl.rules.SeverityClause;
import org.ringfence.dsl.rules.UnlessClause;
import org.ringfence.dsl.rules.WhereClause;
import org.ringfence.rule.Condition;

/** Finds conditions that decide nothing: they never hold, always do, or are asked twice. */
final class DeadConditions {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;
    private final ClauseList clauses;
    private final Map<Cond, Condition> lowered;

    DeadConditions(RuleScope rule, ClauseList clauses) {
        this.rule = rule;
        this.clauses = clauses;
        this.lowered = rule.conditions();
    }

    /** Whether all of the operands must hold, or one is enough. */
    private enum Join {
        AND,
        OR
    }

    void check() {
        List<Cond> where = new ArrayList<>();
        for (WhereClause clause : clauses.all(WhereClause.class)) {
            where.addAll(operands(clause.getCond(), Join.AND));
        }
        List<Cond> unless = new ArrayList<>();
        for (UnlessClause clause : clauses.all(UnlessClause.class)) {
            unless.addAll(operands(clause.getCond(), Join.OR));
        }
        joined(where, Join.AND);
        joined(unless, Join.OR);
        unless.forEach(excuse -> excuse(excuse, where));
        severities(where);
        for (FixClause clause : clauses.all(FixClause.class)) {
            if (clause.getCond() != null) {
                narrowed(clause.getCond(), where, "so the fix is never offered");
            }
        }
    }

    private static List<Cond> operands(Cond cond, Join join) {
        List<Cond> operands = new ArrayList<>();
        if (join == Join.AND && cond instanceof AndCond and) {
            operands.addAll(operands(and.getLeft(), join));
            operands.addAll(operands(and.getRight(), join));
        } else if (join == Join.OR && cond instanceof OrCond or) {
            operands.addAll(operands(or.getLeft(), join));
            operands.addAll(operands(or.getRight(), join));
        } else {
            operands.add(cond);
        }
        return operands;
    }

    private Condition meaning(Cond cond) {
        return lowered.getOrDefault(cond, Condition.ALWAYS);
    }

    // --- conditions that are joined

    private void joined(List<Cond> operands, Join join) {
        for (int i = 0; i < operands.size(); i++) {
            Cond cond = operands.get(i);
            List<Cond> before = operands.subList(0, i);
            if (!isRepeated(cond, before)) {
                against(cond, before, join);
                inside(cond);
            }
        }
    }

    private boolean isRepeated(Cond cond, List<Cond> before) {
        Optional<Cond> same =
                before.stream().filter(b -> meaning(b).equals(meaning(cond))).findFirst();
        same.ifPresent(
                first ->
                        rule.problems()
                                .warning(
                                        PLACES.of(cond),
                                        ProblemCode.DEAD,
                                        "this is asked before, at " + position(first),
                                        removal(cond)));
        return same.isPresent();
    }

    private String position(Cond cond) {
        var origin = rule.workspace().origin(cond, PLACES.of(cond));
        return origin.line() + ":" + origin.column();
    }

    private void against(Cond cond, List<Cond> before, Join join) {
        for (Cond other : before) {
            Condition a = meaning(other);
            Condition b = meaning(cond);
            if (join == Join.AND && Foregone.exclude(a, b)) {
                never(cond, "this and `" + Places.text(other) + "` are never both true");
                return;
            } else if (join == Join.OR && Foregone.cover(a, b)) {
                rule.problems()
                        .warning(
                                PLACES.of(cond),
                                ProblemCode.DEAD,
                                "this or `"
                                        + Places.text(other)
                                        + "` is always true, so together they ask nothing");
                return;
            }
        }
    }

    private void never(Cond cond, String message) {
        rule.problems().error(PLACES.of(cond), ProblemCode.DEAD, message);
    }

    private void inside(Cond cond) {
        if (cond instanceof AndCond) {
            joined(operands(cond, Join.AND), Join.AND);
        } else if (cond instanceof OrCond) {
            joined(operands(cond, Join.OR), Join.OR);
        } else if (cond instanceof Quantified quantified) {
            inside(quantified.getBody());
        } else if (cond instanceof NotCond not) {
            not(not);
        } else {
            Foregone.truth(meaning(cond)).ifPresent(truth -> leaf(cond, truth));
        }
    }

    private void not(NotCond not) {
        if (not.getOperand() instanceof NotCond inner) {
            Place place = PLACES.of(not);
            int length = PLACES.of(inner.getOperand()).offset() - place.offset();
            boolean brackets = Places.text(not).matches("(?s)not\\s+\\(.*");
            Replacement cure =
                    new Replacement(new Place(place.offset(), length), "", "Remove both");
            rule.problems()
                    .warning(
                            place,
                            ProblemCode.DEAD,
                            "`not not` turns around twice, so it changes nothing",
                            brackets ? List.of() : List.of(cure));
        }
        inside(not.getOperand());
    }

    private void leaf(Cond cond, boolean truth) {
        if (!truth) {
            never(cond, "this is never true");
        } else if (!meaning(cond).equals(Condition.ALWAYS)) {
            rule.problems()
                    .warning(
                            PLACES.of(cond),
                            ProblemCode.DEAD,
                            "this is always true, so it asks nothing",
                            removal(cond));
        }
    }

    /** Takes an operand out of an `and` or `or`, or a clause that has no other. */
    private static List<Replacement> removal(Cond cond) {
        Place place = PLACES.of(cond);
        if (cond.eContainer() instanceof WhereClause || cond.eContainer() instanceof UnlessClause) {
            return List.of(new Replacement(PLACES.of(cond.eContainer()), "", "Remove the clause"));
        }
        Cond left =
                cond.eContainer() instanceof AndCond and
                        ? and.getLeft()
                        : cond.eContainer() instanceof OrCond or ? or.getLeft() : cond;
        if (left == cond) {
            return List.of();
        }
        Place before = PLACES.of(left);
        int from = before.offset() + before.length();
        // where brackets stand around either, taking it out would tear them
        return PLACES.isPlainJoin(cond.eContainer(), from, place.offset())
                ? List.of(
                        new Replacement(
                                new Place(from, place.offset() + place.length() - from),
                                "",
                                "Remove it"))
                : List.of();
    }

    // --- clauses against each other

    private void excuse(Cond excuse, List<Cond> where) {
        for (Cond asked : where) {
            if (meaning(asked).equals(meaning(excuse))) {
                never(
                        excuse,
                        "`where` asks for just this, at "
                                + position(asked)
                                + ": the rule never finds anything");
                return;
            } else if (Foregone.exclude(meaning(asked), meaning(excuse))) {
                rule.problems()
                        .warning(
                                PLACES.of(excuse),
                                ProblemCode.DEAD,
                                "this excuses nothing, because `where` asks for `"
                                        + Places.text(asked)
                                        + "`",
                                removal(excuse));
                return;
            }
        }
    }

    private void severities(List<Cond> where) {
        List<Cond> before = new ArrayList<>();
        for (SeverityClause clause : clauses.all(SeverityClause.class)) {
            if (clause.getCond() != null) {
                boolean again =
                        before.stream().anyMatch(b -> meaning(b).equals(meaning(clause.getCond())));
                if (again) {
                    rule.problems()
                            .warning(
                                    PLACES.of(clause.getCond()),
                                    ProblemCode.DEAD,
                                    "an earlier `severity` has the same condition and decides",
                                    List.of(
                                            new Replacement(
                                                    PLACES.of(clause), "", "Remove the clause")));
                }
                before.add(clause.getCond());
                narrowed(clause.getCond(), where, "so this severity is never given");
            }
        }
    }

    /** A condition that is asked only where all of {@code where} holds. */
    private void narrowed(Cond cond, List<Cond> where, String consequence) {
        List<Cond> operands = operands(cond, Join.AND);
        joined(operands, Join.AND);
        for (Cond operand : operands) {
            for (Cond asked : where) {
                if (Foregone.exclude(meaning(asked), meaning(operand))) {
                    never(
                            operand,
                            "this is never true where `"
                                    + Places.text(asked)
                                    + "` is asked for, "
                                    + consequence);
                }
            }
        }
    }
}
