package org.ringfence.reader.c.flow;

import java.util.List;
import org.ringfence.subject.Node;

/** Draws blocks with handlers. An exception comes from before what raises it. */
final class TryWalk {
    private final Sketch sketch;
    private final StatementWalk statements;
    private final ExpressionWalk expressions;

    TryWalk(Sketch sketch, StatementWalk statements, ExpressionWalk expressions) {
        this.sketch = sketch;
        this.statements = statements;
        this.expressions = expressions;
    }

    void tries(Node node) {
        sketch.visit(node);
        if (node.kind().equals("cpp-try")) {
            catches(node);
        } else {
            handled(node, node.children().size() - 1);
        }
    }

    /** The block with its first so many handlers. */
    private void handled(Node node, int handlers) {
        if (handlers == 0) {
            statements.inner(node.children().get(0));
        } else if (node.children().get(handlers).kind().equals("finally")) {
            terminated(node, handlers);
        } else {
            excepted(node, handlers);
        }
    }

    private void excepted(Node node, int handlers) {
        Sketch.Context outer = sketch.context();
        int raised = sketch.point();
        int end = sketch.point();
        sketch.context(outer.trying(raised, outer.cleanups(), end));
        handled(node, handlers - 1);
        sketch.go(end);
        sketch.context(outer);
        handler(node.children().get(handlers), raised, end);
        statements.arrive(end);
    }

    private void handler(Node except, int raised, int end) {
        if (!sketch.isEntered(raised)) {
            sketch.at(Sketch.DEAD);
        } else {
            sketch.at(raised);
        }
        sketch.visit(except);
        List<Node> children = except.children();
        Node filter = children.get(0);
        if (children.size() > 1) {
            expressions.value(filter);
            if (!takesAll(filter)) {
                sketch.mayRaise();
            }
        }
        statements.inner(children.get(children.size() - 1));
        sketch.go(end);
    }

    private static boolean takesAll(Node filter) {
        String label = filter.label();
        return label.equals("EXCEPTION_EXECUTE_HANDLER") || label.equals("1");
    }

    private void terminated(Node node, int handlers) {
        Sketch.Context outer = sketch.context();
        Node last = node.children().get(handlers);
        Node block = last.children().get(last.children().size() - 1);
        int raised = sketch.point();
        int end = sketch.point();
        Sketch.Cleanup cleanup = new Sketch.Cleanup(block, outer);
        sketch.context(outer.trying(raised, cleanup, end));
        handled(node, handlers - 1);
        sketch.go(end);
        sketch.context(outer);
        boolean copies = sketch.mayCopy();
        if (!copies) {
            sketch.edge(raised, end);
        }
        statements.arrive(end);
        sketch.visit(last);
        int in = sketch.current();
        statements.inner(block);
        int after = sketch.point();
        sketch.go(after);
        if (!copies) {
            sketch.share(cleanup, in, after);
        } else if (sketch.isEntered(raised)) {
            sketch.at(raised);
            statements.inner(block);
            sketch.go(outer.handler());
        }
        statements.arrive(after);
    }

    private void catches(Node node) {
        Sketch.Context outer = sketch.context();
        int raised = sketch.point();
        int end = sketch.point();
        sketch.context(outer.trying(raised, outer.cleanups(), end));
        statements.inner(node.children().get(0));
        sketch.go(end);
        sketch.context(outer);
        sketch.edge(raised, outer.handler());
        for (Node handler : node.children().subList(1, node.children().size())) {
            sketch.at(raised);
            sketch.visit(handler);
            statements.inner(handler.children().get(handler.children().size() - 1));
            sketch.go(end);
        }
        statements.arrive(end);
    }
}
