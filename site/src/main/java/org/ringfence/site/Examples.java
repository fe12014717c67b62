package org.ringfence.site;

import java.util.List;
import java.util.Objects;
import org.ringfence.check.Finding;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;

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
        /** Returns a finding as a mark; of one that runs over several lines the first is marked. */
        public static Mark of(Finding finding) {
            Source source = finding.source();
            Position start = source.position(finding.span().start());
            int rest = source.line(start.line()).length() - start.column() + 1;
            int length = Math.min(finding.span().end() - finding.span().start(), rest);
            return new Mark(
                    new Place(start.line(), start.column(), Math.max(0, length)),
                    finding.severity().word(),
                    finding.message(),
                    finding.trace().stream().map(Mark::step).toList());
        }

        private static Step step(Finding.Step step) {
            int line = step.source().position(step.span().start()).line();
            return new Step(line, step.source().text(step.span()), step.what());
        }

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
