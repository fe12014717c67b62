package org.ringfence.site.highlight;

import org.ringfence.site.highlight.Token.Kind;

/** What people type at a terminal, of Windows or of Unix, with prompts or without. */
final class ShellLexer extends Lexer {
    private static final int LONGEST_PROMPT = 60;

    /** Whether the next word is the name of a program. */
    private boolean command = true;

    ShellLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (lineStart()) {
            command = true;
            if (prompt()) {
                return;
            }
        }
        if (c == '#' && (firstOnLine() || peek(-1) == ' ')) {
            take(Kind.COMMENT, restOfLine());
        } else if (c == '"' || (c == '\'' && !letterOrDigit(peek(-1)))) {
            command = false;
            quoted(Kind.STRING, c, false);
        } else if (c == '$' && (letter(peek(1)) || peek(1) == '{')) {
            take(Kind.VARIABLE, 2 + count(2, x -> letterOrDigit(x) || x == '}' || x == ':'));
        } else if (c == '%' && letter(peek(1)) && peek(1 + count(1, Lexer::letterOrDigit)) == '%') {
            take(Kind.VARIABLE, 2 + count(1, Lexer::letterOrDigit));
        } else if ((c == '-' || c == '/')
                && peek(-1) == ' '
                && letter(peek(c == '-' && peek(1) == '-' ? 2 : 1))) {
            take(Kind.NAME, 1 + count(1, x -> letterOrDigit(x) || x == '-'));
        } else if (c == '|' || c == ';' || (c == '&' && peek(1) == '&')) {
            command = true;
            pass(c == '&' ? 2 : 1);
        } else if (part(c)) {
            take(command);
        } else {
            pass(1);
        }
    }

    private void take(boolean program) {
        int length = count(0, ShellLexer::part);
        command = false;
        if (program) {
            take(Kind.FUNCTION, length);
        } else {
            pass(length);
        }
    }

    private static boolean part(int c) {
        return letterOrDigit(c) || c == '.' || c == '/' || c == '\\' || c == '-' || c == ':';
    }

    /** Takes {@code $ }, {@code # }, {@code > }, {@code C:\dir> } and {@code PS C:\> }. */
    private boolean prompt() {
        if ((peek(0) == '$' || peek(0) == '>') && peek(1) == ' ') {
            take(Kind.PROMPT, 2);
            return true;
        }
        boolean windows = (letter(peek(0)) && next(peek(0) + ":\\")) || next("PS ");
        int length = count(0, c -> c != '>' && c != '\n');
        if (windows && length < LONGEST_PROMPT && peek(length) == '>') {
            take(Kind.PROMPT, length + 1 + count(length + 1, c -> c == ' '));
            return true;
        }
        return false;
    }
}
