package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Template;
import org.ringfence.subject.Vocabulary.Type;

/**
 * Takes texts with holes apart: {@code {expr}} in messages, {@code $X} and {@code ${expr}} in
 * replacements.
 */
final class TemplateLowering {
    private final RuleScope rule;
    private final Captures captures;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    TemplateLowering(RuleScope rule, Captures captures) {
        this.rule = rule;
        this.captures = captures;
    }

    private void error(Place place, ProblemCode code, String message) {
        rule.problems().error(place, code, message);
    }

    private Template done() {
        flush();
        return new Template(parts);
    }

    private void flush() {
        if (!plain.isEmpty()) {
            parts.add(new Template.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    // --- messages

    /**
     * A message; a doubled brace is a brace.
     *
     * @param start the offset of the opening quote
     */
    static Template message(RuleScope rule, Captures captures, String raw, int start) {
        return new TemplateLowering(rule, captures).message(rule.literals().string(raw, start));
    }

    private Template message(Decoded literal) {
        String text = literal.text();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                plain.append(c);
                i += 2;
            } else if (c == '{') {
                i = hole(literal, i, "{{` for a brace");
            } else {
                plain.append(c);
                i++;
            }
        }
        return done();
    }

    /**
     * Compiles the hole whose brace opens at {@code open}; gives the index behind it.
     *
     * @param escape how to write what is no hole
     */
    private int hole(Decoded literal, int open, String escape) {
        String text = literal.text();
        int close = close(text, open + 1);
        if (close < 0) {
            error(
                    literal.place(open, 1),
                    ProblemCode.LITERAL,
                    "the hole that opens here has no `}`; write `" + escape);
            return text.length();
        }
        String inside = text.substring(open + 1, close);
        if (inside.isBlank()) {
            error(
                    literal.place(open, close + 1 - open),
                    ProblemCode.LITERAL,
                    "this hole is empty; write `" + escape);
            return close + 1;
        }
        Places places = Places.within(literal, open + 1);
        rule.hole(inside, places)
                .map(e -> new ExpressionLowering(rule, captures, places).lower(e))
                .ifPresent(
                        value -> {
                            flush();
                            parts.add(new Template.Hole(value.expr()));
                        });
        return close + 1;
    }

    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    // --- replacements

    /**
     * The code that a fix puts in; {@code $$} is a dollar.
     *
     * @param start the offset of the first backtick
     */
    static Template replacement(RuleScope rule, Captures captures, String raw, int start) {
        return new TemplateLowering(rule, captures).replacement(rule.literals().code(raw, start));
    }

    private Template replacement(Decoded literal) {
        String text = literal.text();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '$') {
                plain.append(text.charAt(i++));
            } else if (text.startsWith("$$", i)) {
                plain.append('$');
                i += 2;
            } else {
                i = capture(literal, i);
            }
        }
        return done();
    }

    private int capture(Decoded literal, int dollar) {
        String text = literal.text();
        if (text.startsWith("${", dollar)) {
            return hole(literal, dollar + 1, "$$` for a dollar");
        }
        int from = text.startsWith("...", dollar + 1) ? dollar + 4 : dollar + 1;
        int to = from;
        while (to < text.length() && isNamePart(text.charAt(to), to == from)) {
            to++;
        }
        Place place = literal.place(dollar, Math.max(1, to - dollar));
        if (to == from) {
            error(
                    place,
                    ProblemCode.LITERAL,
                    "a capture such as `$X` is wanted here; write `$$` for a dollar");
            return to;
        }
        String name = text.substring(from, to);
        Captures.Bound bound = rule.capture("$" + name, captures, place);
        if (bound.type() == Type.NUMBER || bound.type() == Type.TRUTH) {
            error(
                    place,
                    ProblemCode.TYPE,
                    "`$" + name + "` is " + Typed.words(bound.type()) + ", which is no code");
        }
        flush();
        parts.add(new Template.Hole(new Expr.Capture(name)));
        return to;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || !first && c >= '0' && c <= '9';
    }
}
