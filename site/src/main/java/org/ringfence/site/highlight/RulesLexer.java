package org.ringfence.site.highlight;

import java.util.Set;
import org.ringfence.site.highlight.Token.Kind;

/** The rules language, with the words that its grammar has. */
final class RulesLexer extends Lexer {
    private final Set<String> keywords;

    RulesLexer(String text, Set<String> keywords) {
        super(text);
        this.keywords = keywords;
    }

    @Override
    void step() {
        char c = peek(0);
        if (next("//")) {
            take(Kind.COMMENT, restOfLine());
        } else if (next("/*")) {
            take(Kind.COMMENT, until("*/", 2) + 2);
        } else if (next("```")) {
            take(Kind.STRING, until("```", 3) + 3);
        } else if (c == '`' || c == '"') {
            quoted(Kind.STRING, c, c == '"');
        } else if ((c == '$' || c == '@') && letter(peek(1))) {
            take(Kind.VARIABLE, 1 + count(1, Lexer::letterOrDigit));
        } else if (digit(c)) {
            number();
        } else if (letter(c)) {
            word();
        } else {
            pass(1);
        }
    }

    private void word() {
        int length = count(0, c -> letterOrDigit(c) || c == '-');
        String word = word(length);
        if (keywords.contains(word)) {
            take(Kind.KEYWORD, length);
        } else if (peek(length) == '(') {
            take(Kind.FUNCTION, length);
        } else if (shouted(word)) {
            take(Kind.CONSTANT, length);
        } else {
            pass(length);
        }
    }
}
