package org.ringfence.subject;

import java.util.List;

/** Parses the text of a code-pattern literal with the parser that reads the subject itself. */
@FunctionalInterface
public interface PatternParser {
    /**
     * @param literal what stands between the backticks; {@code $X}, {@code $_}, {@code $...},
     *     {@code $...NAME} are holes, {@code $$} is a dollar
     */
    Parsed parse(String literal);

    /** How a literal was read. */
    sealed interface Parsed {
        /**
         * @param readAs for people: {@code "a call"}, {@code "an access control entry"}
         */
        record Understood(Pattern pattern, String readAs) implements Parsed {}

        /** At least one problem. */
        record Broken(List<Problem> problems) implements Parsed {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What is wrong with a literal.
     *
     * @param start 0-based offset in the literal, in UTF-16 units
     * @param length in UTF-16 units, at least 0
     */
    record Problem(int start, int length, String message) {}
}
