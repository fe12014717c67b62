package org.ringfence.reader.c;

/** Tells types from other things and reads them, without knowing what was declared. */
final class Types {
    private final Cursor cursor;

    Types(Cursor cursor) {
        this.cursor = cursor;
    }

    enum Looks {
        /** No type. */
        OTHER,
        /** One name that may be a type. */
        NAME,
        /** Certainly a type. */
        TYPE
    }

    /** What the whole stretch looks like. */
    Looks looks(int from, int to) {
        int at = from;
        boolean certain = false;
        boolean named = false;
        while (at < to) {
            String text = cursor.text(at);
            if (Words.isTypeWord(text) || Words.isTag(text) || Words.isQualifier(text)) {
                certain = true;
                named |= Words.isTypeWord(text);
                at++;
            } else if (cursor.isWordOrHole(at) && !named) {
                named = true;
                at = afterName(at);
            } else {
                break;
            }
        }
        if (!named) {
            return Looks.OTHER;
        }
        int stars = at;
        at = afterStars(at, to);
        if (at > stars) {
            certain = true;
        }
        if (at == to) {
            return certain ? Looks.TYPE : Looks.NAME;
        }
        boolean abstractFunction =
                cursor.is(at, "(") && cursor.is(at + 1, "*") && endsAsFunction(at, to);
        boolean abstractArray = cursor.is(at, "[") && certain && cursor.closing(at) == to - 1;
        return abstractFunction || abstractArray ? Looks.TYPE : Looks.OTHER;
    }

    private boolean endsAsFunction(int at, int to) {
        int next = cursor.after(at);
        return next < to && cursor.is(next, "(") && cursor.after(next) == to;
    }

    int afterStars(int at, int to) {
        int next = at;
        while (next < to) {
            String text = cursor.text(next);
            if (text.equals("*")
                    || text.equals("&")
                    || text.equals("&&")
                    || text.equals("const")
                    || text.equals("volatile")
                    || text.equals("CONST")) {
                next++;
            } else {
                break;
            }
        }
        return next;
    }

    /** The place after {@code a::b<c>::d}. */
    int afterName(int at) {
        int next = at;
        if (cursor.is(next, "::")) {
            next++;
        }
        while (true) {
            if (cursor.is(next, "~")) {
                next++;
            }
            if (!cursor.isWordOrHole(next)) {
                return next;
            }
            next++;
            int angle = afterAngles(next);
            if (angle > next) {
                next = angle;
            }
            if (!cursor.is(next, "::")) {
                return next;
            }
            next++;
        }
    }

    /** The place after template arguments that start here, or the same place if there are none. */
    int afterAngles(int at) {
        if (!cursor.is(at, "<") || cursor.dialect == Dialect.C) {
            return at;
        }
        int open = 0;
        int end = Math.min(cursor.limit, at + 80);
        for (int i = at; i < end; i++) {
            String text = cursor.text(i);
            switch (text) {
                case "<" -> open++;
                case ">" -> open--;
                case ">>" -> open -= 2;
                // ^ is a handle of C++/CLI
                case ",", "::", "*", "&", "^", "...", "const", "volatile" -> {}
                default -> {
                    boolean plain =
                            cursor.kind(i) == Tokens.IDENTIFIER
                                    || cursor.kind(i) == Tokens.NUMBER
                                    || cursor.isHole(i);
                    if (!plain) {
                        return at;
                    }
                }
            }
            if (open <= 0) {
                return open == 0 ? i + 1 : at;
            }
        }
        return at;
    }

    /** The stretch as a type, in single spaces; a hole stays a hole. */
    CNode read(int from, int to) {
        cursor.pos = to;
        if (to == from + 1 && cursor.isHole(from)) {
            return cursor.leaf("hole", cursor.text(from), from);
        }
        return cursor.leaf("type", words(from, to), from);
    }

    String words(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++) {
            joined.append(i > from ? " " : "").append(cursor.text(i));
        }
        return joined.toString();
    }
}
