package org.ringfence.site;

import java.util.List;
import java.util.Objects;
import org.ringfence.rule.Rule;

/** What the checker says about the examples of rules. */
@FunctionalInterface
public interface Examples {
    /** Knows no findings: pages mark the lines that carry a test marker, without a message. */
    Examples NONE = (rule, example) -> List.of();

    /**
     * Returns the findings of a rule on one of its examples, in any order; must give the same for
     * the same example.
     */
    List<Mark> marks(Rule rule, Rule.Example example);

    /**
     * A finding on an example.
     *
     * @param line 1-based, in the code of the example
     * @param message as the checker prints it
     */
    record Mark(int line, String message) {
        public Mark {
            Objects.requireNonNull(message, "message");
            if (line < 1) {
                throw new IllegalArgumentException("line " + line);
            }
        }
    }
}
