package org.ringfence.cli.desk;

import java.util.Objects;

/**
 * Text to be checked.
 *
 * @param kind what it is: a subject that a reader knows, such as {@code c}, {@code inf} or {@code
 *     sddl}
 */
public record Code(String kind, String text) {
    /** In UTF-16 units. */
    public static final int LONGEST = 200_000;

    public Code {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new Wrong(Wrong.Kind.INVALID, "the text is empty: give what is to be checked");
        }
        if (text.length() > LONGEST) {
            throw new Wrong(
                    Wrong.Kind.TOO_LARGE,
                    "the text has %,d characters; at most %,d are checked at once: use `ringfence check`"
                            .formatted(text.length(), LONGEST));
        }
    }
}
