package org.ringfence.subject;

import java.util.List;
import java.util.Objects;

/** A tree with holes that a {@link Node} may match. */
public sealed interface Pattern {
    /** A node of this kind and label whose children match in order. */
    record Exact(String kind, String label, List<Pattern> children) implements Pattern {
        public Exact {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(label, "label");
            children = List.copyOf(children);
        }
    }

    /**
     * Any one node, remembered; the same name twice means the same text shape twice. {@code $X} is
     * {@code "X"}.
     */
    record Capture(String name) implements Pattern {
        public Capture {
            Objects.requireNonNull(name, "name");
        }
    }

    /** {@code $_}: any one node. */
    record Any() implements Pattern {}

    /**
     * {@code $...} or {@code $...NAME}: any number of siblings; {@code name} is empty where they
     * are forgotten.
     */
    record Rest(String name) implements Pattern {
        public Rest {
            Objects.requireNonNull(name, "name");
        }
    }
}
