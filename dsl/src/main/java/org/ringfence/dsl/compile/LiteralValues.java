package org.ringfence.dsl.compile;

import org.ringfence.rule.Expr;
import org.ringfence.subject.Vocabulary.Type;

/** Turns the literals of expressions into values. */
final class LiteralValues {
    private LiteralValues() {}

    /** A string or a number that stands in the file as {@code raw}. */
    static Typed of(String raw, Place place, Problems problems) {
        if (raw.startsWith("\"")) {
            String text = new Literals(problems).string(raw, place.offset()).text();
            return Typed.of(new Expr.Text(text), Type.TEXT);
        }
        try {
            return Typed.of(new Expr.Number(number(raw), raw), Type.NUMBER);
        } catch (NumberFormatException tooLarge) {
            problems.error(place, ProblemCode.LITERAL, "`" + raw + "` does not fit into 64 bits");
            return Typed.BROKEN;
        }
    }

    /** The same for a literal inside another one, whose problems are reported as a whole. */
    static Typed inHole(String raw, Place place, Problems problems) {
        Problems inside = new Problems();
        Typed value = of(raw, place, inside);
        inside.found().forEach(p -> problems.error(place, p.code(), p.message()));
        return value;
    }

    private static long number(String raw) {
        return raw.startsWith("0x") || raw.startsWith("0X")
                ? Long.parseUnsignedLong(raw.substring(2), 16)
                : Long.parseLong(raw);
    }
}
