package org.ringfence.reader.c.flow;

import java.util.List;
import org.ringfence.subject.Node;

/** Draws the evaluation of expressions, operands before operators. */
final class ExpressionWalk {
    /** Levels of nodes that are followed into. */
    static final int MAX_DEPTH = 800;

    private final Sketch sketch;
    private final Macros macros;
    private int depth;

    ExpressionWalk(Sketch sketch, Macros macros) {
        this.sketch = sketch;
        this.macros = macros;
    }

    /** Whether there is room for one more level; whoever is told so leaves it again. */
    boolean enter(Node node) {
        if (depth >= MAX_DEPTH) {
            sketch.leaveOut(node, "code is nested too deeply here");
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** The evaluation of a value. */
    void value(Node node) {
        if (!enter(node)) {
            return;
        }
        switch (node.kind()) {
            case "number", "string", "char", "type", "empty", "hole" -> {}
            case "sizeof", "lambda" -> sketch.visit(node);
            case "binary" -> binary(node);
            case "conditional" -> conditional(node);
            case "call" -> call(node);
            case "member" -> {
                value(node.children().get(0));
                if (node.label().equals("->")) {
                    sketch.mayRaise();
                }
                sketch.visit(node);
            }
            case "name" -> name(node);
            case "unary", "index", "delete" -> {
                values(node);
                if (node.kind().equals("index") || node.label().equals("*")) {
                    sketch.mayRaise();
                }
                sketch.visit(node);
            }
            case "throw" -> {
                values(node);
                sketch.visit(node);
                sketch.raise();
            }
            case "opaque" -> {
                values(node);
                sketch.mayRaise();
                sketch.visit(node);
                sketch.wild("an expression could not be read", false);
            }
            default -> {
                values(node);
                sketch.visit(node);
            }
        }
        leave();
    }

    private void values(Node node) {
        node.children().forEach(this::value);
    }

    private void name(Node node) {
        sketch.visit(node);
        hidden(macros.of(node.label()));
    }

    private void binary(Node node) {
        if (isJunction(node)) {
            int yes = sketch.point();
            int no = sketch.point();
            condition(node, yes, no);
            join(node, yes, no);
        } else {
            values(node);
            sketch.visit(node);
        }
    }

    private static boolean isJunction(Node node) {
        return node.kind().equals("binary")
                && (node.label().equals("&&") || node.label().equals("||"));
    }

    private void conditional(Node node) {
        int yes = sketch.point();
        int no = sketch.point();
        condition(node.children().get(0), yes, no);
        int end = sketch.point();
        sketch.at(yes);
        value(node.children().get(1));
        sketch.go(end);
        sketch.at(no);
        value(node.children().get(2));
        sketch.go(end);
        sketch.at(end);
        sketch.visit(node);
    }

    private void join(Node node, int yes, int no) {
        int end = sketch.point();
        sketch.edge(yes, end);
        sketch.edge(no, end);
        sketch.at(end);
        if (!isJunction(node)) {
            sketch.visit(node);
        }
    }

    private void call(Node node) {
        List<Node> children = node.children();
        String name = children.get(0).kind().equals("name") ? children.get(0).label() : "";
        if (name.isEmpty()) {
            value(children.get(0));
        }
        children.subList(1, children.size()).forEach(this::value);
        sketch.mayRaise();
        sketch.visit(node);
        if (Routines.KNOWN.leaves(name)) {
            sketch.at(Sketch.DEAD);
        } else if (Routines.KNOWN.raises(name)) {
            sketch.raise();
        } else {
            hidden(macros.of(name));
        }
    }

    /** The jumps of a macro that stands here. */
    private void hidden(Macros.Jumps jumps) {
        int from = sketch.current();
        if (from == Sketch.DEAD) {
            return;
        }
        jumps.labels().stream().sorted().forEach(sketch::mayJumpTo);
        for (String way : jumps.ways().stream().sorted().toList()) {
            sketch.at(from);
            leap(way);
        }
        sketch.at(jumps.always() ? Sketch.DEAD : from);
    }

    /**
     * Leaves the current place by a {@code return}, {@code break}, {@code continue} or {@code
     * leave}.
     */
    void leap(String way) {
        Sketch.Context context = sketch.context();
        Sketch.Target target =
                switch (way) {
                    case "break" -> context.breaks();
                    case "continue" -> context.continues();
                    case "leave" -> context.leaves();
                    default -> new Sketch.Target(Sketch.EXIT, Sketch.Cleanup.NONE);
                };
        if (target == Sketch.Target.NONE) {
            sketch.wild("a " + way + " stands outside of what it leaves", true);
            sketch.at(Sketch.DEAD);
        } else {
            sketch.jump(target);
        }
    }

    /** The evaluation of what decides, with a point for each outcome. */
    void condition(Node node, int yes, int no) {
        if (!enter(node)) {
            sketch.edge(sketch.current(), yes);
            sketch.go(no);
            return;
        }
        String label = node.label();
        List<Node> children = node.children();
        if (isJunction(node)) {
            sketch.visit(node);
            int middle = sketch.point();
            boolean and = label.equals("&&");
            condition(children.get(0), and ? middle : yes, and ? no : middle);
            sketch.at(middle);
            condition(children.get(1), yes, no);
        } else if (node.kind().equals("unary") && label.equals("!")) {
            sketch.visit(node);
            condition(children.get(0), no, yes);
        } else if (node.kind().equals("binary") && label.equals(",")) {
            value(children.get(0));
            condition(children.get(1), yes, no);
        } else if (isConstant(node, "0", "FALSE", "false")) {
            sketch.go(no);
        } else if (node.kind().equals("empty") || isConstant(node, "1", "TRUE", "true")) {
            sketch.go(yes);
        } else {
            value(node);
            decide(node, yes, no);
        }
        leave();
    }

    private static boolean isConstant(Node node, String number, String macro, String word) {
        boolean literal = node.kind().equals("number") || node.kind().equals("name");
        String label = node.label();
        return literal && (label.equals(number) || label.equals(macro) || label.equals(word));
    }

    private void decide(Node node, int yes, int no) {
        int at = sketch.current();
        int left = sketch.point();
        int right = sketch.point();
        sketch.edge(at, left);
        sketch.edge(at, right);
        sketch.edge(left, yes);
        sketch.edge(right, no);
        sketch.at(Sketch.DEAD);
        if (at != Sketch.DEAD) {
            sketch.branch(node, at, List.of(left, right), Graph.NONE);
        }
    }
}
