package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of functions. */
final class Parameters {
    private final Cursor cursor;
    private final Types types;

    Parameters(Parser parser) {
        this.cursor = parser.cursor;
        this.types = parser.types;
    }

    /** Whether a bracket holds parameters rather than arguments. */
    boolean isParameterList(int open) {
        int close = cursor.closing(open);
        if (close == open + 1) {
            return true;
        }
        int from = open + 1;
        String text = cursor.text(from);
        if (Words.isTypeWord(text) || Words.isTag(text) || Words.isQualifier(text)) {
            return true;
        }
        if (text.startsWith("$...")) {
            return true;
        }
        if (!cursor.isWordOrHole(from)) {
            return text.equals("...");
        }
        int next = types.afterStars(types.afterName(from), close);
        return cursor.isWordOrHole(next) && next < close
                || Words.isKnownType(text)
                || next == close && next > types.afterName(from);
    }

    /** The parameters in the bracket at the current place. */
    CNode read() {
        int open = cursor.pos;
        int close = cursor.closing(open);
        List<CNode> found = new ArrayList<>();
        int from = open + 1;
        while (from < close) {
            int to = from;
            while (to < close && !cursor.is(to, ",")) {
                to = types.afterAngles(to) > to ? types.afterAngles(to) : cursor.after(to);
            }
            boolean none = to == from + 1 && (cursor.is(from, "void") || cursor.is(from, "VOID"));
            if (to > from && !(none && found.isEmpty() && to >= close)) {
                found.add(parameter(from, Math.min(to, close)));
            }
            from = to + 1;
        }
        cursor.pos = Math.min(close + 1, cursor.limit);
        return cursor.node("parameters", "", open, found);
    }

    private CNode parameter(int from, int to) {
        if (to == from + 1 && cursor.isHole(from)) {
            cursor.pos = to;
            return cursor.leaf("hole", cursor.text(from), from);
        }
        int end = to;
        for (int i = from; i < to; i = cursor.after(i)) {
            if (cursor.is(i, "=") || cursor.is(i, "[")) {
                end = i;
                break;
            }
        }
        int name = end - 1;
        if (cursor.is(name, ")")) {
            return pointerParameter(from, to);
        }
        boolean hasName =
                name > from && cursor.isWordOrHole(name) && !Words.isTag(cursor.text(name - 1));
        List<CNode> children = new ArrayList<>();
        children.add(types.read(from, hasName ? name : end));
        if (hasName) {
            cursor.pos = name + 1;
            children.add(
                    cursor.leaf(cursor.isHole(name) ? "hole" : "name", cursor.text(name), name));
        }
        cursor.pos = to;
        return cursor.node("parameter", "", from, children);
    }

    private CNode pointerParameter(int from, int to) {
        List<CNode> children = new ArrayList<>();
        int open = from;
        while (open < to && !cursor.is(open, "(")) {
            open++;
        }
        children.add(types.read(from, Math.max(from + 1, open)));
        for (int i = open; i < to; i++) {
            if (cursor.isWord(i) && cursor.is(i - 1, "*")) {
                cursor.pos = i + 1;
                children.add(cursor.leaf("name", cursor.text(i), i));
                break;
            }
        }
        cursor.pos = to;
        return cursor.node("parameter", "", from, children);
    }
}
