package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one definition while it is compiled. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private boolean failed;

    void error(Place place, ProblemCode code, String message) {
        failed = true;
        found.add(new Problem(true, place, code, message));
    }

    void warning(Place place, ProblemCode code, String message) {
        found.add(new Problem(false, place, code, message));
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
