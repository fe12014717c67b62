package org.ringfence.rule;

import java.util.List;
import org.ringfence.subject.Pattern;

/** What a rule looks at. */
public sealed interface Query {
    /**
     * Every node that matches one of the patterns.
     *
     * @param as the name that the whole match is bound to, or empty
     */
    record Match(List<Pattern> patterns, String as) implements Query {
        public Match {
            patterns = List.copyOf(patterns);
        }
    }

    /** Every element of a collection, bound to {@code variable}. */
    record Each(String variable, Expr.Collection collection) implements Query {}
}
