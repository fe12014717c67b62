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

    /**
     * Little files, one of which a pattern has to match if it can match anything: the literal with
     * something in the place of its holes, and with what must stand around it.
     *
     * @param literal one that is understood
     * @return none where this cannot be told
     */
    default List<Source> samples(String literal) {
        return List.of();
    }

    /** How a literal was read. */
    sealed interface Parsed {
        /**
         * @param readAs for people: {@code "a call"}, {@code "an access control entry"}
         * @param cautions where the literal may have been meant otherwise
         */
        record Understood(Pattern pattern, String readAs, List<Problem> cautions)
                implements Parsed {
            public Understood {
                cautions = List.copyOf(cautions);
            }

            public Understood(Pattern pattern, String readAs) {
                this(pattern, readAs, List.of());
            }
        }

        /** At least one problem. */
        record Broken(List<Problem> problems) implements Parsed {
            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What is wrong or doubtful with a literal.
     *
     * @param start 0-based offset in the literal, in UTF-16 units
     * @param length in UTF-16 units, at least 0
     */
    record Problem(int start, int length, String message) {}
}
