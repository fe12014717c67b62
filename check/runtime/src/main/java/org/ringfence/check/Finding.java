package org.ringfence.check;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/**
 * A place that breaks the guidance.
 *
 * @param trace how a value came to the place, from its source on; empty where the rule follows none
 * @param captures what the metavariables were bound to, for tests and traces: name to source text
 * @param unknowns what could not be found out, each completes "unknown: ..."; not empty means that
 *     the confidence was lowered
 */
public record Finding(
        Rule rule,
        Severity severity,
        Confidence confidence,
        Source source,
        Span span,
        String message,
        List<Related> related,
        List<Step> trace,
        List<Fix> fixes,
        Map<String, String> captures,
        List<String> unknowns) {
    /** By path, offset, rule: the order of every report. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing((Finding f) -> f.source().path())
                    .thenComparing(f -> f.span().start())
                    .thenComparing(f -> f.span().end())
                    .thenComparing(f -> f.rule().id())
                    .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(rule, "rule");
        related = List.copyOf(related);
        trace = List.copyOf(trace);
        fixes = List.copyOf(fixes);
        captures = Collections.unmodifiableMap(new TreeMap<>(captures));
        unknowns = List.copyOf(unknowns);
    }

    public record Related(Span span, String message) {}

    /** A place on the way of a value, and what happens there. */
    public record Step(Source source, Span span, String what) {}

    /** One replacement in the finding's source. */
    public record Fix(Rule.Safety safety, Span span, String replacement) {}
}
