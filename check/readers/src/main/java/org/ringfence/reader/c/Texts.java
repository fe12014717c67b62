package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.subject.Source;
import org.ringfence.subject.Value;

/** What strings say, through macros of the file. */
final class Texts {
    private static final int MAX_DEPTH = 16;

    private final Source source;
    private final Visible visible;
    private final Locals locals;
    private final CountedStrings counted;

    Texts(Source source, Visible visible) {
        this.source = source;
        this.visible = visible;
        this.locals = new Locals(visible.own());
        this.counted = new CountedStrings(visible.own().tree());
    }

    Value text(CNode expression) {
        return text(expression, 0);
    }

    private Value text(CNode e, int depth) {
        if (depth > MAX_DEPTH) {
            return new Value.Unknown("its definition is too deep");
        }
        switch (e.kind()) {
            case "string" -> {
                if (e.children().isEmpty()) {
                    return new Value.Text(said(e.label()));
                }
                StringBuilder joined = new StringBuilder();
                for (int i = 0; i < e.children().size(); i++) {
                    Value piece = text(e.child(i), depth + 1);
                    if (!(piece instanceof Value.Text said)) {
                        return piece;
                    }
                    joined.append(said.text());
                }
                return new Value.Text(joined.toString());
            }
            case "cast" -> {
                return text(e.child(1), depth + 1);
            }
            case "call" -> {
                return wrapped(e, depth);
            }
            case "unary" -> {
                return e.label().equals("&") ? text(e.child(0), depth + 1) : other(e);
            }
            case "list" -> {
                // Length, MaximumLength, Buffer
                return e.children().size() == 3 ? text(e.child(2), depth + 1) : other(e);
            }
            case "name" -> {
                return name(e, depth);
            }
            default -> {
                return other(e);
            }
        }
    }

    private static Value other(CNode e) {
        return new Value.Unknown("it is " + CPatterns.article(e.kind()) + ", not a string literal");
    }

    private Value name(CNode e, int depth) {
        List<CNode> set = counted.values(e);
        if (!set.isEmpty()) {
            return agreed(e, set, depth);
        }
        if (locals.meaning(e) instanceof Locals.Values values && values.values().size() == 1) {
            return text(values.values().get(0), depth + 1);
        }
        List<CNode> defines = visible.macros(e.label());
        if (!defines.isEmpty()) {
            boolean plain =
                    defines.stream().allMatch(d -> !d.functionLike() && d.children().size() == 1);
            return plain
                    ? agreed(e, defines.stream().map(define -> define.child(0)).toList(), depth)
                    : unknown(e);
        }
        Optional<CNode> variable = visible.variable(e.label());
        if (variable.isPresent()) {
            return text(variable.get(), depth + 1);
        }
        return WdkModel.string(e.label()).<Value>map(Value.Text::new).orElseGet(() -> unknown(e));
    }

    private static Value unknown(CNode name) {
        return new Value.Unknown("`" + name.label() + "` is not a text here");
    }

    private Value agreed(CNode name, List<CNode> values, int depth) {
        Value all = text(values.get(0), depth + 1);
        for (CNode value : values) {
            if (!text(value, depth + 1).equals(all)) {
                return new Value.Unknown("`" + name.label() + "` is set to several texts");
            }
        }
        return all;
    }

    private Value wrapped(CNode call, int depth) {
        String callee = call.child(0).label();
        return switch (callee) {
            case "TEXT", "_T", "_TEXT", "L", "RTL_CONSTANT_STRING", "OLESTR" ->
                    call.children().size() == 2
                            ? text(call.child(1), depth + 1)
                            : new Value.Unknown("`" + callee + "` takes one literal");
            default -> new Value.Unknown("it is a call of `" + callee + "`");
        };
    }

    /** What literals say together. */
    private static String said(String written) {
        Tokens tokens = Lexer.lex(written);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.STRING) {
                text.append(Literals.string(tokens.text(i)).text());
            }
        }
        return text.toString();
    }

    /**
     * What a string node of the file without macros says, with an offset into the source for each
     * unit.
     */
    Literals.Decoded literal(CNode string) {
        String written = source.text(string.span());
        Tokens tokens = Lexer.lex(written);
        StringBuilder text = new StringBuilder();
        List<int[]> maps = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.STRING) {
                int start = tokens.start(i);
                Literals.Decoded piece = Literals.string(written.substring(start, tokens.end(i)));
                text.append(piece.text());
                int[] moved = piece.offsets().clone();
                for (int k = 0; k < moved.length; k++) {
                    moved[k] += start + string.start();
                }
                maps.add(moved);
            }
        }
        int[] offsets = new int[text.length() + 1];
        int at = 0;
        for (int[] map : maps) {
            System.arraycopy(map, 0, offsets, at, map.length);
            at += map.length - 1;
        }
        return new Literals.Decoded(text.toString(), offsets);
    }
}
