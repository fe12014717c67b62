package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;

/**
 * How a value came to where it is: the last step and what was before it.
 *
 * @param doubt why the value may not have come this way; empty if it surely has
 */
record Trail(Optional<Trail> before, Node node, Supplier<String> what, String doubt) {
    static Trail start(Node source) {
        return new Trail(Optional.empty(), source, () -> "taken here", "");
    }

    Trail then(Node next, Supplier<String> happens) {
        return new Trail(Optional.of(this), next, happens, doubt);
    }

    Trail doubtful(Node next, String why) {
        return new Trail(Optional.of(this), next, () -> why, doubt.isEmpty() ? why : doubt);
    }

    /**
     * The steps since {@code birth}, put behind another trail; this trail if it has no such steps.
     */
    Trail since(Trail birth, Trail other) {
        Deque<Trail> later = new ArrayDeque<>();
        Trail at = this;
        while (at != birth) {
            later.push(at);
            if (at.before().isEmpty()) {
                return this;
            }
            at = at.before().get();
        }
        Trail built = other;
        for (Trail step : later) {
            String why = built.isDoubtful() ? built.doubt() : step.doubt();
            built = new Trail(Optional.of(built), step.node(), step.what(), why);
        }
        return built;
    }

    boolean isDoubtful() {
        return !doubt.isEmpty();
    }

    /** From the source to the sink, both included. */
    List<Flow.Step> steps(Source source, Node sink) {
        Deque<Flow.Step> steps = new ArrayDeque<>();
        if (node != sink) {
            steps.add(new Flow.Step(source, sink, "used here"));
        }
        Optional<Trail> at = Optional.of(this);
        while (at.isPresent()) {
            steps.addFirst(new Flow.Step(source, at.get().node(), at.get().what().get()));
            at = at.get().before();
        }
        return List.copyOf(steps);
    }
}
