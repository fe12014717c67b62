package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Value;

/**
 * Answers about the paths of one region. What was not understood on a path makes the answer unknown
 * where it could change it.
 */
final class Paths {
    static final Value LEFT_OUT = new Value.Unknown("code is nested too deeply here");
    private static final int REMEMBERED = 16;
    private static final Value YES = new Value.Truth(true);
    private static final Value NO = new Value.Truth(false);

    private final Graph graph;
    private final BitSet wild = new BitSet();
    private final Recent<Search, BitSet> searches = new Recent<>(REMEMBERED);

    private record Search(boolean forward, BitSet from, BitSet barred) {}

    Paths(Graph graph) {
        this.graph = graph;
        graph.wilds().forEach(w -> wild.set(w.point()));
    }

    private BitSet after(BitSet from, BitSet barred) {
        Search search = new Search(true, (BitSet) from.clone(), (BitSet) barred.clone());
        return searches.get(search, s -> graph.after(s.from(), s.barred()));
    }

    private BitSet before(BitSet to, BitSet barred) {
        Search search = new Search(false, (BitSet) to.clone(), (BitSet) barred.clone());
        return searches.get(search, s -> graph.before(s.from(), s.barred()));
    }

    Graph graph() {
        return graph;
    }

    BitSet entry() {
        BitSet set = new BitSet();
        set.set(graph.entry());
        return set;
    }

    static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /** A wild point in the set, of those that jump only if asked so. */
    private Optional<Graph.Wild> wildIn(BitSet points, boolean jumping) {
        return graph.wilds().stream()
                .filter(w -> points.get(w.point()) && (w.jumps() || !jumping))
                .findFirst();
    }

    private static Value unless(Optional<Graph.Wild> wild, Value otherwise) {
        return wild.<Value>map(w -> new Value.Unknown(w.why())).orElse(otherwise);
    }

    Value reaches(BitSet first, BitSet second) {
        BitSet excluded = graph.excluded(union(first, second));
        BitSet found = after(graph.steps(first), excluded);
        if (first.intersects(excluded) && second.intersects(excluded)) {
            return NO;
        }
        return found.intersects(second) ? YES : unless(wildIn(union(found, first), true), NO);
    }

    Value precededSometimes(BitSet node, BitSet marks) {
        BitSet excluded = graph.excluded(node);
        BitSet live = after(entry(), excluded);
        BitSet back = before(node, excluded);
        back.and(live);
        for (BitSet mark : byArm(marks)) {
            BitSet out = graph.excluded(union(node, mark));
            BitSet reached = after(graph.steps(and(mark, live)), out);
            if (reached.intersects(node)) {
                return YES;
            }
        }
        return unless(
                wildIn(back, false), unless(wildIn(after(and(marks, live), excluded), true), NO));
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    /** The points in groups, those of one arm of {@code #if} together. */
    private List<BitSet> byArm(BitSet points) {
        Map<Integer, BitSet> groups = new LinkedHashMap<>();
        points.stream()
                .forEach(
                        point ->
                                groups.computeIfAbsent(graph.arm(point), arm -> new BitSet())
                                        .set(point));
        return List.copyOf(groups.values());
    }

    Value precededAlways(BitSet node, BitSet marks) {
        BitSet others = (BitSet) marks.clone();
        others.andNot(node);
        return avoided(entry(), node, union(others, graph.excluded(node)));
    }

    /** Whether no path leads from the starts to the ends around what is barred. */
    Value avoided(BitSet starts, BitSet ends, BitSet barred) {
        BitSet barredOrWild = union(barred, wild);
        barredOrWild.andNot(ends);
        if (after(starts, barredOrWild).intersects(ends)) {
            return NO;
        }
        BitSet found = after(starts, barred);
        if (found.intersects(ends)) {
            return unless(wildIn(found, false), NO);
        }
        return unless(wildIn(found, true), YES);
    }

    Value followedSometimes(BitSet node, BitSet marks) {
        for (BitSet mark : byArm(marks)) {
            BitSet out = graph.excluded(union(node, mark));
            if (after(graph.steps(node), out).intersects(mark)) {
                return YES;
            }
        }
        return unless(wildIn(after(graph.steps(node), graph.excluded(node)), false), NO);
    }

    Value followedAlways(BitSet node, BitSet marks) {
        BitSet end = new BitSet();
        end.set(graph.exit());
        return avoided(graph.steps(node), end, union(marks, graph.excluded(node)));
    }
}
