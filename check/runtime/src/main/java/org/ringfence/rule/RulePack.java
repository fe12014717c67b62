package org.ringfence.rule;

import java.util.List;
import java.util.Objects;

/** Rules that travel together, in order of their ids. */
public record RulePack(String name, String version, List<Rule> rules) {
    /** The version of the pack format that this engine writes and reads. */
    public static final int FORMAT = 1;

    public RulePack {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        rules = rules.stream().sorted(java.util.Comparator.comparing(Rule::id)).toList();
    }
}
