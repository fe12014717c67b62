package org.ringfence.cli.desk;

import java.util.Objects;

/**
 * A search.
 *
 * @param query any text
 * @param limit at most so many pages, 1 to {@link #MOST}
 * @param area only pages of this area, see {@link Desk#areas}; empty for all
 * @param ruled only pages that a rule enforces
 */
public record Wish(String query, int limit, String area, boolean ruled) {
    /** In UTF-16 units. */
    public static final int LONGEST = 500;

    public static final int MOST = 50;

    public Wish {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(area, "area");
        if (query.isBlank()) {
            throw new Wrong(Wrong.Kind.INVALID, "the query is empty: say what to look for");
        }
        if (query.length() > LONGEST) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "the query has %d characters; at most %d are looked at"
                            .formatted(query.length(), LONGEST));
        }
        if (limit < 1 || limit > MOST) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "the limit is %d; it must be from 1 to %d".formatted(limit, MOST));
        }
    }
}
