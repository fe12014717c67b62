package org.ringfence.dsl.validation;

import java.util.List;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.Suggestion;

/**
 * A message on syntax.
 *
 * @param place of the mistake, or {@link Replacement#OF_PROBLEM} where the parser stopped at it
 * @param cures what may be done, the best first
 */
record Said(String words, Place place, List<Replacement> cures) {
    Said {
        cures = List.copyOf(cures);
    }

    Said(String words, List<Replacement> cures) {
        this(words, Replacement.OF_PROBLEM, cures);
    }

    /** The same about another place. */
    Said at(Place mistake) {
        return new Said(words, mistake, cures);
    }

    static Said of(String words, Replacement... cures) {
        return new Said(words, List.of(cures));
    }

    static Said of(String words, Suggestion meant, Place place) {
        return new Said(words + meant.words(), meant.cures(place));
    }
}
