package org.ringfence.dsl.validation;

import java.util.List;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Replacement;

/** The tokens around the one that the parser could not use; comments and blanks do not count. */
final class Around {
    private final TokenStream tokens;
    private final int at;

    Around(TokenStream tokens, Token unusable) {
        this.tokens = tokens;
        // the end of the file is no token of the list
        this.at = unusable.getType() == Token.EOF ? tokens.size() : unusable.getTokenIndex();
    }

    private Around(TokenStream tokens, int at) {
        this.tokens = tokens;
        this.at = at;
    }

    /** The same as seen from the next token. */
    Around next() {
        return new Around(tokens, index(1) < 0 ? tokens.size() : index(1));
    }

    private static boolean isVisible(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL;
    }

    /** The index of a token some visible tokens on or back; -1 where the file ends before. */
    private int index(int steps) {
        int index = at;
        for (int left = Math.abs(steps); left > 0; left--) {
            do {
                index += Integer.signum(steps);
            } while (index >= 0 && index < tokens.size() && !isVisible(tokens.get(index)));
        }
        return index >= 0 && index < tokens.size() ? index : -1;
    }

    /** A token as written; empty where the file ends before. */
    String text(int steps) {
        int index = index(steps);
        boolean none = index < 0 || tokens.get(index).getType() == Token.EOF;
        return none ? "" : tokens.get(index).getText();
    }

    boolean is(int steps, String... texts) {
        return List.of(texts).contains(text(steps));
    }

    boolean isMetavar(int steps) {
        return text(steps).matches("\\$[A-Za-z_]\\w*");
    }

    boolean isWord(int steps) {
        return text(steps).matches("[A-Za-z_][\\w-]*");
    }

    boolean isText(int steps) {
        return text(steps).startsWith("\"");
    }

    /** Where a token stands. */
    Place place(int steps) {
        return place(steps, steps);
    }

    /** From the start of one token to the end of another. */
    Place place(int from, int to) {
        int start = index(from) < 0 ? end() : token(from).getStartIndex();
        int end = index(to) < 0 ? end() : token(to).getStopIndex() + 1;
        return new Place(start, end - start);
    }

    private CommonToken token(int steps) {
        return (CommonToken) tokens.get(index(steps));
    }

    private int end() {
        return tokens.size() == 0
                ? 0
                : ((CommonToken) tokens.get(tokens.size() - 1)).getStopIndex() + 1;
    }

    /** Whether nothing stands between a token and the one before it. */
    boolean touchesPrevious(int steps) {
        return index(steps) > 0 && index(steps - 1) == index(steps) - 1;
    }

    /** Whether the token is the first of its line. */
    boolean startsLine(int steps) {
        int before = index(steps - 1);
        return before < 0
                || index(steps) < 0
                || tokens.get(before).getLine() < token(steps).getLine();
    }

    /** From one token to another, with what is between them. */
    String line(int from, int to) {
        return tokens.toString(index(from), index(to));
    }

    /** How many visible tokens on the last one of this line is. */
    int lastOfLine() {
        int steps = 0;
        while (!text(steps + 1).isEmpty() && !startsLine(steps + 1)) {
            steps++;
        }
        return steps;
    }

    /** The word that the clause around this begins with; empty outside of clauses. */
    String clause() {
        for (int steps = index(0) < 0 ? -1 : 0; index(steps) > 0; steps--) {
            if (Words.CLAUSES.contains(text(steps)) && !is(steps - 1, ".", "(")) {
                return text(steps);
            }
        }
        return "";
    }

    boolean inCondition() {
        return List.of("where", "unless", "severity", "fix").contains(clause());
    }

    Replacement change(int steps, String text) {
        return change(place(steps), text);
    }

    Replacement change(Place place, String text) {
        return new Replacement(
                place, text, text.isEmpty() ? "Remove it" : "Change to `" + text.strip() + "`");
    }

    /** Puts backticks around code. */
    Replacement code(Place place, String code) {
        return new Replacement(place, "`" + code + "`", "Put it into backticks");
    }

    /** Puts something right before a token. */
    Replacement insert(int steps, String text) {
        Place place = new Place(place(steps).offset(), 0);
        return new Replacement(place, text, "Insert `" + text.strip() + "`");
    }
}
