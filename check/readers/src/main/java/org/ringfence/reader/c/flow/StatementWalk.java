package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;

/** Draws statements: what comes after what. */
final class StatementWalk {
    private final Sketch sketch;
    private final Source source;
    private final ExpressionWalk expressions;
    private List<Integer> cases = new ArrayList<>();
    private int otherwise = Graph.NONE;

    StatementWalk(Sketch sketch, Macros macros, Source source) {
        this.sketch = sketch;
        this.source = source;
        this.expressions = new ExpressionWalk(sketch, macros);
    }

    /** Draws all of a region. */
    void region() {
        sequence(sketch.region().tops());
        sketch.go(Sketch.EXIT);
        sketch.connect();
        while (!sketch.undrawn().isEmpty()) {
            Sketch.Cleanup cleanup = sketch.undrawn().remove();
            sketch.context(cleanup.around());
            sketch.at(cleanup.in());
            statement(cleanup.block());
            sketch.go(cleanup.out());
            sketch.connect();
        }
    }

    private void sequence(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0 && isHead(nodes.get(i - 1), nodes.get(i))) {
                headed(nodes.get(i));
            } else {
                statement(nodes.get(i));
            }
        }
    }

    /**
     * Whether a macro call without a semicolon stands before a block, as the head of a loop does.
     */
    private boolean isHead(Node macro, Node block) {
        int from = macro.span().end();
        int to = block.span().start();
        return block.kind().equals("block")
                && macro.kind().equals("statement")
                && macro.children().get(0).kind().equals("call")
                && from <= to
                && to < source.text().length()
                && source.text().substring(from, to).isBlank()
                && source.text().charAt(to) == '{';
    }

    /** A block that runs any number of times, or not at all. */
    private void headed(Node block) {
        Sketch.Context outer = sketch.context();
        int test = sketch.point();
        int end = sketch.point();
        sketch.go(test);
        sketch.edge(test, end);
        sketch.context(outer.looping(end, test));
        arrive(test);
        statement(block);
        sketch.go(test);
        sketch.context(outer);
        arrive(end);
    }

    private void statement(Node node) {
        if (!expressions.enter(node)) {
            return;
        }
        List<Node> children = node.children();
        switch (node.kind()) {
            case "block" -> sequence(children);
            case "statement" -> {
                sequence(children);
                sketch.alias(node);
            }
            case "declaration" -> {
                children.subList(Math.min(1, children.size()), children.size())
                        .forEach(this::declared);
                sketch.alias(node);
            }
            case "if" -> conditional(node);
            case "while", "do", "for", "for-each" -> loop(node);
            case "switch" -> choice(node);
            case "case", "default" -> entry(node);
            case "label" -> {
                sketch.label(node.label());
                sketch.visit(node);
                sequence(children);
            }
            case "goto" -> {
                sketch.visit(node);
                sketch.jumpTo(node.label());
            }
            case "return", "break", "continue", "leave" -> {
                children.forEach(expressions::value);
                sketch.visit(node);
                expressions.leap(node.kind());
            }
            case "try", "cpp-try" -> new TryWalk(sketch, this, expressions).tries(node);
            case "choice" -> arms(node);
            case "asm" -> {
                sketch.mayRaise();
                sketch.visit(node);
                sketch.wild("inline assembly is not read", true);
            }
            case "except", "finally", "catch" -> {
                sketch.visit(node);
                sketch.wild("a handler stands without its try", true);
                sequence(children);
            }
            case "opaque" -> {
                expressions.value(node);
                sketch.wild("a statement could not be read", true);
            }
            case "parameters",
                    "struct",
                    "enum",
                    "typedef",
                    "prototype",
                    "function",
                    "namespace",
                    "define",
                    "include",
                    "arm" -> {}
            default -> expressions.value(node);
        }
        expressions.leave();
    }

    /** Statements elsewhere in the tree, such as the block of a handler. */
    void inner(Node node) {
        statement(node);
    }

    private void declared(Node node) {
        if (node.kind().equals("assign")) {
            expressions.value(node.children().get(1));
            sketch.visit(node);
        } else if (!node.kind().equals("prototype") && !node.kind().equals("struct")) {
            sketch.visit(node);
        }
    }

    private void conditional(Node first) {
        int end = sketch.point();
        Node node = first;
        while (true) {
            sketch.visit(node);
            int yes = sketch.point();
            int no = sketch.point();
            List<Node> children = node.children();
            expressions.condition(children.get(0), yes, no);
            sketch.at(yes);
            statement(children.get(1));
            sketch.go(end);
            sketch.at(no);
            if (children.size() < 3) {
                break;
            }
            node = children.get(2);
            if (!node.kind().equals("if")) {
                statement(node);
                break;
            }
        }
        sketch.go(end);
        arrive(end);
    }

    /** Goes on at a point if any path leads there. */
    void arrive(int point) {
        sketch.at(sketch.isEntered(point) ? point : Sketch.DEAD);
    }

    private void loop(Node node) {
        Sketch.Context outer = sketch.context();
        List<Node> children = node.children();
        String kind = node.kind();
        boolean full = kind.equals("for") && children.size() == 4;
        sketch.visit(node);
        if (full) {
            statement(children.get(0));
        } else if (kind.equals("for-each")) {
            expressions.value(children.get(1));
        }
        int body = sketch.point();
        int test = sketch.point();
        int end = sketch.point();
        int step = full ? sketch.point() : test;
        sketch.go(kind.equals("do") ? body : test);
        sketch.context(outer.looping(end, step));
        if (!kind.equals("do")) {
            sketch.at(test);
            head(node, body, end);
        }
        sketch.at(body);
        statement(children.get(kind.equals("do") ? 0 : children.size() - 1));
        sketch.go(step);
        if (full) {
            arrive(step);
            expressions.value(children.get(2));
            sketch.go(test);
        } else if (kind.equals("do")) {
            arrive(test);
            expressions.condition(children.get(1), body, end);
        }
        sketch.context(outer);
        arrive(end);
    }

    private void head(Node node, int body, int end) {
        List<Node> children = node.children();
        switch (node.kind()) {
            case "while" -> expressions.condition(children.get(0), body, end);
            case "for-each" -> {
                sketch.edge(sketch.current(), end);
                statement(children.get(0));
                sketch.go(body);
            }
            default -> {
                if (children.size() == 4) {
                    expressions.condition(children.get(1), body, end);
                } else {
                    sketch.wild("the head of a loop could not be read", true);
                    sketch.edge(sketch.current(), end);
                    sketch.go(body);
                }
            }
        }
    }

    private void choice(Node node) {
        Sketch.Context outer = sketch.context();
        List<Integer> outerCases = cases;
        int outerOtherwise = otherwise;
        sketch.visit(node);
        expressions.value(node.children().get(0));
        int decides = sketch.point();
        sketch.go(decides);
        int end = sketch.point();
        cases = new ArrayList<>();
        otherwise = Graph.NONE;
        sketch.context(outer.switching(end, decides));
        statement(node.children().get(1));
        sketch.go(end);
        sketch.context(outer);
        if (otherwise == Graph.NONE) {
            otherwise = sketch.point();
            cases.add(otherwise);
            sketch.edge(decides, otherwise);
            sketch.edge(otherwise, end);
        }
        sketch.branch(node.children().get(0), decides, cases, otherwise);
        cases = outerCases;
        otherwise = outerOtherwise;
        arrive(end);
    }

    /** Where a switch goes to; the case before falls through. */
    private void entry(Node node) {
        int way = sketch.point();
        int start = sketch.point();
        sketch.edge(sketch.context().choice(), way);
        sketch.edge(way, start);
        sketch.go(start);
        arrive(start);
        cases.add(way);
        if (node.kind().equals("default")) {
            otherwise = way;
        }
        sketch.visit(node);
        boolean valued = node.kind().equals("case") && !node.children().isEmpty();
        sequence(node.children().subList(valued ? 1 : 0, node.children().size()));
    }

    /** The arms of an {@code #if}, and the way around them where there is no {@code else}. */
    private void arms(Node node) {
        Sketch.Context outer = sketch.context();
        int from = sketch.current();
        int end = sketch.point();
        List<String> earlier = new ArrayList<>();
        boolean complete = false;
        for (Node arm : node.children()) {
            String condition = arm.label();
            complete =
                    condition.equals("else")
                            || earlier.contains("!" + condition)
                            || condition.startsWith("!")
                                    && earlier.contains(condition.substring(1));
            int id = sketch.presence().add(outer.arm(), earlier, condition);
            sketch.context(outer.under(id));
            start(from, arm);
            sequence(arm.children());
            sketch.go(end);
            earlier.add(condition);
        }
        if (!complete) {
            sketch.context(outer.under(sketch.presence().add(outer.arm(), earlier, "else")));
            int around = sketch.point();
            sketch.edge(from, around);
            sketch.edge(around, end);
        }
        sketch.context(outer);
        arrive(end);
    }

    private void start(int from, Node arm) {
        sketch.at(from);
        if (from == Sketch.DEAD) {
            return;
        }
        sketch.visit(arm);
    }
}
