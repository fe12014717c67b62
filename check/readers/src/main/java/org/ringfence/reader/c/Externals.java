package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands outside functions, in files, namespaces, classes and structures. */
final class Externals {
    private final Parser parser;
    private final Cursor cursor;

    Externals(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Everything up to the limit. */
    void all(List<CNode> into) {
        while (!cursor.atEnd()) {
            int before = cursor.pos;
            if (cursor.isMarker()) {
                parser.statements.choice(into, true);
            } else {
                one(into);
            }
            if (cursor.pos == before) {
                cursor.pos = cursor.after(before);
                cursor.gapFrom(before, "not a declaration");
            }
        }
    }

    private void one(List<CNode> into) {
        int from = cursor.pos;
        String text = cursor.text();
        switch (text) {
            case ";" -> cursor.pos++;
            case "public", "private", "protected", "signals", "slots" -> {
                if (!cursor.is(from + 1, ":")) {
                    declared(into, from);
                    return;
                }
                cursor.pos += 2;
            }
            case "using", "static_assert", "_Static_assert", "C_ASSERT" -> {
                if (text.equals("C_ASSERT") || text.endsWith("assert")) {
                    CNode call = parser.expressions.unary();
                    into.add(cursor.node("statement", "", from, List.of(call)));
                    cursor.accept(";");
                } else {
                    skipDeclaration();
                }
            }
            case "template" -> {
                cursor.pos++;
                int angle = parser.types.afterAngles(cursor.pos);
                cursor.pos = angle > cursor.pos ? angle : skipAngles(cursor.pos);
            }
            case "namespace" -> namespace(into, from);
            case "extern" -> {
                if (cursor.kind(from + 1) != Tokens.STRING) {
                    declared(into, from);
                } else if (cursor.is(from + 2, "{")) {
                    cursor.pos += 2;
                    nested(into, from, cursor.text(from + 1));
                } else {
                    cursor.pos += 2;
                }
            }
            case "if", "while", "for", "do", "switch", "return", "goto", "__try", "break", "{" ->
                    parser.statements.statement(into);
            case "try" -> {
                if (cursor.is(from + 1, "{")) {
                    parser.statements.statement(into);
                } else {
                    declared(into, from);
                }
            }
            default -> declared(into, from);
        }
    }

    private int skipAngles(int at) {
        int next = at;
        int open = 0;
        while (next < cursor.limit) {
            String text = cursor.text(next);
            open += text.equals("<") ? 1 : text.equals(">") ? -1 : text.equals(">>") ? -2 : 0;
            if (text.equals("{") || text.equals(";")) {
                return next;
            }
            next = cursor.after(next);
            if (open <= 0) {
                return next;
            }
        }
        return next;
    }

    private void namespace(List<CNode> into, int from) {
        cursor.pos++;
        int name = cursor.pos;
        while (!cursor.atEnd() && !cursor.is("{") && !cursor.is(";") && !cursor.is("=")) {
            cursor.pos++;
        }
        if (cursor.is("{")) {
            nested(into, from, parser.types.words(name, cursor.pos).replace(" ", ""));
        } else {
            skipDeclaration();
        }
    }

    private void nested(List<CNode> into, int from, String label) {
        into.add(cursor.node("namespace", label, from, members()));
    }

    /** What stands in the braces at the current place. */
    List<CNode> members() {
        List<CNode> inner = new ArrayList<>();
        cursor.braced("braces that are nested too deeply", () -> all(inner));
        return inner;
    }

    /** Up to a semicolon or behind a body. */
    void skipDeclaration() {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.isMarker()) {
            boolean block = cursor.is("{");
            cursor.pos = cursor.after(cursor.pos);
            if (block && !cursor.is(";")) {
                return;
            }
        }
        cursor.accept(";");
    }

    private void declared(List<CNode> into, int from) {
        if (parser.aggregates.startsHere()) {
            into.add(parser.aggregates.read());
            return;
        }
        if (isMacroCall(from)) {
            CNode call = parser.expressions.unary();
            into.add(cursor.node("statement", "", from, List.of(call)));
            return;
        }
        parser.declarations.skipMacros();
        if (cursor.pos > from && parser.aggregates.startsHere()) {
            into.add(parser.aggregates.read());
            return;
        }
        boolean destructor = cursor.is("~");
        Shape shape = shape(from);
        if (destructor && shape.body() < 0) {
            into.add(parser.declarations.bare());
            return;
        }
        cursor.pos = from;
        if (shape.body() >= 0 && shape.parameters() >= 0) {
            into.add(function(from, shape));
        } else if (shape.body() >= 0 && !parser.declarations.startsHere()) {
            cursor.pos = cursor.after(shape.body());
            cursor.gapFrom(from, "not a declaration");
        } else if (parser.declarations.startsHere()) {
            into.add(parser.declarations.local());
        } else if (isSpecialMember(from) || parser.declarations.isConstructor()) {
            into.add(parser.declarations.bare());
        } else {
            outside(into, from);
        }
    }

    private void outside(List<CNode> into, int from) {
        parser.declarations.skipMacros();
        if (cursor.pos > from && parser.declarations.startsHere()) {
            into.add(parser.declarations.local());
        } else {
            cursor.pos = from;
            CNode value = parser.expressions.comma();
            if (cursor.pos > from) {
                into.add(cursor.node("statement", "", from, List.of(value)));
            }
            while (cursor.isWord(cursor.pos) && cursor.is(cursor.pos + 1, ";")) {
                cursor.pos++;
            }
            int odd = cursor.pos;
            if (!cursor.accept(";") && !cursor.atEnd() && !cursor.isMarker()) {
                skipDeclaration();
                cursor.gapFrom(odd, "not a declaration");
            }
        }
    }

    private boolean isSpecialMember(int from) {
        int close = cursor.is(from + 1, "(") ? cursor.after(from + 1) : -1;
        boolean special =
                close > 0
                        && (cursor.is(close, "throw")
                                || cursor.is(close, "=") && isKeywordValue(close));
        return special
                || cursor.is("~")
                || cursor.is("operator")
                || cursor.is(from + 1, "operator");
    }

    private boolean isKeywordValue(int equals) {
        return cursor.is(equals + 1, "default") || cursor.is(equals + 1, "delete");
    }

    /** {@code NAME(...)} without a semicolon, before the next declaration. */
    private boolean isMacroCall(int from) {
        if (!cursor.isWord(from) || !cursor.is(from + 1, "(") || !cursor.isClosed(from + 1)) {
            return false;
        }
        int next = cursor.after(from + 1);
        if (next >= cursor.limit) {
            return true;
        }
        if (cursor.is(next, ";")) {
            return false;
        }
        String text = cursor.text(next);
        boolean word =
                cursor.kind(next) == Tokens.IDENTIFIER
                        && !text.equals("const")
                        && !text.equals("override")
                        && !text.equals("final")
                        && !text.equals("throw")
                        && !text.equals("try");
        return word || text.equals("#open") || text.equals("~") || text.equals("}");
    }

    /**
     * @param body the brace of a function's body, or -1
     * @param parameters the bracket of its parameters, or -1
     * @param initialisers the colon of a constructor, or -1
     */
    private record Shape(int body, int parameters, int initialisers) {}

    private Shape shape(int from) {
        int parameters = -1;
        int initialisers = -1;
        int at = from;
        while (at < cursor.limit) {
            String text = cursor.text(at);
            switch (text) {
                case ";", Stream.OPEN, Stream.ARM, Stream.CLOSE, "}" -> {
                    return new Shape(-1, parameters, -1);
                }
                case "=" -> {
                    if (!cursor.is(at - 1, "operator")) {
                        return new Shape(-1, parameters, -1);
                    }
                }
                case "{" -> {
                    boolean member =
                            initialisers >= 0
                                    && cursor.isWord(at - 1)
                                    && (cursor.is(at - 2, ",") || cursor.is(at - 2, ":"));
                    if (!member) {
                        return new Shape(at, parameters, initialisers);
                    }
                }
                case "(" -> {
                    boolean call = cursor.is(at - 1, "operator") && cursor.is(at + 1, ")");
                    if (initialisers < 0 && !call) {
                        parameters = at;
                    }
                }
                case ":" -> {
                    if (parameters >= 0 && initialisers < 0) {
                        initialisers = at;
                    }
                }
                default -> {}
            }
            at = cursor.after(at);
        }
        return new Shape(-1, parameters, -1);
    }

    private CNode function(int from, Shape shape) {
        int open = shape.parameters();
        int nameEnd = open;
        int nameFrom = nameStart(from, open);
        String name = parser.types.words(nameFrom, nameEnd).replace(" ", "");
        if (nameFrom == nameEnd) {
            for (int i = from; i < open && nameFrom == nameEnd; i++) {
                if (cursor.isWordOrHole(i) && cursor.is(i + 1, "(")) {
                    name = cursor.text(i);
                    nameFrom = i;
                }
            }
        }
        String type = parser.types.words(from, Math.max(from, nameFrom));
        List<CNode> children = new ArrayList<>();
        cursor.pos = open;
        children.add(parser.parameters.read());
        if (shape.initialisers() >= 0) {
            initialisers(shape, children);
        }
        cursor.pos = shape.body();
        CNode body = parser.statements.block();
        body.children().forEach(child -> children.add((CNode) child));
        CNode node = cursor.node("function", name, from, children);
        return node.is("function")
                ? new CNode(
                        "function",
                        name,
                        node.start(),
                        node.end(),
                        node.children(),
                        CNode.Extra.type(type, cursor.end(from - 1)))
                : node;
    }

    private int nameStart(int from, int open) {
        for (int i = open - 2; cursor.is(open - 1, ">") && i > from; i--) {
            if (cursor.isWord(i) && parser.types.afterAngles(i + 1) == open) {
                return i;
            }
        }
        int at = open;
        while (at > from) {
            String before = cursor.text(at - 1);
            if (cursor.is(at - 1, "operator")) {
                return at - 1;
            }
            boolean part =
                    at == open
                            ? cursor.isWordOrHole(at - 1)
                            : before.equals("::") || before.equals("~");
            boolean qualified = at < open && cursor.is(at, "::") && cursor.isWord(at - 1);
            if (!part && !qualified) {
                break;
            }
            at--;
        }
        for (int i = Math.max(from, open - 4); i < open; i++) {
            if (cursor.is(i, "operator")) {
                return i;
            }
        }
        return at;
    }

    private void initialisers(Shape shape, List<CNode> into) {
        int outer = cursor.limit;
        cursor.limit = shape.body();
        cursor.pos = shape.initialisers() + 1;
        while (!cursor.atEnd()) {
            int before = cursor.pos;
            CNode call = parser.expressions.unary();
            if (cursor.is("{")) {
                cursor.pos = cursor.after(cursor.pos);
            }
            if (cursor.pos > before && !call.is("empty")) {
                into.add(cursor.node("statement", "", before, List.of(call)));
            }
            if (!cursor.accept(",") && cursor.pos == before) {
                cursor.pos = cursor.after(before);
            }
        }
        cursor.limit = outer;
    }
}
