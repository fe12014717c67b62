package org.ringfence.site.highlight;

import org.ringfence.site.highlight.Token.Kind;

/** Security descriptors as text. */
final class SddlLexer extends Lexer {
    private static final int RIGHTS = 2;
    private static final int TRUSTEE = 5;

    /** Which field of an entry comes next; -1 outside of entries. */
    private int field = -1;

    SddlLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (c == '(') {
            field = 0;
            pass(1);
        } else if (c == ')') {
            field = -1;
            pass(1);
        } else if (c == ';' && field >= 0) {
            field++;
            pass(1);
        } else if ("OGDS".indexOf(c) >= 0 && peek(1) == ':') {
            take(Kind.DIRECTIVE, 2);
        } else if (next("0x") || (digit(c) && field == RIGHTS)) {
            number();
        } else if (letter(c) && field >= 0) {
            field(count(0, x -> letterOrDigit(x) || x == '-'));
        } else {
            pass(1);
        }
    }

    private void field(int length) {
        switch (field) {
            case 0 -> take(Kind.KEYWORD, length);
            case 1 -> take(Kind.NAME, length);
            case RIGHTS -> take(Kind.CONSTANT, length);
            case TRUSTEE -> take(Kind.FUNCTION, length);
            default -> pass(length);
        }
    }
}
