package org.ringfence.reader.c;

import java.util.Arrays;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Span;

/**
 * Cuts a text into tokens. Comments go, line continuations are seen through, directives are told
 * apart; offsets always count the text as it is. In a pattern, {@code $NAME} is a hole.
 */
final class Lexer {
    private static final String[] LONG_PUNCTUATORS = {
        "<<=", ">>=", "...", "->*", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&",
        "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##", "::", ".*"
    };

    /** Some eight megabytes of C; it keeps what one file can cost below 200 MB. */
    static final int MAX_TOKENS = 1_500_000;

    private static final String[] SINGLE = new String[128];

    /** Those of {@link #LONG_PUNCTUATORS} that start with a character, the longest first. */
    private static final String[][] LONG = new String[SINGLE.length][];

    private static final boolean[] KNOWN = new boolean[SINGLE.length];

    static {
        for (char c = 0; c < SINGLE.length; c++) {
            String single = String.valueOf(c).intern();
            SINGLE[c] = single;
            LONG[c] =
                    Arrays.stream(LONG_PUNCTUATORS)
                            .filter(symbol -> symbol.startsWith(single))
                            .toArray(String[]::new);
            KNOWN[c] = "{}[]()#;:?.+-*/%^&|~!=<>,".indexOf(c) >= 0;
        }
    }

    private final String text;
    private final int length;
    private final boolean pattern;
    private final Tokens tokens = new Tokens();
    private int at;
    private boolean lineStart = true;
    private int directive = -1;

    private Lexer(String text, boolean pattern) {
        this.text = text;
        this.length = text.length();
        this.pattern = pattern;
    }

    static Tokens lex(String text) {
        return new Lexer(text, false).run();
    }

    /** With holes and without directives. */
    static Tokens lexPattern(String literal) {
        return new Lexer(literal, true).run();
    }

    private Tokens run() {
        while (at < length && tokens.size() < MAX_TOKENS) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                endDirective();
                lineStart = true;
                at++;
            } else if (c <= ' ' || c == 0xA0 || c == 0xFEFF) {
                at++;
            } else if (c == '\\' && continuation(at) > 0) {
                at += continuation(at);
            } else if (c == '/' && peek(1) == '/') {
                lineComment();
            } else if (c == '/' && peek(1) == '*') {
                blockComment();
            } else if (c == '#' && lineStart && !pattern) {
                startDirective();
            } else {
                token(c);
                lineStart = false;
            }
        }
        endDirective();
        if (at < length && tokens.size() >= MAX_TOKENS) {
            gap(at, length, "the file has more than 1,500,000 words and signs, this is the rest");
        }
        return tokens;
    }

    private char peek(int ahead) {
        return at + ahead < length ? text.charAt(at + ahead) : '\0';
    }

    /** The length of a backslash and line end at this place, or 0. */
    private int continuation(int place) {
        if (text.charAt(place) != '\\' || place + 1 >= length) {
            return 0;
        }
        char next = text.charAt(place + 1);
        if (next == '\n') {
            return 2;
        }
        if (next == '\r') {
            return place + 2 < length && text.charAt(place + 2) == '\n' ? 3 : 2;
        }
        return 0;
    }

    private void lineComment() {
        while (at < length) {
            char c = text.charAt(at);
            int skip = c == '\\' ? continuation(at) : 0;
            if (skip == 0 && (c == '\n' || c == '\r')) {
                return;
            }
            at += Math.max(skip, 1);
        }
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            gap(at, length, "a comment that does not end");
            at = length;
        } else {
            at = end + 2;
        }
    }

    private void startDirective() {
        directive = tokens.size();
        add(Tokens.PUNCTUATOR, at, at + 1, "#");
        at++;
        lineStart = false;
        while (at < length && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < length && isWordStart(text.charAt(at))) {
            word();
            String name = tokens.text(directive + 1);
            switch (name) {
                case "error", "warning", "pragma", "region", "endregion", "include", "import" ->
                        skipLine();
                default -> {}
            }
        }
    }

    private void skipLine() {
        while (at < length && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            if (text.charAt(at) == '/' && (peek(1) == '/' || peek(1) == '*')) {
                return;
            }
            at += Math.max(1, continuation(at));
        }
    }

    private void endDirective() {
        if (directive < 0) {
            return;
        }
        int last = tokens.size();
        String name = last > directive + 1 ? tokens.text(directive + 1) : "";
        int afterName = last > directive + 1 ? tokens.end(directive + 1) : at;
        int end = Math.max(afterName, tokens.end(last - 1));
        String argument;
        if (name.equals("include") || name.equals("import") || name.equals("pragma")) {
            argument = text.substring(afterName, at).strip();
            end = Math.max(end, afterName + text.substring(afterName, at).stripTrailing().length());
        } else {
            StringBuilder joined = new StringBuilder();
            boolean conditional = name.startsWith("if") || name.startsWith("el");
            for (int i = directive + 2; conditional && i < last; i++) {
                boolean space = i > directive + 2 && tokens.start(i) > tokens.end(i - 1);
                joined.append(space ? " " : "").append(tokens.text(i));
            }
            argument = joined.toString();
        }
        tokens.directives.add(
                new Tokens.Directive(
                        name, directive, last, tokens.start(directive), end, argument));
        directive = -1;
    }

    private void token(char c) {
        if (isWordStart(c)) {
            word();
        } else if (c >= '0' && c <= '9' || c == '.' && peek(1) >= '0' && peek(1) <= '9') {
            number();
        } else if (c == '"' || c == '\'') {
            quoted(at, c);
        } else if (c == '$' && pattern) {
            hole();
        } else {
            punctuator(c);
        }
    }

    private boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == '$' && (!pattern || peek(1) == '$')
                || c >= 0x80 && Character.isUnicodeIdentifierStart(c);
    }

    private boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c >= '0' && c <= '9'
                || c == '$' && !pattern
                || c >= 0x80 && Character.isUnicodeIdentifierPart(c);
    }

    private void word() {
        int start = at;
        if (text.charAt(at) == '$') {
            at += pattern ? 2 : 1;
        }
        while (at < length && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at < length) {
            char c = text.charAt(at);
            if ((c == '"' || c == '\'') && prefix(start, c)) {
                return;
            }
            if (c == '\\' && continuation(at) > 0) {
                spliced(start, Tokens.IDENTIFIER);
                return;
            }
        }
        String name = tokens.names.of(text, start, at);
        if (pattern && name.startsWith("$$")) {
            name = name.substring(1);
        }
        add(Tokens.IDENTIFIER, start, at, name);
    }

    /** A word that goes on after a line continuation. */
    private void spliced(int start, byte kind) {
        StringBuilder joined = new StringBuilder(text.substring(start, at));
        int end = at;
        while (at < length) {
            int skip = continuation(at);
            if (skip > 0 && at + skip < length && isWordPart(text.charAt(at + skip))) {
                at += skip;
            } else if (isWordPart(text.charAt(at))) {
                joined.append(text.charAt(at++));
                end = at;
            } else {
                break;
            }
        }
        String word = joined.toString();
        add(
                kind,
                start,
                end,
                kind == Tokens.IDENTIFIER ? tokens.names.of(word, 0, word.length()) : word);
    }

    /** Whether the word is the prefix of a literal, which is then read. */
    private boolean prefix(int start, char quote) {
        String word = text.substring(start, Math.min(at, start + 4));
        switch (word) {
            case "L", "u", "U", "u8" -> quoted(start, quote);
            case "R", "LR", "uR", "UR", "u8R" -> {
                if (quote != '"') {
                    return false;
                }
                raw(start);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void quoted(int start, char quote) {
        at++;
        StringBuilder joined = null;
        int from = start;
        while (at < length) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                finish(start, from, joined, quote);
                return;
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            int skip = c == '\\' ? continuation(at) : 0;
            if (skip > 0) {
                joined = joined == null ? new StringBuilder() : joined;
                joined.append(text, from, at);
                at += skip;
                from = at;
            } else {
                at += c == '\\' && at + 1 < length && !lineEnd(at + 1) ? 2 : 1;
            }
        }
        at = Math.min(at, length);
        if (directive < 0) {
            gap(start, at, "a literal that does not end on its line");
        }
        finish(start, from, joined, quote);
    }

    private boolean lineEnd(int place) {
        return text.charAt(place) == '\n' || text.charAt(place) == '\r';
    }

    private void finish(int start, int from, StringBuilder joined, char quote) {
        String written =
                joined == null
                        ? text.substring(start, at)
                        : joined.append(text, from, at).toString();
        add(quote == '"' ? Tokens.STRING : Tokens.CHAR, start, at, written);
    }

    private void raw(int start) {
        int open = text.indexOf('(', at);
        if (open < 0 || open - at > 17) {
            quoted(start, '"');
            return;
        }
        String closing = ")" + text.substring(at + 1, open) + "\"";
        int close = text.indexOf(closing, open);
        if (close < 0) {
            gap(start, length, "a raw string that does not end");
            at = length;
        } else {
            at = close + closing.length();
        }
        add(Tokens.STRING, start, at, text.substring(start, at));
    }

    private void number() {
        int start = at;
        boolean hex = text.charAt(at) == '0' && (peek(1) | 32) == 'x';
        at++;
        while (at < length) {
            char c = text.charAt(at);
            boolean sign =
                    (c == '+' || c == '-')
                            && ((text.charAt(at - 1) | 32) == 'p'
                                    || !hex && (text.charAt(at - 1) | 32) == 'e');
            boolean separator = c == '\'' && isWordPart(peek(1)) && isWordPart(text.charAt(at - 1));
            if (!isWordPart(c) && c != '.' && !sign && !separator) {
                break;
            }
            at++;
        }
        if (at < length && continuation(at) > 0) {
            spliced(start, Tokens.NUMBER);
        } else {
            add(Tokens.NUMBER, start, at, text.substring(start, at));
        }
    }

    private void hole() {
        int start = at++;
        if (text.startsWith("...", at)) {
            at += 3;
        }
        while (at < length && isWordPart(text.charAt(at))) {
            at++;
        }
        add(Tokens.HOLE, start, at, text.substring(start, at));
    }

    private void punctuator(char c) {
        if (c >= SINGLE.length) {
            add(Tokens.OTHER, at, at + 1, text.substring(at, at + 1));
            at++;
            return;
        }
        String symbol = SINGLE[c];
        for (String candidate : LONG[c]) {
            if (text.startsWith(candidate, at)) {
                symbol = candidate;
                break;
            }
        }
        add(KNOWN[c] ? Tokens.PUNCTUATOR : Tokens.OTHER, at, at + symbol.length(), symbol);
        at += symbol.length();
    }

    private void add(byte kind, int start, int end, String word) {
        tokens.add(kind, start, end, word, lineStart);
    }

    private void gap(int start, int end, String reason) {
        tokens.gaps.add(new Gap(new Span(start, end), reason));
    }
}
