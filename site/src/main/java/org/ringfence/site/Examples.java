package org.ringfence.site;

import java.util.List;
import java.util.Objects;
import org.ringfence.rule.Rule;

/** What the checker says about the examples of rules. */
@FunctionalInterface
public interface Examples {
    /** Knows nothing: pages mark the lines that carry a test marker, without a message. */
    Examples NONE = (rule, example) -> Outcome.NONE;

    /**
     * Returns what comes of running a rule on one of its examples; must give the same for the same
     * example.
     */
    Outcome of(Rule rule, Rule.Example example);

    /**
     * @param marks in any order
     * @param fixed the example with its fixes applied; empty where there is nothing to fix
     */
    record Outcome(List<Mark> marks, String fixed) {
        public static final Outcome NONE = new Outcome(List.of(), "");

        public Outcome {
            marks = List.copyOf(marks);
            Objects.requireNonNull(fixed, "fixed");
        }
    }

    /**
     * A finding on an example.
     *
     * @param severity a word, as the checker prints it
     * @param message as the checker prints it
     * @param way how a value came to the place, from its source on; empty where the rule follows
     *     none
     */
    record Mark(Place place, String severity, String message, List<Step> way) {
        public Mark {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(message, "message");
            way = List.copyOf(way);
        }
    }

    /**
     * Where a finding points to, in the code of the example.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     * @param length in UTF-16 units, on that line
     */
    record Place(int line, int column, int length) {
        public Place {
            if (line < 1 || column < 1 || length < 0) {
                throw new IllegalArgumentException(line + ":" + column + " +" + length);
            }
        }
    }

    /**
     * A place on the way of a value.
     *
     * @param line 1-based
     * @param code what stands there
     * @param what happens there
     */
    record Step(int line, String code, String what) {}
}
