package org.ringfence.kb.search;

import java.util.function.Consumer;

/**
 * Finds the words of a text: runs of letters, digits and underscores. Escaped underscores count as
 * such; soft hyphens and characters of no width count for nothing.
 */
final class Words {

    /** A word: where it stands in the text, in UTF-16 units from 0, end exclusive. */
    record Word(String text, int start, int end) {}

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private int at;
    private int start;

    Words(String text) {
        this.text = text;
    }

    static void each(String text, Consumer<Word> consumer) {
        var words = new Words(text);
        while (words.next()) {
            consumer.accept(new Word(words.word(), words.start(), words.end()));
        }
    }

    /** Goes to the next word; false at the end. */
    boolean next() {
        while (at < text.length() && width(at) == 0 && !isEscape(at)) {
            at++;
        }
        start = at;
        folded.setLength(0);
        var plain = true;
        while (at < text.length()) {
            var width = width(at);
            if (width > 0) {
                if (!plain) {
                    folded.append(text, at, at + width);
                }
                at += width;
            } else if (isEscape(at) || (isInvisible(text.charAt(at)) && continues(at))) {
                if (plain) {
                    folded.append(text, start, at);
                    plain = false;
                }
                at++;
            } else {
                break;
            }
        }
        return at > start;
    }

    /** Returns the current word without what is folded away. */
    String word() {
        return folded.length() == 0 ? text.substring(start, at) : folded.toString();
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    /** Whether a backslash stands before an underscore. */
    private boolean isEscape(int i) {
        return text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '_';
    }

    private boolean continues(int i) {
        var next = i;
        while (next < text.length() && isInvisible(text.charAt(next))) {
            next++;
        }
        return next < text.length() && width(next) > 0;
    }

    /** Returns how many UTF-16 units the part of a word at {@code i} takes; 0 for none. */
    private int width(int i) {
        var c = text.charAt(i);
        if (c < 128) {
            var isWord =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_';
            return isWord ? 1 : 0;
        }
        var point = text.codePointAt(i);
        return Character.isLetterOrDigit(point) ? Character.charCount(point) : 0;
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }
}
