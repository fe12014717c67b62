package org.ringfence.reader;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/**
 * A node of a subject that is data rather than code.
 *
 * @param attributes answers {@link Value.Absent} for a name that the node does not have
 */
public record DataNode(
        String kind,
        String label,
        Span span,
        List<Node> children,
        Function<String, Value> attributes)
        implements Node {
    public DataNode {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(span, "span");
        children = List.copyOf(children);
        Objects.requireNonNull(attributes, "attributes");
    }

    /** A node without children and attributes. */
    public static DataNode leaf(String kind, String label, Span span) {
        return new DataNode(kind, label, span, List.of(), name -> new Value.Absent());
    }

    @Override
    public Value attribute(String name) {
        return attributes.apply(name);
    }

    @Override
    public String toString() {
        return kind + (label.isEmpty() ? "" : " " + label) + (children.isEmpty() ? "" : children);
    }
}
