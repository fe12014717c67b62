package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Objects;

/**
 * Something in a rules file that its author has to look at.
 *
 * @param cures what may be done about it, the best first
 */
public record Problem(
        boolean error, Place place, ProblemCode code, String message, List<Replacement> cures) {
    public Problem(boolean error, Place place, ProblemCode code, String message) {
        this(error, place, code, message, List.of());
    }

    public Problem {
        cures = List.copyOf(cures);
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
