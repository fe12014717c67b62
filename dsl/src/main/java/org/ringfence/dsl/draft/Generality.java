package org.ringfence.dsl.draft;

import java.util.HashSet;
import java.util.Set;
import org.ringfence.subject.Span;

/**
 * How much of a piece of code a pattern leaves open.
 *
 * @param open literals that are left open although the level keeps them
 */
record Generality(Level level, Set<Span> open) {
    /** What stays beside names that the subject knows; the most open level first. */
    enum Level {
        KNOWN_NAMES,
        /** the form of expressions stays too: only single names and literals are open */
        FORM,
        /** literals stay too */
        LITERALS,
        /** everything stays */
        AS_WRITTEN
    }

    Generality {
        open = Set.copyOf(open);
    }

    Generality(Level level) {
        this(level, Set.of());
    }

    Generality opening(Span literal) {
        Set<Span> more = new HashSet<>(open);
        more.add(literal);
        return new Generality(level, more);
    }

    boolean keepsLiteral(Span literal) {
        return level.compareTo(Level.LITERALS) >= 0 && !open.contains(literal);
    }
}
