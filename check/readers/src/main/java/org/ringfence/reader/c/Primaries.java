package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads what expressions are made of: names, literals, brackets, lists, arguments. */
final class Primaries {
    private final Parser parser;
    private final Cursor cursor;

    Primaries(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    CNode primary() {
        int from = cursor.pos;
        return switch (cursor.kind()) {
            case Tokens.NUMBER -> token("number");
            case Tokens.CHAR -> token("char");
            case Tokens.STRING -> string();
            case Tokens.HOLE -> token("hole");
            case Tokens.IDENTIFIER -> word(from);
            default -> symbol(from);
        };
    }

    private CNode token(String kind) {
        int from = cursor.pos++;
        return cursor.leaf(kind, cursor.text(from), from);
    }

    /** Adjacent literals, and macros between them, are one string. */
    private CNode string() {
        int from = cursor.pos;
        List<CNode> pieces = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean plain = true;
        while (cursor.kind() == Tokens.STRING
                || cursor.isWord(cursor.pos)
                || isStringised(cursor.pos)) {
            cursor.accept("#");
            boolean literal = cursor.kind() == Tokens.STRING;
            plain &= literal;
            label.append(pieces.isEmpty() ? "" : " ").append(cursor.text());
            pieces.add(token(literal ? "string" : "name"));
        }
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        return cursor.node("string", label.toString(), from, plain ? List.of() : pieces);
    }

    boolean isStringised(int at) {
        return cursor.is(at, "#") && cursor.isWord(at + 1);
    }

    private CNode symbol(int from) {
        String text = cursor.text();
        switch (text) {
            case "#" -> {
                return isStringised(from) ? string() : unexpected(from);
            }
            case "(" -> {
                int close = cursor.closing(from);
                if (parser.types.looks(from + 1, close) == Types.Looks.TYPE) {
                    CNode type = parser.types.read(from + 1, close);
                    cursor.pos = Math.min(close + 1, cursor.limit);
                    return type;
                }
                if (cursor.is(from + 1, "{") && cursor.after(from + 1) == close) {
                    return token("opaque");
                }
                return parser.expressions.inside(close);
            }
            case "{" -> {
                return list();
            }
            case "::" -> {
                return name(from);
            }
            case "[" -> {
                if (cursor.dialect != Dialect.C) {
                    return lambda(from);
                }
                return unexpected(from);
            }
            default -> {
                return unexpected(from);
            }
        }
    }

    private CNode unexpected(int from) {
        if (cursor.atEnd() || cursor.isMarker() || isStop(cursor.text())) {
            return cursor.empty();
        }
        cursor.pos = cursor.after(from);
        cursor.gapFrom(from, "not an expression");
        return cursor.leaf("opaque", "", from);
    }

    private static boolean isStop(String text) {
        return switch (text) {
            case ";", ",", ")", "]", "}", ":" -> true;
            default -> false;
        };
    }

    private CNode word(int from) {
        String text = cursor.text();
        switch (text) {
            case "static_cast", "reinterpret_cast", "const_cast", "dynamic_cast" -> {
                int angle = parser.types.afterAngles(from + 1);
                if (angle > from + 1) {
                    CNode type = parser.types.read(from + 2, angle - 1);
                    cursor.pos = angle;
                    CNode value =
                            cursor.is("(")
                                    ? parser.expressions.inside(cursor.closing(angle))
                                    : cursor.empty();
                    return cursor.node("cast", "", from, List.of(type, value));
                }
            }
            case "new" -> {
                if (cursor.isWord(from)) {
                    return name(from);
                }
                return allocation(from);
            }
            case "delete" -> {
                if (cursor.isWord(from)) {
                    return name(from);
                }
                cursor.pos++;
                if (cursor.is("[")) {
                    cursor.pos = cursor.after(cursor.pos);
                }
                return cursor.node("delete", "", from, List.of(parser.expressions.unary()));
            }
            case "throw" -> {
                if (cursor.isWord(from)) {
                    return name(from);
                }
                cursor.pos++;
                return cursor.node("throw", "", from, List.of(parser.expressions.assignment()));
            }
            case "operator" -> {
                while (cursor.pos == from
                        || cursor.kind() == Tokens.PUNCTUATOR && !cursor.is("(")) {
                    cursor.pos++;
                }
                return cursor.leaf("name", parser.types.words(from, cursor.pos), from);
            }
            default -> {}
        }
        if (Words.isTypeWord(text) || Words.isTag(text) || Words.isQualifier(text)) {
            return type(from);
        }
        if (cursor.isKeyword(text)) {
            cursor.pos++;
            cursor.gapFrom(from, "`" + text + "` inside an expression");
            return cursor.leaf("opaque", "", from);
        }
        return name(from);
    }

    /** A type among values: an argument of a macro, or a C++ conversion. */
    private CNode type(int from) {
        int at = from;
        while (Words.isTypeWord(cursor.text(at))
                || Words.isTag(cursor.text(at))
                || Words.isQualifier(cursor.text(at))
                || cursor.isWordOrHole(at) && !Words.isTypeWord(cursor.text(at - 1))) {
            at++;
        }
        at = parser.types.afterStars(at, cursor.limit);
        return parser.types.read(from, at);
    }

    private CNode name(int from) {
        if (cursor.kind(from + 1) == Tokens.STRING && cursor.isWord(from)) {
            return string();
        }
        int after = parser.types.afterName(from);
        cursor.pos = Math.max(from + 1, after);
        if (cursor.pos == from + 1) {
            return cursor.leaf("name", cursor.text(from), from);
        }
        boolean call = cursor.is("(") || cursor.is("{") || cursor.is("[");
        if (!call
                && parser.types.afterAngles(cursor.pos) == cursor.pos
                && cursor.is(from + 1, "<")) {
            cursor.pos = from + 1;
            return cursor.leaf("name", cursor.text(from), from);
        }
        StringBuilder label = new StringBuilder();
        for (int i = from; i < cursor.pos; i++) {
            int angle = parser.types.afterAngles(i);
            if (angle > i) {
                i = angle - 1;
            } else {
                label.append(cursor.text(i));
            }
        }
        return cursor.leaf("name", label.toString(), from);
    }

    private CNode allocation(int from) {
        cursor.pos++;
        List<CNode> children = new ArrayList<>();
        if (cursor.is("(")) {
            arguments(children);
        }
        int typeFrom = cursor.pos;
        int at = typeFrom;
        while (Words.isTypeWord(cursor.text(at)) || Words.isQualifier(cursor.text(at))) {
            at++;
        }
        at = parser.types.afterStars(parser.types.afterName(at), cursor.limit);
        children.add(0, parser.types.read(typeFrom, at));
        return cursor.node("new", "", from, children);
    }

    private CNode lambda(int from) {
        cursor.pos = cursor.after(from);
        if (cursor.is("(")) {
            cursor.pos = cursor.after(cursor.pos);
        }
        while (!cursor.atEnd() && !cursor.is("{") && !isStop(cursor.text())) {
            cursor.pos = cursor.after(cursor.pos);
        }
        if (!cursor.is("{")) {
            cursor.gapFrom(from, "not an expression");
            return cursor.leaf("opaque", "", from);
        }
        CNode body = parser.statements.block();
        List<CNode> children = new ArrayList<>();
        body.children().forEach(child -> children.add((CNode) child));
        return cursor.node("lambda", "", from, children);
    }

    /** Adds the arguments of the bracket at the current place. */
    void arguments(List<CNode> into) {
        int open = cursor.pos;
        int close = cursor.closing(open);
        int outer = cursor.limit;
        if (!cursor.enter()) {
            cursor.pos = Math.min(close + 1, outer);
            cursor.gapFrom(open, "calls that are nested too deeply");
            return;
        }
        cursor.pos++;
        cursor.limit = close;
        while (!cursor.atEnd()) {
            into.add(argument());
            if (!cursor.accept(",") && !cursor.atEnd()) {
                cursor.pos++;
            }
        }
        if (close > open + 1 && cursor.is(close - 1, ",")) {
            into.add(cursor.empty());
        }
        cursor.limit = outer;
        cursor.pos = Math.min(close + 1, outer);
        if (close >= outer) {
            cursor.gapFrom(open, "a bracket that is not closed");
        }
        cursor.leave();
    }

    private CNode argument() {
        int from = cursor.pos;
        int end = from;
        int cap = from + 8;
        while (end < cursor.limit && end < cap && !cursor.is(end, ",")) {
            end = cursor.after(end);
        }
        boolean whole = end >= cursor.limit || cursor.is(end, ",");
        if (whole && parser.types.looks(from, end) == Types.Looks.TYPE) {
            return parser.types.read(from, end);
        }
        CNode first = parser.expressions.assignment();
        List<CNode> pieces = rest(first, ",");
        return pieces.size() == 1 ? first : cursor.node("opaque", "", from, pieces);
    }

    /**
     * What is left up to the limit or a stop, as further expressions: macros may join what C
     * cannot.
     *
     * @return {@code first} and the others
     */
    List<CNode> rest(CNode first, String stop) {
        if (cursor.atEnd() || cursor.is(stop)) {
            return List.of(first);
        }
        List<CNode> pieces = new ArrayList<>();
        pieces.add(first);
        int from = cursor.pos;
        boolean skipped = cursor.dialect == Dialect.PATTERN;
        while (!cursor.atEnd() && !cursor.is(stop)) {
            int before = cursor.pos;
            if (cursor.is(";") || cursor.is(",") || cursor.isMarker()) {
                cursor.pos++;
                skipped |= !cursor.is(before, ";");
                continue;
            }
            pieces.add(parser.expressions.assignment());
            if (cursor.pos == before) {
                cursor.pos++;
                skipped = true;
            }
        }
        if (skipped) {
            cursor.gapFrom(from, "not an expression");
        }
        return pieces;
    }

    /** An initialiser in braces. */
    CNode list() {
        int open = cursor.pos;
        int close = cursor.closing(open);
        int outer = cursor.limit;
        if (!cursor.enter()) {
            cursor.pos = Math.min(close + 1, outer);
            cursor.gapFrom(open, "lists that are nested too deeply");
            return cursor.leaf("opaque", "", open);
        }
        List<CNode> items = new ArrayList<>();
        cursor.pos++;
        cursor.limit = close;
        while (!cursor.atEnd()) {
            int before = cursor.pos;
            if (cursor.isMarker() || cursor.is(";")) {
                cursor.pos++;
                continue;
            }
            items.add(item());
            if (!cursor.accept(",") && !cursor.atEnd() && cursor.pos == before) {
                cursor.pos++;
            }
        }
        cursor.limit = outer;
        cursor.pos = Math.min(close + 1, outer);
        if (close >= outer) {
            cursor.gapFrom(open, "a brace that is not closed");
        }
        cursor.leave();
        return cursor.node("list", "", open, items);
    }

    private CNode item() {
        int from = cursor.pos;
        if (cursor.is(".") && cursor.kind(from + 1) == Tokens.IDENTIFIER) {
            String field = cursor.text(from + 1);
            cursor.pos += 2;
            while (cursor.is(".") || cursor.is("[")) {
                cursor.pos =
                        cursor.is("[")
                                ? cursor.after(cursor.pos)
                                : Math.min(cursor.pos + 2, cursor.limit);
            }
            boolean given = cursor.accept("=");
            CNode value = given || cursor.is("{") ? argument() : cursor.empty();
            return cursor.node("designated", field, from, List.of(value));
        }
        if (cursor.is("[") && cursor.is(cursor.after(from), "=")) {
            CNode index = parser.expressions.inside(cursor.closing(from));
            cursor.accept("=");
            return cursor.node("designated", "", from, List.of(index, argument()));
        }
        return argument();
    }
}
