package org.ringfence.dsl.compile;

import java.util.Collection;
import java.util.Optional;
import org.ringfence.kb.NearMiss;

/** Ends a message with what the author probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code "; did you mean `x`?"}, or nothing where no candidate comes near. */
    public static String of(String wrong, Collection<String> candidates) {
        return of(NearMiss.of(wrong, candidates));
    }

    static String of(Optional<String> meant) {
        return meant.map(name -> "; did you mean `" + name + "`?").orElse("");
    }
}
