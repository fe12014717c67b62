package org.ringfence.site.highlight;

import org.ringfence.site.highlight.Token.Kind;

/** Commands of the Windows debuggers and what they print. */
final class DebuggerLexer extends Lexer {
    private static final int LONGEST_PROMPT = 12;
    private static final int ADDRESS = 8;

    DebuggerLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (lineStart() && prompt()) {
            return;
        }
        boolean fresh = !letterOrDigit(peek(-1)) && peek(-1) != '.';
        if ((c == '!' || c == '.') && fresh && letter(peek(1))) {
            take(Kind.KEYWORD, 1 + count(1, x -> letterOrDigit(x) || x == '.'));
        } else if (c == '"') {
            quoted(Kind.STRING, '"', true);
        } else if (next("$$") || (c == '*' && firstOnLine())) {
            take(Kind.COMMENT, restOfLine());
        } else if (letterOrDigit(c)) {
            word();
        } else {
            pass(1);
        }
    }

    private void word() {
        int length = count(0, Lexer::letterOrDigit);
        int hex = count(0, x -> hex(x) || x == '`');
        if (peek(length) == '!' && letter(peek(length + 1))) {
            take(Kind.FUNCTION, length + 1 + count(length + 1, x -> letterOrDigit(x) || x == ':'));
        } else if (next("0x") || (hex >= ADDRESS && hex >= length)) {
            take(Kind.NUMBER, Math.max(length, hex));
        } else {
            pass(Math.max(length, 1));
        }
    }

    /** Takes {@code kd>}, {@code 0: kd>} and {@code 0:000>}. */
    private boolean prompt() {
        int length = count(0, c -> c != '>' && c != '\n');
        boolean known =
                length > 0
                        && length <= LONGEST_PROMPT
                        && peek(length) == '>'
                        && (word(length).endsWith("kd")
                                || (digit(peek(0)) && word(length).contains(":")));
        if (known) {
            take(Kind.PROMPT, length + 1 + count(length + 1, c -> c == ' '));
        }
        return known;
    }
}
