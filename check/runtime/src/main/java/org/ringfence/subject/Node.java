package org.ringfence.subject;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a subject: a call, a section of an INF, an access control entry.
 *
 * <p>Kinds, and what stands in {@link #label} and {@link #children} for each, are declared by the
 * reader's {@link Vocabulary}. A node is immutable.
 */
public interface Node {
    String kind();

    /**
     * What the node itself says: an operator, a name, a literal as written; empty where its
     * children say it all.
     */
    String label();

    Span span();

    /** In source order. */
    List<Node> children();

    /**
     * A property that the vocabulary declares for this kind.
     *
     * @return {@link Value.Absent} where this node has none of that name
     */
    default Value attribute(String name) {
        return new Value.Absent();
    }

    /**
     * How to give an attribute another value, for attributes that the vocabulary calls settable.
     *
     * @param text the new value as it stands in the source
     * @return nothing where this node has no place for it
     */
    default Optional<Edit> set(String attribute, String text) {
        return Optional.empty();
    }

    /**
     * How to put another child behind the last one, for kinds that the vocabulary calls growing.
     *
     * @param code what to add, as it stands in the source, without the end of its line
     */
    default Optional<Edit> add(String code) {
        return Optional.empty();
    }

    /**
     * A change of the source's text.
     *
     * @param span what is replaced; of no length where {@code text} is put in
     */
    record Edit(Span span, String text) {
        public Edit {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(text, "text");
        }
    }
}
