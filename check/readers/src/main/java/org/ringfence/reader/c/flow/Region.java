package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Node;

/**
 * A piece of code that paths stay inside: the body of a function, of a lambda or of a macro, or
 * what stands outside of them. Its nodes are numbered from 0 in the order of the source, a node
 * before its children; functions and lambdas inside are nodes without children here.
 */
final class Region {
    static final int NONE = -1;

    private final Optional<Node> owner;
    private final List<Node> nodes = new ArrayList<>();
    private final Ints parents = new Ints();
    private final Ints slots = new Ints();
    private final Map<Node, Integer> ids = new IdentityHashMap<>();
    private final int tops;

    /** A node that waits for its number. */
    private record Waiting(Node node, int parent, int slot) {}

    /**
     * @param owner the function, lambda or macro
     * @param tops what is in it, in order
     */
    Region(Optional<Node> owner, List<Node> tops) {
        this.owner = owner;
        this.tops = tops.size();
        List<Waiting> stack = new ArrayList<>();
        push(tops, NONE, stack);
        while (!stack.isEmpty()) {
            Waiting next = stack.remove(stack.size() - 1);
            int id = nodes.size();
            nodes.add(next.node());
            parents.add(next.parent());
            slots.add(next.slot());
            ids.put(next.node(), id);
            if (!isOwner(next.node().kind())) {
                push(next.node().children(), id, stack);
            }
        }
    }

    private static void push(List<Node> children, int parent, List<Waiting> stack) {
        for (int i = children.size() - 1; i >= 0; i--) {
            stack.add(new Waiting(children.get(i), parent, i));
        }
    }

    /** Whether a node of this kind has paths of its own. */
    static boolean isOwner(String kind) {
        return kind.equals("function") || kind.equals("lambda") || kind.equals("define");
    }

    Optional<Node> owner() {
        return owner;
    }

    int size() {
        return nodes.size();
    }

    Node node(int id) {
        return nodes.get(id);
    }

    /** {@link #NONE} for a node at the top. */
    int parent(int id) {
        return parents.get(id);
    }

    /** Which child of its parent it is, from 0. */
    int slot(int id) {
        return slots.get(id);
    }

    /** {@link #NONE} for a node of another region. */
    int id(Node node) {
        return ids.getOrDefault(node, NONE);
    }

    boolean holds(Node node) {
        return ids.containsKey(node);
    }

    /** The nodes at the top, in order. */
    List<Node> tops() {
        List<Node> found = new ArrayList<>(tops);
        for (int i = 0; i < size() && found.size() < tops; i++) {
            if (parent(i) == NONE) {
                found.add(node(i));
            }
        }
        return found;
    }
}
