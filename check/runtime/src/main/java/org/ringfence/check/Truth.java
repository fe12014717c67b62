package org.ringfence.check;

/** Kleene's three values. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return values()[2 - ordinal()];
    }
}
