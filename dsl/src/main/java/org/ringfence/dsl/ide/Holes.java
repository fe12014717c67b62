package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.dsl.compile.Place;

/** Finds the holes of a message as it is written: {@code "{$X} is {flags($Y)}"}. */
final class Holes {
    private Holes() {}

    /**
     * What stands between the braces, also of a hole that is not closed.
     *
     * @param text with its quotes
     */
    static List<Place> in(String text) {
        List<Place> holes = new ArrayList<>();
        int i = 1;
        while (i < text.length()) {
            boolean doubled = text.startsWith("{{", i) || text.startsWith("}}", i);
            if (doubled) {
                i += 2;
            } else if (text.charAt(i) == '{') {
                int close = close(text, i + 1);
                holes.add(new Place(i + 1, close - i - 1));
                i = close + 1;
            } else {
                i++;
            }
        }
        return holes;
    }

    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == '}' && !quoted) {
                return i;
            }
        }
        return text.endsWith("\"") ? text.length() - 1 : text.length();
    }
}
