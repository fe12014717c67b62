package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads structured exception handling, and that of C++. */
final class Handlers {
    private final Parser parser;
    private final Cursor cursor;

    Handlers(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /**
     * A handler whose try the arms of an #if have torn off.
     *
     * @return false if the word is no handler
     */
    boolean stray(List<CNode> into, int from, String text) {
        boolean bare = text.equals("except") || text.equals("finally");
        boolean block = cursor.is(from + 1, "{") || cursor.is(cursor.after(from + 1), "{");
        if (!block || bare && cursor.dialect != Dialect.C) {
            return false;
        }
        cursor.pos++;
        cursor.gapFrom(from, "a handler without try");
        List<CNode> children = new ArrayList<>();
        if (cursor.is("(")) {
            children.add(parser.statements.condition());
        }
        children.add(parser.statements.body());
        String kind = text.startsWith("__") ? text.substring(2) : text;
        into.add(cursor.node(kind, "", from, children));
        return true;
    }

    CNode tries(int from, String word) {
        boolean structured = word.equals("__try") || cursor.dialect == Dialect.C;
        cursor.pos++;
        List<CNode> children = new ArrayList<>();
        children.add(parser.statements.body());
        while (!cursor.atEnd()) {
            int at = cursor.pos;
            String text = cursor.text();
            if (text.equals("__except") || structured && text.equals("except")) {
                cursor.pos++;
                CNode filter = parser.statements.condition();
                children.add(
                        cursor.node("except", "", at, List.of(filter, parser.statements.body())));
            } else if (text.equals("__finally") || structured && text.equals("finally")) {
                cursor.pos++;
                children.add(cursor.node("finally", "", at, List.of(parser.statements.body())));
            } else if (text.equals("catch")) {
                cursor.pos++;
                CNode caught = caught();
                children.add(
                        cursor.node("catch", "", at, List.of(caught, parser.statements.body())));
                structured = false;
            } else {
                break;
            }
        }
        return cursor.node(structured ? "try" : "cpp-try", "", from, children);
    }

    private CNode caught() {
        if (!cursor.is("(")) {
            return cursor.empty();
        }
        int open = cursor.pos;
        int close = cursor.closing(open);
        CNode type = parser.types.read(open + 1, close);
        cursor.pos = Math.min(close + 1, cursor.limit);
        return type;
    }
}
