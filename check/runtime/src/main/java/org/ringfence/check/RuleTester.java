package org.ringfence.check;

import java.util.Collection;
import java.util.List;
import org.ringfence.rule.Rule;
import org.ringfence.subject.SubjectReader;

/** Runs the examples of rules: each is a little file of its own. */
public final class RuleTester {
    public RuleTester(Collection<SubjectReader> readers) {}

    /** The outcome of each example, in the rule's order. */
    public List<Outcome> test(Rule rule) {
        throw new UnsupportedOperationException("not written yet: " + rule);
    }

    /**
     * @param failure what was expected and what came, or empty where the example passed
     */
    public record Outcome(Rule rule, Rule.Example example, String failure) {
        public boolean passed() {
            return failure.isEmpty();
        }
    }
}
