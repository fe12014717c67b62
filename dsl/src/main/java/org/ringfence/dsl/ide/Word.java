package org.ringfence.dsl.ide;

import java.util.Optional;
import org.ringfence.dsl.compile.Place;

/** Finds words in a text: letters, digits, {@code _} and, between those, {@code -}. */
final class Word {
    private Word() {}

    private static boolean isPart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    /** Where the word begins that a caret stands in or behind. */
    static int start(String text, int offset) {
        int start = offset;
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static Optional<Place> around(String text, int offset) {
        int start = start(text, offset);
        int end = offset;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end == start ? Optional.empty() : Optional.of(new Place(start, end - start));
    }
}
