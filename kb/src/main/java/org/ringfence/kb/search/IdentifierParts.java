package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.List;

/** Splits an identifier into the words that it was made of. */
final class IdentifierParts {

    /** A part of a word: UTF-16 units from 0, end exclusive. */
    record Part(int start, int end) {}

    private IdentifierParts() {}

    /**
     * Splits at underscores, from lower to upper case, and before the last capital of a run that a
     * word follows ({@code IRPHandler}). Digits stay with the letters before them ({@code P2P},
     * {@code UMDF2}) unless a capitalised word follows ({@code Usb3Hub}).
     */
    static List<Part> of(CharSequence word) {
        var parts = new ArrayList<Part>();
        var start = 0;
        for (var i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '_') {
                add(parts, start, i);
                start = i + 1;
            } else if (i > start && startsWord(word, i)) {
                add(parts, start, i);
                start = i;
            }
        }
        add(parts, start, word.length());
        return parts;
    }

    private static boolean startsWord(CharSequence word, int i) {
        if (!Character.isUpperCase(word.charAt(i))) {
            return false;
        }
        var before = word.charAt(i - 1);
        var lowerFollows = i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1));
        return Character.isLowerCase(before)
                || (lowerFollows && (Character.isUpperCase(before) || Character.isDigit(before)));
    }

    private static void add(List<Part> parts, int start, int end) {
        if (end > start) {
            parts.add(new Part(start, end));
        }
    }
}
