package org.ringfence.dsl.compile;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringfence.kb.NearMiss;

/**
 * What the author of a wrong name probably meant.
 *
 * @param words end a message: {@code "; did you mean `x`?"}, or empty
 * @param name in place of the wrong one, or empty
 */
public record Suggestion(String words, String name) {
    public Suggestion {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(name, "name");
    }

    /** Nothing where no candidate comes near. */
    public static Suggestion of(String wrong, Collection<String> candidates) {
        return of(NearMiss.of(wrong, candidates));
    }

    static Suggestion of(Optional<String> meant) {
        return meant.map(name -> new Suggestion("; did you mean `" + name + "`?", name))
                .orElse(inWords(""));
    }

    /** Advice that is more than another name. */
    static Suggestion inWords(String words) {
        return new Suggestion(words, "");
    }

    /** The other name in the place of the wrong one. */
    public List<Replacement> cures(Place place) {
        return name.isEmpty()
                ? List.of()
                : List.of(new Replacement(place, name, "Change to `" + name + "`"));
    }
}
