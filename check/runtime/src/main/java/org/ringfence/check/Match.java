package org.ringfence.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Template;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/**
 * A node that a rule's query found, with what its captures are bound to.
 *
 * @param steps how a value came here, for queries that follow one
 */
record Match(Node node, Evaluator evaluator, List<Flow.Step> steps) {
    Match {
        steps = List.copyOf(steps);
    }

    Source source() {
        return evaluator.frame().subject().source();
    }

    Value value(Expr expr) {
        return evaluator.value(expr);
    }

    String render(Template template) {
        StringBuilder out = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain plain) {
                out.append(evaluator.words(new Value.Text(plain.text())));
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
    Optional<Span> span(String capture) {
        return capture.isEmpty()
                ? Optional.of(node.span())
                : evaluator.bindings().get(capture).flatMap(Match::span);
    }

    private static Optional<Span> span(Value value) {
        if (value instanceof Value.Element element) {
            return Optional.of(element.node().span());
        } else if (value instanceof Value.Many many) {
            return many.values().stream()
                    .filter(Value.Element.class::isInstance)
                    .map(item -> ((Value.Element) item).node().span())
                    .reduce(Span::to);
        }
        return Optional.empty();
    }

    /** Every capture with what it is, as reports show it. */
    Map<String, String> captures() {
        Map<String, String> captures = new HashMap<>();
        evaluator
                .bindings()
                .toMap()
                .forEach(
                        (name, value) -> {
                            if (!name.equals(Scan.STEPS)) {
                                captures.put(written(name), evaluator.words(value));
                            }
                        });
        for (String implicit : evaluator.implicits().keySet()) {
            Value value = evaluator.value(new Expr.Capture("@" + implicit));
            if (value instanceof Value.Text text) {
                captures.put("@" + implicit, text.text());
            }
        }
        return captures;
    }

    private static String written(String name) {
        return name.startsWith("@") ? name : "$" + name;
    }
}
