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
 * @param build of which builds it is true
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
        List<String> unknowns,
        Build build) {
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
        Objects.requireNonNull(build, "build");
    }

    /** The same finding, true of some builds. */
    Finding in(Build some) {
        return new Finding(
                rule,
                severity,
                confidence,
                source,
                span,
                message,
                related,
                trace,
                fixes,
                captures,
                unknowns,
                some);
    }

    /**
     * Some builds of the checked code.
     *
     * @param presence the condition under which the place is compiled, as the code writes it; empty
     *     if it always is
     * @param configurations those that were asked for and have the finding; empty if all have it
     */
    public record Build(String presence, List<String> configurations) {
        public static final Build ANY = new Build("", List.of());

        public Build {
            Objects.requireNonNull(presence, "presence");
            configurations = List.copyOf(configurations);
        }
    }

    public record Related(Span span, String message) {}

    /** A place on the way of a value, and what happens there. */
    public record Step(Source source, Span span, String what) {}

    /** One replacement in the finding's source. */
    public record Fix(Rule.Safety safety, Span span, String replacement) {}
}
