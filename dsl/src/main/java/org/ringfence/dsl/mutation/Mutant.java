package org.ringfence.dsl.mutation;

import java.util.Objects;
import org.ringfence.rule.Origin;
import org.ringfence.rule.Rule;

/**
 * A rule with one part changed.
 *
 * @param rule as it is after the change
 * @param clause the clause that was changed, as an author would write it
 * @param origin where the clause stands, or the rule where a clause has no place of its own
 * @param change what was done, such as {@code without `kernel-mode()`}
 * @param wanted an example that would notice, as the end of "this wants ..."
 * @param definition what rules share that use one definition; empty for what the rule says itself
 */
public record Mutant(
        Rule rule, String clause, Origin origin, String change, String wanted, String definition) {
    public Mutant {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(definition, "definition");
    }
}
