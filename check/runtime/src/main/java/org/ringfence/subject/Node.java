package org.ringfence.subject;

import java.util.List;

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
}
