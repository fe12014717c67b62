package org.ringfence.rule;

import java.util.List;
import java.util.Objects;
import org.ringfence.subject.Flow;

/** What a rule looks at. */
public sealed interface Query {
    /**
     * Every node that matches the first step, with nodes of the same function that match the later
     * ones, each reachable from the one before. Findings are about the last.
     */
    record Match(List<Step> steps) implements Query {
        public Match {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("a match has a step");
            }
        }
    }

    /** Every element of a collection, bound to {@code variable}. */
    record Each(String variable, Expr.Collection collection) implements Query {
        public Each {
            Objects.requireNonNull(variable, "variable");
            Objects.requireNonNull(collection, "collection");
        }
    }

    /**
     * Every node that matches {@code to}, if a value that derives from a node of {@code from}
     * arrives in one of the captures of its pattern (in the node itself where it has none).
     *
     * @param arrival the capture that it must arrive in, or empty for any
     */
    record FlowPath(Step from, Step to, String arrival, Flow.Way way) implements Query {
        public FlowPath {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(way, "way");
        }
    }

    /**
     * A node that matches one of the alternatives.
     *
     * @param as the name that the whole match is bound to, or empty
     */
    record Step(List<Alternative> alternatives, String as) {
        public Step {
            alternatives = List.copyOf(alternatives);
            Objects.requireNonNull(as, "as");
        }
    }
}
