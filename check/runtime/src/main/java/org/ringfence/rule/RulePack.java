package org.ringfence.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Rules that travel together.
 *
 * @param name such as {@code ringfence::drivers}
 * @param topics what the guidance said of each topic that a rule names when the pack was compiled,
 *     in order of ids; so a report can explain a finding without the guidance at hand
 * @param parameters what a team can set, in order of names
 * @param rules in order of ids
 */
public record RulePack(
        String name,
        String version,
        List<TopicSummary> topics,
        List<Parameter> parameters,
        List<Rule> rules) {
    /** The version of the pack format that this engine writes and reads. */
    public static final int FORMAT = 2;

    public RulePack {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        topics = topics.stream().sorted(Comparator.comparing(TopicSummary::id)).toList();
        parameters = parameters.stream().sorted(Comparator.comparing(Parameter::name)).toList();
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    }

    /**
     * What a team can set.
     *
     * @param name with its pack: {@code acme::drivers::max-stack}
     * @param about one sentence, or empty
     * @param value what it is where nobody sets it: a number, a text or a set
     */
    public record Parameter(String name, String about, Expr value) {
        public Parameter {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(value, "value");
        }
    }

    /** What an engine must be able to do to run every rule. */
    public SortedSet<String> features() {
        SortedSet<String> features = new TreeSet<>();
        rules.forEach(rule -> features.addAll(rule.features()));
        return features;
    }

    /** A topic in two lines. */
    public record TopicSummary(String id, String title, String summary) {
        public TopicSummary {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(summary, "summary");
        }
    }
}
