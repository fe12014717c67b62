package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads statements. A body without braces becomes a block of one statement. */
final class Statements {
    private final Parser parser;
    private final Cursor cursor;

    Statements(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** The block whose brace is the current token. */
    CNode block() {
        int open = cursor.pos;
        List<CNode> inner = new ArrayList<>();
        cursor.braced("blocks that are nested too deeply", () -> all(inner));
        return cursor.node("block", "", open, inner);
    }

    /** Everything up to the limit. */
    void all(List<CNode> into) {
        while (!cursor.atEnd()) {
            one(into);
        }
    }

    /** One statement at least; reads on at every call. */
    private void one(List<CNode> into) {
        int before = cursor.pos;
        if (cursor.isMarker()) {
            choice(into, false);
        } else {
            statement(into);
        }
        if (cursor.pos == before) {
            cursor.pos = cursor.after(before);
            cursor.gapFrom(before, "not a statement");
        }
    }

    /**
     * The arms of an {@code #if}, each a list of statements or of declarations outside functions.
     */
    void choice(List<CNode> into, boolean external) {
        int open = cursor.pos;
        if (!cursor.is(Stream.OPEN)) {
            cursor.pos++;
            return;
        }
        int end = cursor.after(open);
        int outer = cursor.limit;
        List<CNode> arms = new ArrayList<>();
        int marker = cursor.closing(open);
        while (marker < end - 1) {
            cursor.pos = marker;
            int next = cursor.closing(marker);
            String condition = cursor.condition();
            cursor.pos = marker + 1;
            cursor.limit = next;
            List<CNode> inner = new ArrayList<>();
            if (!cursor.enter()) {
                cursor.pos = next;
            } else {
                if (external) {
                    parser.externals.all(inner);
                } else {
                    all(inner);
                }
                cursor.leave();
            }
            cursor.limit = outer;
            arms.add(cursor.node("arm", condition, marker, inner));
            marker = next;
        }
        cursor.limit = outer;
        cursor.pos = end;
        into.add(cursor.node("choice", "", open, arms));
    }

    /** A block, or one statement as a block. */
    CNode body() {
        int from = cursor.pos;
        if (cursor.is("{")) {
            return block();
        }
        if (cursor.isHole(from) && !cursor.is(from + 1, ";") && standsAlone(from)) {
            cursor.pos++;
            return cursor.leaf("hole", cursor.text(from), from);
        }
        List<CNode> inner = new ArrayList<>();
        if (!cursor.enter()) {
            skipStatement();
            cursor.gapFrom(from, "statements that are nested too deeply");
        } else {
            if (!cursor.accept(";") && !cursor.atEnd()) {
                one(inner);
            }
            cursor.leave();
        }
        return cursor.node("block", "", from, inner);
    }

    private boolean standsAlone(int at) {
        String next = cursor.text(at + 1);
        return next.isEmpty()
                || next.equals("}")
                || next.equals("else")
                || cursor.kind(at + 1) != Tokens.PUNCTUATOR;
    }

    private void skipStatement() {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.isMarker()) {
            boolean block = cursor.is("{");
            cursor.pos = cursor.after(cursor.pos);
            if (block) {
                return;
            }
        }
        cursor.accept(";");
    }

    /** What stands in the bracket here. */
    CNode condition() {
        if (!cursor.is("(")) {
            return cursor.empty();
        }
        return parser.expressions.inside(cursor.closing(cursor.pos));
    }

    /** The statement at the current place, whatever stands around it. */
    void statement(List<CNode> into) {
        int from = cursor.pos;
        String text = cursor.text();
        if (cursor.kind() == Tokens.HOLE && hole(into, from)) {
            return;
        }
        if (cursor.kind() != Tokens.IDENTIFIER) {
            if (text.equals("{")) {
                into.add(block());
            } else if (!cursor.accept(";")) {
                expression(into, from);
            }
            return;
        }
        switch (text) {
            case "if" -> into.add(conditional(from));
            case "while" -> {
                cursor.pos++;
                CNode condition = condition();
                into.add(cursor.node("while", "", from, List.of(condition, body())));
            }
            case "switch" -> {
                cursor.pos++;
                CNode value = condition();
                into.add(cursor.node("switch", "", from, List.of(value, body())));
            }
            case "do" -> into.add(doWhile(from));
            case "for" -> into.add(loop(from));
            case "case", "default" -> into.add(label(from, text));
            case "return", "throw" -> {
                if (cursor.isWord(from)) {
                    word(into, from);
                    return;
                }
                cursor.pos++;
                List<CNode> value =
                        cursor.is(";") || cursor.atEnd()
                                ? List.of()
                                : List.of(parser.expressions.comma());
                into.add(cursor.node(text, "", from, value));
                end();
            }
            case "goto" -> {
                cursor.pos++;
                String target = cursor.kind() == Tokens.IDENTIFIER ? cursor.text(cursor.pos++) : "";
                into.add(cursor.leaf("goto", target, from));
                end();
            }
            case "break", "continue" -> {
                cursor.pos++;
                into.add(cursor.leaf(text, "", from));
                end();
            }
            default -> marked(into, from, text);
        }
    }

    private void marked(List<CNode> into, int from, String text) {
        switch (text) {
            case "__try", "try" -> into.add(parser.handlers.tries(from, text));
            case "__leave", "leave" -> {
                if (text.equals("leave") && !cursor.is(from + 1, ";")) {
                    word(into, from);
                } else {
                    cursor.pos++;
                    into.add(cursor.leaf("leave", "", from));
                    end();
                }
            }
            case "__asm", "_asm", "asm" -> into.add(assembly(from));
            case "else" -> {
                cursor.pos++;
                cursor.gapFrom(from, "an else without if");
            }
            case "__except", "__finally", "except", "finally", "catch" -> {
                if (!parser.handlers.stray(into, from, text)) {
                    word(into, from);
                }
            }
            default -> word(into, from);
        }
    }

    private boolean hole(List<CNode> into, int from) {
        boolean rest = cursor.text(from).startsWith("$...");
        if (!rest && (!standsAlone(from) || parser.declarations.startsHere())) {
            return false;
        }
        cursor.pos++;
        into.add(cursor.leaf("hole", cursor.text(from), from));
        if (rest) {
            cursor.accept(";");
        }
        return true;
    }

    private CNode conditional(int from) {
        cursor.pos++;
        cursor.accept("constexpr");
        List<CNode> children = new ArrayList<>();
        children.add(condition());
        children.add(body());
        if (cursor.is("else")) {
            cursor.pos++;
            if (cursor.is("if") && cursor.enter()) {
                children.add(conditional(cursor.pos));
                cursor.leave();
            } else {
                children.add(body());
            }
        }
        return cursor.node("if", "", from, children);
    }

    private CNode doWhile(int from) {
        cursor.pos++;
        CNode body = body();
        CNode condition = cursor.accept("while") ? condition() : cursor.empty();
        CNode node = cursor.node("do", "", from, List.of(body, condition));
        cursor.accept(";");
        return node;
    }

    private CNode loop(int from) {
        cursor.pos++;
        if (!cursor.is("(")) {
            return cursor.node("for", "", from, List.of(body()));
        }
        int close = cursor.closing(cursor.pos);
        int outer = cursor.limit;
        cursor.pos++;
        cursor.limit = close;
        List<CNode> children = new ArrayList<>();
        boolean each = false;
        if (cursor.is(";")) {
            cursor.pos++;
            children.add(cursor.empty());
        } else if (parser.declarations.startsHere()) {
            children.add(parser.declarations.local());
            each = cursor.accept(":");
        } else {
            children.add(parser.expressions.comma());
            cursor.accept(";");
        }
        children.add(
                cursor.is(";") || cursor.atEnd() ? cursor.empty() : parser.expressions.comma());
        if (!each) {
            cursor.accept(";");
            children.add(cursor.atEnd() ? cursor.empty() : parser.expressions.comma());
        }
        cursor.limit = outer;
        cursor.pos = Math.min(close + 1, outer);
        children.add(body());
        return cursor.node(each ? "for-each" : "for", "", from, children);
    }

    /** A case owns the statements up to the next one. */
    private CNode label(int from, String kind) {
        cursor.pos++;
        List<CNode> children = new ArrayList<>();
        if (kind.equals("case")) {
            children.add(parser.expressions.conditional());
            if (cursor.accept("...")) {
                parser.expressions.conditional();
            }
        }
        if (!cursor.accept(":")) {
            cursor.gapFrom(from, "a case without a colon");
        }
        while (!cursor.atEnd() && !cursor.is("case") && !isDefault()) {
            one(children);
        }
        return cursor.node(kind, "", from, children);
    }

    private boolean isDefault() {
        return cursor.is("default") && cursor.is(cursor.pos + 1, ":");
    }

    private CNode assembly(int from) {
        cursor.pos++;
        cursor.accept("volatile");
        if (cursor.is("{") || cursor.is("(")) {
            cursor.pos = cursor.after(cursor.pos);
            cursor.accept(";");
        } else {
            while (!cursor.atEnd() && !cursor.lineStart(cursor.pos) && !cursor.is("}")) {
                cursor.pos++;
            }
        }
        return cursor.leaf("asm", "", from);
    }

    private void word(List<CNode> into, int from) {
        if (cursor.isWord(from) && cursor.is(from + 1, ":") && !cursor.is(from + 1, "::")) {
            cursor.pos += 2;
            List<CNode> target = new ArrayList<>();
            if (!cursor.atEnd() && !cursor.is("case") && !isDefault() && cursor.enter()) {
                one(target);
                cursor.leave();
            }
            into.add(cursor.node("label", cursor.text(from), from, target));
        } else if (parser.aggregates.startsHere()) {
            into.add(parser.aggregates.read());
        } else if (parser.declarations.startsHere()) {
            into.add(parser.declarations.local());
        } else {
            expression(into, from);
        }
    }

    private void expression(List<CNode> into, int from) {
        CNode value = parser.expressions.comma();
        if (cursor.pos == from) {
            return;
        }
        into.add(cursor.node("statement", "", from, List.of(value)));
        end();
    }

    /** After a statement; a macro may do without the semicolon. */
    private void end() {
        if (cursor.accept(";") || cursor.atEnd() || cursor.isMarker()) {
            return;
        }
        int from = cursor.pos;
        boolean next = cursor.kind() == Tokens.IDENTIFIER || cursor.is("{") || cursor.isHole(from);
        if (next) {
            return;
        }
        skipStatement();
        cursor.gapFrom(from, "not a statement");
    }
}
