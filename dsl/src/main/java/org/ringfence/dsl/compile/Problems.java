package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one definition while it is compiled. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private boolean failed;

    void error(Place place, ProblemCode code, String message) {
        error(place, code, message, List.of());
    }

    void error(Place place, ProblemCode code, String message, Suggestion meant) {
        error(place, code, message + meant.words(), meant.cures(place));
    }

    void error(Place place, ProblemCode code, String message, List<Replacement> cures) {
        failed = true;
        found.add(new Problem(true, place, code, message, cures));
    }

    void warning(Place place, ProblemCode code, String message) {
        warning(place, code, message, List.of());
    }

    void warning(Place place, ProblemCode code, String message, List<Replacement> cures) {
        found.add(new Problem(false, place, code, message, cures));
    }

    /** For an error that the linker reports by itself. */
    void reportedElsewhere() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
