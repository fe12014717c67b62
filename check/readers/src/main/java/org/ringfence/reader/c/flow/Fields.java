package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of field names, numbered: {@code Parameters.Read.Length}. Number 0 is the empty row. */
final class Fields {
    static final int WHOLE = 0;
    static final int NONE = -1;

    /** Fields of fields are told apart down to here; what lies deeper counts as all of it. */
    private static final int MAX_DEPTH = 5;

    private final List<List<String>> rows = new ArrayList<>();
    private final Map<List<String>, Integer> ids = new HashMap<>();

    Fields() {
        id(List.of());
    }

    private int id(List<String> row) {
        List<String> kept = row.size() > MAX_DEPTH ? row.subList(0, MAX_DEPTH) : row;
        return ids.computeIfAbsent(
                List.copyOf(kept),
                key -> {
                    rows.add(key);
                    return rows.size() - 1;
                });
    }

    /** A field of what the row names. */
    int child(int row, String field) {
        return join(row, id(List.of(field)));
    }

    /** One row behind the other. */
    int join(int row, int more) {
        if (row == WHOLE || more == WHOLE) {
            return row + more;
        }
        List<String> both = new ArrayList<>(rows.get(row));
        both.addAll(rows.get(more));
        return id(both);
    }

    /**
     * What is left of a row behind another.
     *
     * @return {@link #NONE} if the row does not begin with the other
     */
    int behind(int start, int row) {
        List<String> all = rows.get(row);
        List<String> first = rows.get(start);
        boolean begins = first.size() <= all.size() && all.subList(0, first.size()).equals(first);
        return begins ? id(all.subList(first.size(), all.size())) : NONE;
    }

    /**
     * How much of a value under {@code row} someone sees who looks at {@code at}; {@link #NONE} for
     * nothing.
     */
    int seen(int at, int row) {
        return behind(row, at) != NONE ? WHOLE : behind(at, row);
    }

    String text(int row) {
        return String.join(".", rows.get(row));
    }
}
