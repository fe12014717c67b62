package org.ringfence.check;

import java.util.List;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Origin;

/**
 * What one clause says of a match.
 *
 * @param condition {@link Condition#ALWAYS} for roles, which are no condition
 * @param unknowns what could not be found out
 */
record Verdict(Kind kind, Condition condition, Origin origin, Truth truth, List<String> unknowns) {
    enum Kind {
        WITHIN,
        WHERE,
        UNLESS
    }

    Verdict {
        unknowns = List.copyOf(unknowns);
    }

    /** Whether the match is no finding because of it. */
    boolean kills() {
        return kind == Kind.UNLESS ? truth == Truth.TRUE : truth != Truth.TRUE;
    }
}
