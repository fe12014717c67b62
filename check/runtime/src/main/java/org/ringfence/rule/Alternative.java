package org.ringfence.rule;

import java.util.Objects;
import org.ringfence.subject.Pattern;

/**
 * One way a place may look.
 *
 * @param where what must also hold, with the captures of the pattern bound; named patterns may ask
 *     for that
 * @param written how the author wrote it: the text of the literal, or {@code probe($P)}; the
 *     alternatives that one named pattern stands for share it
 */
public record Alternative(Pattern pattern, Condition where, String written) {
    public Alternative {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(written, "written");
    }
}
