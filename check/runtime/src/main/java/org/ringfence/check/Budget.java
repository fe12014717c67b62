package org.ringfence.check;

/**
 * The work that one rule may spend on one source, counted in steps, so that it is the same on any
 * machine. A step is a visited node, value or binding, or some characters of a text.
 */
final class Budget {
    private static final int CHARACTERS_PER_STEP = 16;

    private final long all;
    private long left;

    Budget(long nodes) {
        this.all = nodes;
        this.left = nodes;
    }

    /** The steps that were spent; never more than there were. */
    long spent() {
        return Math.min(all, all - left);
    }

    void spend() {
        spend(1);
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Spent();
        }
    }

    /** For a text that is built or compared. */
    void spendOn(CharSequence text) {
        spend(1 + text.length() / CHARACTERS_PER_STEP);
    }

    /** The rule wants more than it may have. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("over budget", null, false, false);
        }
    }
}
