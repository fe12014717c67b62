package org.ringfence.dsl.compile;

import java.util.Objects;

/** Something in a rules file that its author has to look at. */
public record Problem(boolean error, Place place, ProblemCode code, String message) {
    public Problem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
