package org.ringfence.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/**
 * A node of a subject that is data rather than code.
 *
 * @param attributes answers {@link Value.Absent} for a name that the node does not have
 * @param edits how fixes change it
 */
public record DataNode(
        String kind,
        String label,
        Span span,
        List<Node> children,
        Function<String, Value> attributes,
        Edits edits)
        implements Node {
    /** What can be changed in a node: nothing, unless it says so. */
    public interface Edits {
        /** As {@link Node#set}. */
        default Optional<Edit> set(String attribute, String text) {
            return Optional.empty();
        }

        /** As {@link Node#add}. */
        default Optional<Edit> add(String code) {
            return Optional.empty();
        }
    }

    private static final Edits FIXED = new Edits() {};

    /** A node that fixes do not change. */
    public DataNode(
            String kind,
            String label,
            Span span,
            List<Node> children,
            Function<String, Value> attributes) {
        this(kind, label, span, children, attributes, FIXED);
    }

    public DataNode {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(span, "span");
        children = List.copyOf(children);
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(edits, "edits");
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
    public Optional<Edit> set(String attribute, String text) {
        return edits.set(attribute, text);
    }

    @Override
    public Optional<Edit> add(String code) {
        return edits.add(code);
    }

    @Override
    public String toString() {
        return kind + (label.isEmpty() ? "" : " " + label) + (children.isEmpty() ? "" : children);
    }
}
