package org.ringfence.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** Decides whether a match breaks the rule, and says so. */
final class Judge {
    /** The capture that says which part of {@code unless} does not excuse the match. */
    static final String WHY = "@why";

    /** A finding takes memory, so a rule that flags everything is cut early. */
    private static final long STEPS_PER_FINDING = 100;

    private final Rule rule;
    private final Roles roles;

    Judge(Rule rule, Roles roles) {
        this.rule = rule;
        this.roles = roles;
    }

    /** The finding, or nothing where the rule is kept or a condition is not proven. */
    Optional<Finding> finding(Match match) {
        List<String> unknowns = new ArrayList<>();
        boolean stands =
                clauses(
                        match,
                        verdict -> {
                            if (verdict.kind() == Verdict.Kind.UNLESS) {
                                unknowns.addAll(verdict.unknowns());
                            }
                            return !verdict.kills();
                        });
        if (!stands) {
            return Optional.empty();
        }
        match.evaluator().budget().spend(STEPS_PER_FINDING);
        return Optional.of(finding(match, unknowns));
    }

    /**
     * Asks the clauses in their order as long as the listener wants to hear the next.
     *
     * @return whether it wanted to hear all
     */
    boolean clauses(Match match, Predicate<Verdict> listener) {
        Evaluator evaluator = match.evaluator();
        Rule.Conditions conditions = rule.conditions();
        if (!conditions.within().isEmpty()) {
            Truth within = roles.within(conditions.within(), match.node(), evaluator);
            if (!listener.test(
                    verdict(
                            Verdict.Kind.WITHIN,
                            new Rule.Clause(Condition.ALWAYS, rule.origin()),
                            within,
                            evaluator))) {
                return false;
            }
        }
        for (Rule.Let let : conditions.lets()) {
            evaluator.bindings().bind(let.variable(), evaluator.value(let.value()));
        }
        for (Rule.Clause clause : conditions.where()) {
            evaluator.forgetUnknowns();
            Truth truth = evaluator.truth(clause.condition());
            if (!listener.test(verdict(Verdict.Kind.WHERE, clause, truth, evaluator))) {
                return false;
            }
        }
        for (Rule.Clause clause : conditions.unless()) {
            evaluator.forgetUnknowns();
            int mark = evaluator.bindings().mark();
            Truth truth = evaluator.truth(clause.condition());
            boolean more = listener.test(verdict(Verdict.Kind.UNLESS, clause, truth, evaluator));
            evaluator.bindings().backTo(mark);
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private static Verdict verdict(
            Verdict.Kind kind, Rule.Clause clause, Truth truth, Evaluator evaluator) {
        List<String> unknowns = truth == Truth.UNKNOWN ? evaluator.unknowns() : List.of();
        return new Verdict(kind, clause.condition(), clause.origin(), truth, unknowns);
    }

    private Finding finding(Match match, List<String> unknowns) {
        Evaluator evaluator = match.evaluator();
        String why = why(evaluator);
        if (!why.isEmpty()) {
            evaluator.bindings().bind(WHY, new Value.Text(why));
        }
        Confidence confidence = rule.classification().confidence();
        List<Finding.Related> related = new ArrayList<>();
        for (Rule.Related r : rule.wording().related()) {
            match.span(r.at())
                    .ifPresent(s -> related.add(new Finding.Related(s, match.render(r.message()))));
        }
        return new Finding(
                rule,
                severity(evaluator),
                unknowns.isEmpty() ? confidence : confidence.lowered(),
                match.source(),
                match.span(rule.wording().at()).orElse(match.node().span()),
                match.render(rule.wording().message()),
                related,
                trace(match),
                fixes(match),
                match.captures(),
                unknowns,
                Finding.Build.ANY);
    }

    /** The first part of the {@code unless} clauses that does not hold, with what it is about. */
    private String why(Evaluator evaluator) {
        LogicText words =
                new LogicText(
                        capture ->
                                evaluator
                                        .bindings()
                                        .get(capture.substring(1))
                                        .map(evaluator::words)
                                        .orElse(capture));
        for (Rule.Clause clause : rule.conditions().unless()) {
            for (Condition part : parts(clause.condition())) {
                if (evaluator.truth(part) != Truth.TRUE) {
                    String why = "not " + words.of(part);
                    evaluator.budget().spendOn(why);
                    return why;
                }
            }
        }
        return "";
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof Condition.And and ? and.operands() : List.of(condition);
    }

    private Severity severity(Evaluator evaluator) {
        return rule.classification().severities().stream()
                .filter(severity -> evaluator.truth(severity.when()) == Truth.TRUE)
                .findFirst()
                .map(Rule.SeverityCase::severity)
                .orElse(rule.classification().severity());
    }

    private static List<Finding.Step> trace(Match match) {
        return match.steps().stream()
                .map(step -> new Finding.Step(step.source(), step.node().span(), step.what()))
                .toList();
    }

    private List<Finding.Fix> fixes(Match match) {
        Fixes fixes = new Fixes(match);
        List<Finding.Fix> applicable = new ArrayList<>();
        for (Rule.Fix fix : rule.fixes()) {
            if (match.evaluator().truth(fix.when()) == Truth.TRUE) {
                Optional<Node.Edit> edit = fixes.edit(fix.change());
                edit.ifPresent(
                        e -> applicable.add(new Finding.Fix(fix.safety(), e.span(), e.text())));
            }
        }
        return applicable;
    }
}
