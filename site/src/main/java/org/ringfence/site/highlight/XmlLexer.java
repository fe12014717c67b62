package org.ringfence.site.highlight;

import org.ringfence.site.highlight.Token.Kind;

/** XML, and HTML where it looks like it. */
final class XmlLexer extends Lexer {
    private boolean inTag;

    XmlLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (next("<!--")) {
            take(Kind.COMMENT, until("-->", 4) + 3);
        } else if (next("<![CDATA[")) {
            take(Kind.STRING, until("]]>", 9) + 3);
        } else if (c == '<') {
            int sign = "/?!".indexOf(peek(1)) >= 0 && peek(1) != 0 ? 2 : 1;
            inTag = letter(peek(sign));
            take(Kind.DIRECTIVE, sign + count(sign, XmlLexer::name));
        } else if (inTag && (next("/>") || next("?>"))) {
            inTag = false;
            take(Kind.DIRECTIVE, 2);
        } else if (inTag && c == '>') {
            inTag = false;
            take(Kind.DIRECTIVE, 1);
        } else if (inTag && (c == '"' || c == '\'')) {
            quoted(Kind.STRING, c, false);
        } else if (inTag && letter(c)) {
            take(Kind.NAME, count(0, XmlLexer::name));
        } else if (c == '&' && letterOrDigit(peek(1))) {
            take(Kind.CONSTANT, 1 + count(1, x -> letterOrDigit(x) || x == ';'));
        } else {
            pass(1);
        }
    }

    private static boolean name(int c) {
        return letterOrDigit(c) || c == '-' || c == ':' || c == '.';
    }
}
