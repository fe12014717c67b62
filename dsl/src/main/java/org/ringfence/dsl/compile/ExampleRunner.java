package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Objects;
import org.ringfence.rule.Rule;

/** Runs the tests of rules for a compiler, which has no engine of its own. */
@FunctionalInterface
public interface ExampleRunner {
    /** What came of each test of a rule, in their order. */
    List<Outcome> run(Rule rule);

    /**
     * @param failure what was expected and what came; empty where the test passed
     * @param found what the rule finds in the code of the test
     */
    record Outcome(String failure, List<Found> found) {
        public Outcome {
            Objects.requireNonNull(failure, "failure");
            found = List.copyOf(found);
        }
    }

    /**
     * A finding in the code of a test.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     * @param length in UTF-16 units
     */
    record Found(int line, int column, int length, String message) {
        public Found {
            Objects.requireNonNull(message, "message");
        }
    }
}
