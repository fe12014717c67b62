package org.ringfence.dsl.mutation;

/** What a change does to how often something holds. */
enum Effect {
    /** it holds more often */
    LOOSER,
    /** it holds less often */
    STRICTER,
    /** it holds elsewhere */
    OTHER;

    Effect opposite() {
        return this == LOOSER ? STRICTER : this == STRICTER ? LOOSER : OTHER;
    }
}
