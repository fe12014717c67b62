package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.subject.Node;

/**
 * A graph while it is drawn: the points so far, the one that paths have arrived at, and what
 * surrounds it.
 */
final class Sketch {
    static final int ENTRY = 0;
    static final int EXIT = 1;

    /** No path arrives here. */
    static final int DEAD = -1;

    /** How often code of a finally may be drawn again before copies are shared. */
    private static final int MAX_GROWTH = 4;

    private final Region region;
    private final Ints nodes = new Ints();
    private final Ints arms = new Ints();
    private final Ints starts = new Ints();
    private final Ints ends = new Ints();
    private final BitSet entered = new BitSet();
    private final BitSet leftOut = new BitSet();
    private final Map<Integer, Integer> aliases = new HashMap<>();
    private final List<Graph.Branch> branches = new ArrayList<>();
    private final List<Graph.Wild> wilds = new ArrayList<>();
    private final Arms presence = new Arms();
    private final Map<String, Target> labels = new HashMap<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final Deque<Cleanup> undrawn = new ArrayDeque<>();
    private int raised = DEAD;
    private int current = ENTRY;
    private Context context = Context.OUTERMOST;

    /** A place to jump to, and the handlers that stay in force there. */
    record Target(int point, Cleanup cleanups) {
        static final Target NONE = new Target(DEAD, Cleanup.NONE);
    }

    /** A {@code goto} whose label may not have been seen yet. */
    private record Jump(int from, String label, Cleanup cleanups) {}

    /** A termination handler that runs when control leaves its block. */
    static final class Cleanup {
        static final Cleanup NONE = new Cleanup();

        private final Cleanup outer;
        private final Node block;
        private final Context around;
        private int in = DEAD;
        private int out = DEAD;

        private Cleanup() {
            this.outer = this;
            this.block = null;
            this.around = null;
        }

        Cleanup(Node block, Context around) {
            this.outer = around.cleanups();
            this.block = block;
            this.around = around;
        }

        Node block() {
            return block;
        }

        Context around() {
            return around;
        }

        int in() {
            return in;
        }

        int out() {
            return out;
        }
    }

    /**
     * What surrounds a statement.
     *
     * @param handler where an exception goes, or {@link #DEAD} for out of the function
     * @param choice the point where the innermost switch decides, or {@link #DEAD}
     * @param arm of {@code #if}
     */
    record Context(
            int handler,
            Cleanup cleanups,
            Target breaks,
            Target continues,
            Target leaves,
            int choice,
            int arm) {
        static final Context OUTERMOST =
                new Context(
                        DEAD,
                        Cleanup.NONE,
                        Target.NONE,
                        Target.NONE,
                        Target.NONE,
                        DEAD,
                        Arms.ALWAYS);

        Context looping(int breakPoint, int continuePoint) {
            return new Context(
                    handler,
                    cleanups,
                    new Target(breakPoint, cleanups),
                    new Target(continuePoint, cleanups),
                    leaves,
                    choice,
                    arm);
        }

        Context switching(int breakPoint, int choicePoint) {
            Target end = new Target(breakPoint, cleanups);
            return new Context(handler, cleanups, end, continues, leaves, choicePoint, arm);
        }

        Context trying(int handlerPoint, Cleanup inner, int endPoint) {
            Target end = new Target(endPoint, inner);
            return new Context(handlerPoint, inner, breaks, continues, end, choice, arm);
        }

        Context under(int newArm) {
            return new Context(handler, cleanups, breaks, continues, leaves, choice, newArm);
        }
    }

    Sketch(Region region) {
        this.region = region;
        point();
        point();
    }

    Region region() {
        return region;
    }

    Context context() {
        return context;
    }

    /** Goes on in other surroundings; the caller restores those from before. */
    void context(Context other) {
        context = other;
    }

    /** A new point that stands for no node and is not connected. */
    int point() {
        nodes.add(Region.NONE);
        arms.add(context.arm());
        return nodes.size() - 1;
    }

    /** Goes on to the evaluation of a node. */
    int visit(Node node) {
        int point = point();
        nodes.set(point, region.id(node));
        go(point);
        current = point;
        return point;
    }

    /** Says that a node is where paths are now, for nodes that are not evaluated themselves. */
    void alias(Node node) {
        if (current != DEAD) {
            aliases.put(region.id(node), current);
        }
    }

    void edge(int from, int to) {
        if (from != DEAD && to != DEAD) {
            starts.add(from);
            ends.add(to);
            entered.set(to);
        }
    }

    /** Leads the current path to a point and ends it there. */
    void go(int point) {
        edge(current, point);
        current = DEAD;
    }

    void at(int point) {
        current = point;
    }

    int current() {
        return current;
    }

    boolean isEntered(int point) {
        return entered.get(point);
    }

    /** What is evaluated next may raise an exception. */
    void mayRaise() {
        if (context.handler() != DEAD && current != raised) {
            edge(current, context.handler());
            raised = current;
        }
    }

    /** An exception is raised here for sure. */
    void raise() {
        if (context.handler() == DEAD) {
            jump(new Target(EXIT, Cleanup.NONE));
        } else {
            go(context.handler());
        }
    }

    /** Leads the current path to a target through the termination handlers on the way. */
    void jump(Target target) {
        jump(current, context.cleanups(), target);
        current = DEAD;
    }

    private void jump(int from, Cleanup innermost, Target target) {
        int at = from;
        Cleanup cleanup = innermost;
        while (cleanup != target.cleanups() && cleanup != Cleanup.NONE && at != DEAD) {
            if (cleanup.in == DEAD) {
                copy(cleanup);
            }
            edge(at, cleanup.in);
            at = cleanup.out;
            cleanup = cleanup.outer;
        }
        edge(at, target.point());
    }

    private void copy(Cleanup cleanup) {
        Context here = context;
        context = cleanup.around();
        cleanup.in = point();
        cleanup.out = point();
        context = here;
        undrawn.add(cleanup);
    }

    /** Whether code may be drawn once more for another way through it. */
    boolean mayCopy() {
        return nodes.size() < MAX_GROWTH * region.size() + 1000;
    }

    /** Makes jumps go through the given drawing of a termination handler. */
    void share(Cleanup cleanup, int in, int out) {
        if (cleanup.in == DEAD) {
            cleanup.in = in;
            cleanup.out = out;
        }
    }

    void jumpTo(String label) {
        jumps.add(new Jump(current, label, context.cleanups()));
        current = DEAD;
    }

    /** Like {@link #jumpTo}, but the path also goes on. */
    void mayJumpTo(String label) {
        jumps.add(new Jump(current, label, context.cleanups()));
    }

    /** Paths arrive at a label. */
    void label(String name) {
        int point = point();
        go(point);
        current = point;
        labels.putIfAbsent(name, new Target(point, context.cleanups()));
    }

    /** Connects each {@code goto} that was met since the last time. */
    void connect() {
        List<Jump> met = List.copyOf(jumps);
        jumps.clear();
        for (Jump jump : met) {
            Target target = labels.get(jump.label());
            if (target != null) {
                jump(jump.from(), jump.cleanups(), target);
            } else if (jump.from() != DEAD) {
                String why = "the label `" + jump.label() + "` is not in the function";
                wilds.add(new Graph.Wild(jump.from(), why, true));
            }
        }
    }

    /** Termination handlers that something jumps through and that have not been drawn for it. */
    Deque<Cleanup> undrawn() {
        return undrawn;
    }

    void branch(Node condition, int at, List<Integer> points, int otherwise) {
        branches.add(new Graph.Branch(region.id(condition), at, points, otherwise));
    }

    /** Something at the current point was not understood. */
    void wild(String why, boolean jumpsAnywhere) {
        if (current != DEAD) {
            wilds.add(new Graph.Wild(current, why, jumpsAnywhere));
        }
    }

    /** A node is left out with all that is in it. */
    void leaveOut(Node node, String why) {
        visit(node);
        wild(why, true);
        leftOut.set(current);
    }

    BitSet leftOut() {
        return leftOut;
    }

    void wild(Graph.Wild wild) {
        wilds.add(wild);
    }

    Ints nodes() {
        return nodes;
    }

    Ints armsOfPoints() {
        return arms;
    }

    Ints starts() {
        return starts;
    }

    Ints ends() {
        return ends;
    }

    Map<Integer, Integer> aliases() {
        return aliases;
    }

    List<Graph.Branch> branches() {
        return branches;
    }

    List<Graph.Wild> wilds() {
        return wilds;
    }

    Arms presence() {
        return presence;
    }
}
