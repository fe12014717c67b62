package org.ringfence.dsl.ide;

import java.util.List;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.Replacement;

/**
 * Something wrong that an editor shows.
 *
 * @param code as in {@link org.ringfence.dsl.compile.ProblemCode#word}
 * @param cures what may be done about it, the best first
 */
record Flaw(Place place, boolean error, String code, String message, List<Replacement> cures) {
    Flaw {
        cures = List.copyOf(cures);
    }

    static Flaw of(Problem problem) {
        return new Flaw(
                problem.place(),
                problem.error(),
                problem.code().word(),
                problem.message(),
                problem.cures());
    }
}
