package org.ringfence.site.highlight;

import java.util.Set;
import org.ringfence.site.highlight.Token.Kind;

/** C, C++ and what is spelled like them. */
final class CLexer extends Lexer {
    private static final Set<String> KEYWORDS =
            Set.of(
                    ("alignas auto bool break case catch char class const constexpr continue default"
                                    + " delete do double else enum explicit extern false float for friend"
                                    + " goto if inline int interface long mutable namespace new noexcept"
                                    + " nullptr null operator private protected public ref register return"
                                    + " short signed sizeof static struct switch template this throw true"
                                    + " try typedef typename union unsigned using virtual void volatile"
                                    + " while __try __except __finally __leave __declspec __stdcall"
                                    + " __cdecl __fastcall __forceinline __inline __int64 __int32")
                            .split(" "));

    CLexer(String text) {
        super(text);
    }

    @Override
    void step() {
        char c = peek(0);
        if (next("//")) {
            take(Kind.COMMENT, restOfLine());
        } else if (next("/*")) {
            take(Kind.COMMENT, until("*/", 2) + 2);
        } else if (c == '"' || c == '\'') {
            quoted(Kind.STRING, c, true);
        } else if (c == '#' && firstOnLine()) {
            directive();
        } else if (digit(c)) {
            number();
        } else if (letter(c)) {
            word();
        } else {
            pass(1);
        }
    }

    private void directive() {
        int blanks = count(1, c -> c == ' ' || c == '\t');
        int name = count(1 + blanks, Lexer::letter);
        boolean include = name > 0 && word(1 + blanks + name).endsWith("include");
        take(Kind.DIRECTIVE, 1 + blanks + name);
        pass(count(0, c -> c == ' ' || c == '\t'));
        if (include && peek(0) == '<') {
            quoted(Kind.STRING, '>', false);
        }
    }

    private void word() {
        int length = count(0, Lexer::letterOrDigit);
        String word = word(length);
        if (length == 1 && word.equals("L") && (peek(1) == '"' || peek(1) == '\'')) {
            pass(1);
        } else if (KEYWORDS.contains(word)) {
            take(Kind.KEYWORD, length);
        } else if (peek(length + count(length, c -> c == ' ')) == '(') {
            take(Kind.FUNCTION, length);
        } else if (shouted(word)) {
            take(Kind.CONSTANT, length);
        } else {
            pass(length);
        }
    }
}
