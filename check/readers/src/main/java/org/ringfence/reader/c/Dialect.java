package org.ringfence.reader.c;

import java.util.Locale;

/** What a word means depends on where it is written. */
enum Dialect {
    /** {@code try} and {@code except} without underscores are structured exception handling. */
    C,
    /** {@code try} and {@code catch} are those of C++. */
    CPP,
    /** Either; {@code $X} is a hole. */
    PATTERN;

    static Dialect of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".c") ? C : CPP;
    }
}
