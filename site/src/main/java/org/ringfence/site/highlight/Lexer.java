package org.ringfence.site.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Walks over one text, once, from left to right; lives for that text. */
abstract class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /**
     * Takes or passes at least one character; at the start of a line {@link #lineStart} is true.
     */
    abstract void step();

    final List<Token> run() {
        while (at < text.length()) {
            int before = at;
            step();
            if (at <= before) {
                throw new IllegalStateException("stuck at " + at);
            }
        }
        return tokens;
    }

    /** Returns a character ahead, or 0 behind the end. */
    final char peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    final boolean lineStart() {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    /** Says whether only blanks stand before this place on its line; looks back a little only. */
    final boolean firstOnLine() {
        int back = at - 1;
        int limit = Math.max(0, at - 80);
        while (back >= limit && (text.charAt(back) == ' ' || text.charAt(back) == '\t')) {
            back--;
        }
        return back < 0 || text.charAt(back) == '\n';
    }

    final boolean next(String wanted) {
        return text.startsWith(wanted, at);
    }

    /** Returns how many characters from {@code from} ahead on satisfy a condition. */
    final int count(int from, IntPredicate wanted) {
        int end = at + from;
        while (end < text.length() && wanted.test(text.charAt(end))) {
            end++;
        }
        return Math.max(0, end - at - from);
    }

    /** Returns how far it is to a text, or to the end where it does not come. */
    final int until(String wanted, int from) {
        int found = text.indexOf(wanted, Math.min(text.length(), at + from));
        return (found < 0 ? text.length() : found) - at;
    }

    final int restOfLine() {
        return until("\n", 0);
    }

    final String word(int length) {
        return text.substring(at, at + length);
    }

    final void pass(int length) {
        at = Math.min(text.length(), at + length);
    }

    final void take(Token.Kind kind, int length) {
        int end = Math.min(text.length(), at + length);
        if (end > at) {
            tokens.add(new Token(kind, at, end));
        }
        at = end;
    }

    /** Takes a text between quotes, of one line; a backslash takes the next character along. */
    final void quoted(Token.Kind kind, char quote, boolean escapes) {
        int length = 1;
        while (peek(length) != 0 && peek(length) != '\n' && peek(length) != quote) {
            length += escapes && peek(length) == '\\' && peek(length + 1) != '\n' ? 2 : 1;
        }
        take(kind, length + (peek(length) == quote ? 1 : 0));
    }

    /** Takes a number in any of the spellings of C; what only starts like one is taken with it. */
    final void number() {
        take(Token.Kind.NUMBER, count(0, c -> letterOrDigit(c) || c == '.'));
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean letterOrDigit(int c) {
        return letter(c) || digit(c);
    }

    static boolean hex(int c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Says whether a word is spelled like a macro: capitals, digits and underscores. */
    static boolean shouted(String word) {
        return word.length() > 1
                && word.chars().noneMatch(c -> c >= 'a' && c <= 'z')
                && word.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }
}
