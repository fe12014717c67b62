package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads structs, unions, enums and classes with their bodies. */
final class Aggregates {
    private final Parser parser;
    private final Cursor cursor;

    Aggregates(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Whether a struct, union, enum or class with a body begins here, a typedef included. */
    boolean startsHere() {
        int at = cursor.pos;
        while (Words.isQualifier(cursor.text(at)) || cursor.is(at, "typedef")) {
            at++;
        }
        if (!Words.isTag(cursor.text(at))) {
            return false;
        }
        at++;
        boolean inherits = false;
        while (at < cursor.limit) {
            String text = cursor.text(at);
            if (text.equals("{")) {
                return true;
            }
            boolean head =
                    cursor.kind(at) == Tokens.IDENTIFIER
                            || text.equals(":")
                            || text.equals(",")
                            || text.equals("::")
                            || text.equals("<")
                            || text.equals(">")
                            || text.equals(">>")
                            || text.equals("&")
                            || text.equals("*")
                            || cursor.kind(at) == Tokens.NUMBER
                            || cursor.isHole(at);
            inherits |= text.equals(":");
            boolean beyond =
                    !inherits && (text.equals(",") || text.equals("&") || text.equals("*"));
            if (!head || beyond) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** A struct, union, enum or class with its body and what is declared behind it. */
    CNode read() {
        int from = cursor.pos;
        boolean typedef = false;
        while (!Words.isTag(cursor.text())) {
            typedef |= cursor.is("typedef");
            cursor.pos++;
        }
        int tagFrom = cursor.pos;
        boolean enumeration = cursor.is("enum");
        cursor.pos++;
        if (enumeration && (cursor.is("class") || cursor.is("struct"))) {
            cursor.pos++;
        }
        String tag = "";
        boolean bases = false;
        while (!cursor.is("{")) {
            bases |= cursor.is(":");
            if (cursor.isWord(cursor.pos) && !bases) {
                tag = cursor.text();
            }
            cursor.pos++;
        }
        CNode body;
        if (enumeration) {
            body = cursor.node("enum", tag, tagFrom, enumerators());
        } else {
            List<CNode> members = parser.externals.members();
            body = cursor.node("struct", tag, tagFrom, members);
        }
        List<CNode> names = new ArrayList<>();
        names.add(body);
        parser.declarations.declarators(names);
        if (!cursor.is(";")
                && !cursor.atEnd()
                && !cursor.isMarker()
                && cursor.kind() != Tokens.IDENTIFIER) {
            int odd = cursor.pos;
            parser.externals.skipDeclaration();
            cursor.gapFrom(odd, "not a declaration");
        }
        CNode node =
                names.size() == 1 && !typedef
                        ? body
                        : cursor.node(typedef ? "typedef" : "declaration", "", from, names);
        cursor.accept(";");
        return node;
    }

    private List<CNode> enumerators() {
        int open = cursor.pos;
        int close = cursor.closing(open);
        int outer = cursor.limit;
        List<CNode> found = new ArrayList<>();
        cursor.pos++;
        cursor.limit = close;
        while (!cursor.atEnd()) {
            int at = cursor.pos;
            if (!cursor.isWord(at)) {
                cursor.pos++;
                continue;
            }
            cursor.pos++;
            List<CNode> value =
                    cursor.accept("=") ? List.of(parser.expressions.conditional()) : List.of();
            found.add(cursor.node("enumerator", cursor.text(at), at, value));
            while (!cursor.atEnd() && !cursor.accept(",") && !cursor.isMarker()) {
                cursor.pos = cursor.after(cursor.pos);
            }
        }
        cursor.limit = outer;
        cursor.pos = Math.min(close + 1, outer);
        return found;
    }
}
