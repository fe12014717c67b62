package org.ringfence.dsl.draft;

import java.util.SortedSet;
import org.ringfence.rule.Rule;

/** Runs rules for a draft: what compiles them knows nothing of running them. */
public interface Trial {
    /** Whether each example of the rule passes. */
    boolean passes(Rule rule);

    /** The lines, 1-based, on which the rule finds something in its first example. */
    SortedSet<Integer> found(Rule rule);
}
