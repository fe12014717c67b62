package org.ringfence.reader.c.flow;

/** Counts the steps of all questions about one file. */
final class Meter {
    private long steps;

    void add(long more) {
        steps += more;
    }

    long steps() {
        return steps;
    }
}
