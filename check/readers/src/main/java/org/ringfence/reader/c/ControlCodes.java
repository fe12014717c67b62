package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/** The definitions of a file whose value is made by {@code CTL_CODE}. */
final class ControlCodes {
    private static final int MAX_DEPTH = 16;

    private final Source source;
    private final Visible visible;
    private final Constants constants;

    ControlCodes(Source source, Visible visible, Constants constants) {
        this.source = source;
        this.visible = visible;
        this.constants = constants;
    }

    /** A call of CTL_CODE and what its arguments stand for. */
    private record Made(CNode call, Constants.Scope scope) {}

    /** In source order. */
    List<Node> find(Tree tree) {
        List<Node> found = new ArrayList<>();
        for (Node node : tree.all("define")) {
            CNode define = (CNode) node;
            if (!define.functionLike() && define.children().size() == 1) {
                add(define, define.child(0), found);
            }
        }
        for (Node enumeration : tree.all("enum")) {
            for (Node member : enumeration.children()) {
                if (!member.children().isEmpty()) {
                    add((CNode) member, (CNode) member.children().get(0), found);
                }
            }
        }
        for (Map.Entry<String, CNode> variable : visible.own().variables().entrySet()) {
            CNode value = variable.getValue();
            made(value, Constants.Scope.NONE, 0)
                    .ifPresent(made -> found.add(code(variable.getKey(), value, made)));
        }
        found.sort(
                Comparator.comparingInt((Node node) -> node.span().start())
                        .thenComparing(Node::label));
        return List.copyOf(found);
    }

    private void add(CNode definition, CNode value, List<Node> into) {
        made(value, Constants.Scope.NONE, 0)
                .ifPresent(made -> into.add(code(definition.label(), definition, made)));
    }

    private Optional<Made> made(CNode value, Constants.Scope scope, int depth) {
        CNode e = value;
        while (e.is("cast")) {
            e = e.child(1);
        }
        if (depth > MAX_DEPTH || !e.is("call") || !e.child(0).is("name")) {
            return Optional.empty();
        }
        String callee = e.child(0).label();
        if (callee.equals("CTL_CODE") && e.children().size() == 5) {
            return Optional.of(new Made(e, scope));
        }
        for (CNode define : visible.macros(callee)) {
            if (define.functionLike() && define.children().size() == 1) {
                return made(define.child(0), Constants.bind(define, e, scope), depth + 1);
            }
        }
        return Optional.empty();
    }

    private Node code(String name, CNode definition, Made made) {
        Value[] parts = new Value[4];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = constants.evaluate(made.call().child(i + 1), made.scope());
        }
        int at = source.text().indexOf(name, definition.start());
        boolean inside = at >= 0 && at < definition.end();
        Span span = inside ? new Span(at, at + name.length()) : definition.span();
        return new ControlCode(name, span, definition, parts);
    }

    private record ControlCode(String label, Span span, CNode definition, Value[] parts)
            implements Node {
        private static final List<String> PARTS =
                List.of("device-type", "function", "method", "access");

        @Override
        public String kind() {
            return "control-code";
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public Value attribute(String name) {
            int part = PARTS.indexOf(name);
            if (part >= 0) {
                return parts[part];
            }
            return switch (name) {
                case "name" -> new Value.Text(label);
                case "definition" -> new Value.Element(definition);
                case "value" -> whole();
                default -> new Value.Absent();
            };
        }

        private Value whole() {
            long[] numbers = new long[4];
            for (int i = 0; i < 4; i++) {
                if (!(parts[i] instanceof Value.Int number)) {
                    return parts[i];
                }
                numbers[i] = number.value();
            }
            return new Value.Int(Constants.join(numbers));
        }
    }
}
