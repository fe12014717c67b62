package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of field names, numbered: {@code Parameters.Read.Length}. Number 0 is the empty row. */
final class Fields {
    static final int WHOLE = 0;
    static final int NONE = -1;

    /** What something points to, as a field of it; no field of C has this name. */
    static final String POINTEE = "*";

    /** Fields of fields are told apart down to here; what lies deeper counts as all of it. */
    private static final int MAX_DEPTH = 3;

    private final Ints parents = new Ints();
    private final Ints depths = new Ints();
    private final List<String> names = new ArrayList<>();
    private final List<Map<String, Integer>> children = new ArrayList<>();
    private final Map<Long, Integer> remainders = new HashMap<>();

    Fields() {
        add(NONE, "");
    }

    private int add(int parent, String name) {
        parents.add(parent);
        depths.add(parent == NONE ? 0 : depths.get(parent) + 1);
        names.add(name);
        children.add(new HashMap<>());
        return names.size() - 1;
    }

    /** A field of what the row names. */
    int child(int row, String field) {
        if (depths.get(row) >= MAX_DEPTH) {
            return row;
        }
        Integer known = children.get(row).get(field);
        if (known == null) {
            known = add(row, field);
            children.get(row).put(field, known);
        }
        return known;
    }

    /** One row behind the other. */
    int join(int row, int more) {
        return more == WHOLE ? row : child(join(row, parents.get(more)), names.get(more));
    }

    /** The row of what something points to. */
    int pointee() {
        return child(WHOLE, POINTEE);
    }

    /** Whether the row is of something behind a pointer, not of a field. */
    boolean isPointee(int row) {
        return row == pointee() || behind(pointee(), row) != NONE;
    }

    /**
     * What is left of a row behind another.
     *
     * @return {@link #NONE} if the row does not begin with the other
     */
    int behind(int start, int row) {
        if (start == WHOLE) {
            return row;
        }
        if (start == row) {
            return WHOLE;
        }
        if (depths.get(start) >= depths.get(row)) {
            return NONE;
        }
        long both = (long) start << Integer.SIZE | row;
        Integer known = remainders.get(both);
        if (known == null) {
            int rest = behind(start, parents.get(row));
            known = rest == NONE ? NONE : child(rest, names.get(row));
            remainders.put(both, known);
        }
        return known;
    }

    /**
     * How much of a value under {@code row} someone sees who looks at {@code at}; {@link #NONE} for
     * nothing.
     */
    int seen(int at, int row) {
        return behind(row, at) != NONE ? WHOLE : behind(at, row);
    }

    /** The first field of a row and its field, without what lies deeper. */
    int head(int row) {
        return depths.get(row) <= 2 ? row : head(parents.get(row));
    }

    String text(int row) {
        int parent = parents.get(row);
        return parent <= WHOLE ? names.get(row) : text(parent) + "." + names.get(row);
    }
}
