package org.ringfence.site.highlight;

import org.ringfence.site.highlight.Token.Kind;

/** INF files, and INI and REG files, which are spelled alike. */
final class InfLexer extends Lexer {
    InfLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (c == ';') {
            take(Kind.COMMENT, restOfLine());
        } else if (c == '[' && firstOnLine()) {
            int length = count(0, x -> x != ']' && x != '\n');
            take(Kind.DIRECTIVE, length + (peek(length) == ']' ? 1 : 0));
        } else if (c == '"') {
            quoted(Kind.STRING, '"', false);
        } else if (c == '%' && token(peek(1)) && peek(1 + count(1, InfLexer::token)) == '%') {
            take(Kind.VARIABLE, 2 + count(1, InfLexer::token));
        } else if (digit(c)) {
            number();
        } else if (letter(c)) {
            word();
        } else {
            pass(1);
        }
    }

    private static boolean token(int c) {
        return letterOrDigit(c) || c == '.' || c == '-';
    }

    private void word() {
        int length = count(0, InfLexer::token);
        boolean key =
                firstOnLine() && peek(length + count(length, c -> c == ' ' || c == '\t')) == '=';
        if (key) {
            take(Kind.NAME, length);
        } else {
            pass(length);
        }
    }
}
