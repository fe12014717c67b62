package org.ringfence.check;

/**
 * The work that one rule may spend on one source, counted in visited nodes, so that it is the same
 * on any machine.
 */
final class Budget {
    private long left;

    Budget(long nodes) {
        this.left = nodes;
    }

    void spend() {
        if (--left < 0) {
            throw new Spent();
        }
    }

    /** The rule wants more than it may have. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("over budget", null, false, false);
        }
    }
}
