package org.ringfence.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.rule.Template;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** The rules of one kind of subject, run over one subject. Lives as long as that takes. */
final class Scan {
    private static final long NODES_PER_RULE = 5_000_000;

    private final Frame frame;
    private final Map<String, String> implicits;
    private final Map<String, Budget> budgets = new HashMap<>();
    private final Set<String> overBudget = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    Scan(Subject subject, Map<String, String> implicits) {
        this.frame = new Frame(subject);
        this.implicits = implicits;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Ids of the rules that were stopped; what they found before stands. */
    Set<String> overBudget() {
        return overBudget;
    }

    void run(Dispatch dispatch) {
        if (!dispatch.isEmpty()) {
            walk(frame.subject().roots(), dispatch);
        }
    }

    private void walk(List<Node> nodes, Dispatch dispatch) {
        for (Node node : nodes) {
            for (List<Dispatch.Candidate> candidates : dispatch.at(node)) {
                for (Dispatch.Candidate candidate : candidates) {
                    bounded(candidate.rule(), budget -> tryAt(candidate, node, budget));
                }
            }
            walk(node.children(), dispatch);
        }
    }

    private void tryAt(Dispatch.Candidate candidate, Node node, Budget budget) {
        Bindings bindings = new Bindings();
        if (new Matcher(budget).matches(candidate.pattern(), node, bindings)) {
            if (!candidate.match().as().isEmpty()) {
                bindings.bind(candidate.match().as(), new Value.Element(node));
            }
            judge(candidate.rule(), node, bindings, budget);
        }
    }

    void run(Rule rule, Query.Each each) {
        bounded(
                rule,
                budget -> {
                    for (Node node : frame.subject().collection(each.collection().name())) {
                        Bindings bindings = new Bindings();
                        bindings.bind(each.variable(), new Value.Element(node));
                        judge(rule, node, bindings, budget);
                    }
                });
    }

    private interface Work {
        void with(Budget budget);
    }

    private void bounded(Rule rule, Work work) {
        if (overBudget.contains(rule.id())) {
            return;
        }
        try {
            work.with(budgets.computeIfAbsent(rule.id(), id -> new Budget(NODES_PER_RULE)));
        } catch (Budget.Spent spent) {
            overBudget.add(rule.id());
        }
    }

    private void judge(Rule rule, Node node, Bindings bindings, Budget budget) {
        Evaluator evaluator = new Evaluator(frame, node, bindings, implicits, budget);
        for (Rule.Let let : rule.conditions().lets()) {
            bindings.bind(let.variable(), evaluator.value(let.value()));
        }
        for (Rule.Clause clause : rule.conditions().where()) {
            if (evaluator.truth(clause.condition()) != Truth.TRUE) {
                return;
            }
        }
        evaluator.forgetUnknowns();
        List<String> unknowns = new ArrayList<>();
        for (Rule.Clause clause : rule.conditions().unless()) {
            Truth excused = evaluator.truth(clause.condition());
            if (excused == Truth.TRUE) {
                return;
            }
            if (excused == Truth.UNKNOWN) {
                unknowns.addAll(evaluator.unknowns());
            }
            evaluator.forgetUnknowns();
        }
        findings.add(finding(rule, node, bindings, evaluator, unknowns));
    }

    private Finding finding(
            Rule rule, Node node, Bindings bindings, Evaluator evaluator, List<String> unknowns) {
        Source source = frame.subject().source();
        Confidence confidence = rule.classification().confidence();
        List<Finding.Related> related = new ArrayList<>();
        for (Rule.Related r : rule.wording().related()) {
            span(r.at(), node, bindings)
                    .ifPresent(
                            span ->
                                    related.add(
                                            new Finding.Related(
                                                    span, render(r.message(), evaluator))));
        }
        List<Finding.Fix> fixes = new ArrayList<>();
        for (Rule.Fix fix : rule.fixes()) {
            if (evaluator.truth(fix.when()) == Truth.TRUE) {
                span(fix.target(), node, bindings)
                        .ifPresent(
                                span ->
                                        fixes.add(
                                                new Finding.Fix(
                                                        fix.safety(),
                                                        span,
                                                        render(fix.replacement(), evaluator))));
            }
        }
        return new Finding(
                rule,
                severity(rule, evaluator),
                unknowns.isEmpty() ? confidence : confidence.lowered(),
                source,
                span(rule.wording().at(), node, bindings).orElse(node.span()),
                render(rule.wording().message(), evaluator),
                related,
                fixes,
                captures(bindings, evaluator),
                unknowns);
    }

    private static Severity severity(Rule rule, Evaluator evaluator) {
        return rule.classification().severities().stream()
                .filter(severity -> evaluator.truth(severity.when()) == Truth.TRUE)
                .findFirst()
                .map(Rule.SeverityCase::severity)
                .orElse(rule.classification().severity());
    }

    private Map<String, String> captures(Bindings bindings, Evaluator evaluator) {
        Map<String, String> captures = new HashMap<>();
        bindings.toMap().forEach((name, value) -> captures.put("$" + name, evaluator.words(value)));
        for (String implicit : implicits.keySet()) {
            Value value = evaluator.value(new Expr.Capture("@" + implicit));
            if (value instanceof Value.Text text) {
                captures.put("@" + implicit, text.text());
            }
        }
        return captures;
    }

    private static String render(Template template, Evaluator evaluator) {
        StringBuilder out = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain plain) {
                out.append(plain.text());
            } else if (part instanceof Template.Hole hole) {
                out.append(evaluator.words(evaluator.value(hole.expr())));
            }
        }
        return out.toString();
    }

    /**
     * Where a capture stands; the whole match for an empty name; nothing for a capture that is no
     * place.
     */
    private static Optional<Span> span(String capture, Node node, Bindings bindings) {
        if (capture.isEmpty()) {
            return Optional.of(node.span());
        }
        return bindings.get(capture).flatMap(Scan::span);
    }

    private static Optional<Span> span(Value value) {
        if (value instanceof Value.Element element) {
            return Optional.of(element.node().span());
        } else if (value instanceof Value.Many many) {
            return many.values().stream()
                    .map(Scan::span)
                    .flatMap(Optional::stream)
                    .reduce(Span::to);
        }
        return Optional.empty();
    }
}
