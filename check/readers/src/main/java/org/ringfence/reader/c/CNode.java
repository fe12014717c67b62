package org.ringfence.reader.c;

import java.util.List;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/** A node of C. */
final class CNode implements Node {
    private final String kind;
    private final String label;
    private final int start;
    private final int end;
    private final List<Node> children;
    private final Extra extra;

    /** How many levels lie below, this one included. */
    final int depth;

    /**
     * What only some kinds have.
     *
     * @param type what stands before a function's name, or in the brackets of an annotation
     * @param parameters the formal parameters of a function-like macro
     * @param before where what stands before a declaration ends
     */
    record Extra(String type, boolean functionLike, List<String> parameters, int before) {
        static final Extra NONE = new Extra("", false, List.of(), -1);

        static Extra type(String type, int before) {
            return new Extra(type, false, List.of(), before);
        }
    }

    CNode(String kind, String label, int start, int end, List<? extends Node> children) {
        this(kind, label, start, end, children, Extra.NONE);
    }

    CNode(
            String kind,
            String label,
            int start,
            int end,
            List<? extends Node> children,
            Extra extra) {
        this.kind = kind;
        this.label = label;
        this.start = start;
        this.end = Math.max(start, end);
        this.children = List.copyOf(children);
        this.extra = extra;
        int deepest = 0;
        for (Node child : this.children) {
            deepest = Math.max(deepest, ((CNode) child).depth);
        }
        this.depth = deepest + 1;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Span span() {
        return new Span(start, end);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    @Override
    public List<Node> children() {
        return children;
    }

    String type() {
        return extra.type();
    }

    /** Where what stands before a declaration ends; its own start for other nodes. */
    int before() {
        return extra.before() < 0 ? start : extra.before();
    }

    boolean functionLike() {
        return extra.functionLike();
    }

    List<String> parameters() {
        return extra.parameters();
    }

    boolean is(String otherKind) {
        return kind.equals(otherKind);
    }

    CNode child(int index) {
        return (CNode) children.get(index);
    }

    @Override
    public Value attribute(String name) {
        return switch (kind) {
            case "define" ->
                    switch (name) {
                        case "name" -> new Value.Text(label);
                        case "function-like" -> new Value.Truth(extra.functionLike());
                        case "parameters" -> texts(extra.parameters());
                        default -> new Value.Absent();
                    };
            case "function" ->
                    switch (name) {
                        case "name" -> new Value.Text(label);
                        case "type" -> new Value.Text(extra.type());
                        default -> new Value.Absent();
                    };
            case "pragma" -> name.equals("text") ? new Value.Text(label) : new Value.Absent();
            case "annotation" ->
                    switch (name) {
                        case "name" -> new Value.Text(label);
                        case "arguments" -> new Value.Text(extra.type());
                        default -> new Value.Absent();
                    };
            case "prototype", "include" ->
                    name.equals("name") ? new Value.Text(label) : new Value.Absent();
            case "call" -> callAttribute(name);
            default -> new Value.Absent();
        };
    }

    private Value callAttribute(String name) {
        if (name.equals("count")) {
            return new Value.Int(children.size() - 1L);
        }
        if (name.equals("name") && child(0).is("name")) {
            return new Value.Text(child(0).label);
        }
        return new Value.Absent();
    }

    private static Value texts(List<String> texts) {
        return new Value.Many(texts.stream().<Value>map(Value.Text::new).toList());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(kind);
        if (!label.isEmpty()) {
            out.append(' ').append(label);
        }
        if (!children.isEmpty()) {
            out.append(children);
        }
        return out.toString();
    }
}
