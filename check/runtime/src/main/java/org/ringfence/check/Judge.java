package org.ringfence.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Evaluator evaluator = match.evaluator();
        Rule.Conditions conditions = rule.conditions();
        if (roles.within(conditions.within(), match.node(), evaluator) != Truth.TRUE) {
            return Optional.empty();
        }
        for (Rule.Let let : conditions.lets()) {
            evaluator.bindings().bind(let.variable(), evaluator.value(let.value()));
        }
        for (Rule.Clause clause : conditions.where()) {
            if (evaluator.truth(clause.condition()) != Truth.TRUE) {
                return Optional.empty();
            }
        }
        evaluator.forgetUnknowns();
        List<String> unknowns = new ArrayList<>();
        for (Rule.Clause clause : conditions.unless()) {
            int mark = evaluator.bindings().mark();
            Truth excused = evaluator.truth(clause.condition());
            evaluator.bindings().backTo(mark);
            if (excused == Truth.TRUE) {
                return Optional.empty();
            }
            if (excused == Truth.UNKNOWN) {
                unknowns.addAll(evaluator.unknowns());
            }
            evaluator.forgetUnknowns();
        }
        evaluator.budget().spend(STEPS_PER_FINDING);
        return Optional.of(finding(match, unknowns));
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
                unknowns);
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
