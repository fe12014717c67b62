package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.List;

/**
 * The paths of a region. Points are numbered; most stand for the evaluation of a node, others for a
 * place where paths meet or part.
 */
final class Graph {
    static final int NONE = -1;

    private final Region region;
    private final int entry;
    private final int exit;
    private final int[] nodes;
    private final int[] arms;
    private final int[] firstPoints;
    private final int[] nextPoints;
    private final Edges forward;
    private final Edges backward;
    private final List<Branch> branches;
    private final List<Wild> wilds;
    private final Arms presence;
    private final BitSet leftOut;
    private final Meter meter;

    /**
     * A place where paths part.
     *
     * @param condition the number of the node that decides
     * @param point where it is decided
     * @param arms the points behind it
     * @param otherwise which of them is taken when no case holds, or {@link #NONE}
     */
    record Branch(int condition, int point, List<Integer> arms, int otherwise) {}

    /**
     * A point where something is that was not understood.
     *
     * @param jumps whether paths may go on anywhere from here, not only as drawn
     */
    record Wild(int point, String why, boolean jumps) {}

    /** Edges by the point where they start. */
    private record Edges(int[] offsets, int[] targets) {
        static Edges of(int points, Ints from, Ints to) {
            int[] offsets = new int[points + 1];
            for (int i = 0; i < from.size(); i++) {
                offsets[from.get(i) + 1]++;
            }
            for (int i = 0; i < points; i++) {
                offsets[i + 1] += offsets[i];
            }
            int[] next = offsets.clone();
            int[] targets = new int[from.size()];
            for (int i = 0; i < from.size(); i++) {
                targets[next[from.get(i)]++] = to.get(i);
            }
            return new Edges(offsets, targets);
        }
    }

    Graph(Sketch sketch, Meter meter) {
        this.meter = meter;
        this.region = sketch.region();
        this.entry = Sketch.ENTRY;
        this.exit = Sketch.EXIT;
        this.nodes = sketch.nodes().toArray();
        this.arms = sketch.armsOfPoints().toArray();
        this.forward = Edges.of(nodes.length, sketch.starts(), sketch.ends());
        this.backward = Edges.of(nodes.length, sketch.ends(), sketch.starts());
        this.firstPoints = new int[region.size()];
        this.nextPoints = new int[nodes.length];
        this.branches = List.copyOf(sketch.branches());
        this.wilds = List.copyOf(sketch.wilds());
        this.presence = sketch.presence();
        this.leftOut = sketch.leftOut();
        java.util.Arrays.fill(firstPoints, NONE);
        for (int point = nodes.length - 1; point >= 0; point--) {
            int node = nodes[point];
            nextPoints[point] = NONE;
            if (node != Region.NONE) {
                nextPoints[point] = firstPoints[node];
                firstPoints[node] = point;
            }
        }
        sketch.aliases().forEach((node, point) -> firstPoints[node] = alias(node, point));
    }

    private int alias(int node, int point) {
        return firstPoints[node] == NONE ? point : firstPoints[node];
    }

    Region region() {
        return region;
    }

    int size() {
        return nodes.length;
    }

    int entry() {
        return entry;
    }

    int exit() {
        return exit;
    }

    /** The node that is evaluated here, or {@link Region#NONE}. */
    int node(int point) {
        return nodes[point];
    }

    int arm(int point) {
        return arms[point];
    }

    Arms presence() {
        return presence;
    }

    List<Branch> branches() {
        return branches;
    }

    List<Wild> wilds() {
        return wilds;
    }

    /**
     * Where a node is evaluated: its own points, or those of what it is a part of; none for what
     * was left out.
     */
    BitSet points(int node) {
        BitSet found = new BitSet();
        int at = node;
        while (at != Region.NONE && firstPoints[at] == NONE) {
            at = region.parent(at);
        }
        if (at == Region.NONE) {
            found.set(entry);
            return found;
        }
        for (int point = firstPoints[at]; point != NONE; point = nextPoints[point]) {
            found.set(point);
        }
        found.andNot(leftOut);
        return found;
    }

    int successors(int point) {
        return forward.offsets()[point + 1] - forward.offsets()[point];
    }

    int successor(int point, int index) {
        return forward.targets()[forward.offsets()[point] + index];
    }

    int predecessors(int point) {
        return backward.offsets()[point + 1] - backward.offsets()[point];
    }

    int predecessor(int point, int index) {
        return backward.targets()[backward.offsets()[point] + index];
    }

    /** The points right behind those where a node itself is evaluated. */
    int[] behind(int node) {
        Ints found = new Ints();
        for (int point = firstPoints[node]; point != NONE; point = nextPoints[point]) {
            for (int i = 0; i < successors(point); i++) {
                found.add(successor(point, i));
            }
        }
        return found.toArray();
    }

    /** All points on paths from the starts, these included unless barred. */
    BitSet after(BitSet starts, BitSet barred) {
        return counted(reach(forward, starts, barred));
    }

    /** All points on paths to the ends, these included unless barred. */
    BitSet before(BitSet ends, BitSet barred) {
        return counted(reach(backward, ends, barred));
    }

    private BitSet counted(BitSet found) {
        meter.add(found.cardinality() + 1L);
        return found;
    }

    private static BitSet reach(Edges edges, BitSet starts, BitSet barred) {
        BitSet seen = (BitSet) starts.clone();
        seen.andNot(barred);
        Ints work = new Ints();
        seen.stream().forEach(work::add);
        while (!work.isEmpty()) {
            int point = work.removeLast();
            for (int i = edges.offsets()[point]; i < edges.offsets()[point + 1]; i++) {
                int next = edges.targets()[i];
                if (!seen.get(next) && !barred.get(next)) {
                    seen.set(next);
                    work.add(next);
                }
            }
        }
        return seen;
    }

    /** The points right behind these. */
    BitSet steps(BitSet points) {
        BitSet found = new BitSet();
        for (int point = points.nextSetBit(0); point >= 0; point = points.nextSetBit(point + 1)) {
            for (int i = 0; i < successors(point); i++) {
                found.set(successor(point, i));
            }
        }
        return found;
    }

    /** The points that are not there when the arms of the given points are. */
    BitSet excluded(BitSet present) {
        BitSet found = new BitSet();
        if (presence.isEmpty()) {
            return found;
        }
        boolean[] barred = presence.barred(present.stream().map(p -> arms[p]).toArray());
        for (int point = 0; point < arms.length; point++) {
            if (barred[arms[point]]) {
                found.set(point);
            }
        }
        return found;
    }
}
