package org.ringfence.site.highlight;

import java.util.Set;
import org.ringfence.site.highlight.Token.Kind;

/** YAML and JSON. */
final class YamlLexer extends Lexer {
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no");

    YamlLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (c == '#' && (firstOnLine() || peek(-1) == ' ')) {
            take(Kind.COMMENT, restOfLine());
        } else if (c == '"' || (c == '\'' && !letterOrDigit(peek(-1)))) {
            text(c);
        } else if (digit(c) && !letter(peek(-1))) {
            number();
        } else if (letter(c)) {
            word();
        } else if (lineStart() && (next("---") || next("..."))) {
            take(Kind.DIRECTIVE, 3);
        } else if ((c == '&' || c == '*') && letter(peek(1)) && peek(-1) == ' ') {
            take(Kind.VARIABLE, 1 + count(1, YamlLexer::name));
        } else {
            pass(1);
        }
    }

    private void text(char quote) {
        int length = 1;
        while (peek(length) != 0 && peek(length) != '\n' && peek(length) != quote) {
            length += quote == '"' && peek(length) == '\\' && peek(length + 1) != '\n' ? 2 : 1;
        }
        length += peek(length) == quote ? 1 : 0;
        take(peek(length) == ':' ? Kind.NAME : Kind.STRING, length);
    }

    private void word() {
        int length = count(0, YamlLexer::name);
        boolean key = peek(length) == ':' && " \n\r\0".indexOf(peek(length + 1)) >= 0;
        if (key) {
            take(Kind.NAME, length);
        } else if (WORDS.contains(word(length))) {
            take(Kind.KEYWORD, length);
        } else {
            pass(length);
        }
    }

    private static boolean name(int c) {
        return letterOrDigit(c) || c == '-' || c == '.';
    }
}
