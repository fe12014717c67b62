package org.ringfence.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Rules that travel together.
 *
 * @param name such as {@code ringfence::drivers}
 * @param topics what the guidance said of each topic that a rule names when the pack was compiled,
 *     in order of ids; so a report can explain a finding without the guidance at hand
 * @param rules in order of ids
 */
public record RulePack(String name, String version, List<TopicSummary> topics, List<Rule> rules) {
    /** The version of the pack format that this engine writes and reads. */
    public static final int FORMAT = 1;

    public RulePack {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        topics = topics.stream().sorted(Comparator.comparing(TopicSummary::id)).toList();
        rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
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
