package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of values in one region when it is entered in one way; grows while a search runs.
 */
final class Run {
    /** Where a value leaves when it is the result, in place of a parameter's number. */
    static final int RESULT = -1;

    private final Scope scope;
    private final Graph graph;
    private final int[] touched;
    private final Entry entry;
    private final int level;
    private final Map<Fact, BitSet> seen = new HashMap<>();
    private final Map<Part, Trail> values = new HashMap<>();
    private final Map<Integer, Trail> sure = new HashMap<>();
    private final Map<Integer, Trail> doubtful = new HashMap<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<End, Trail> ends = new LinkedHashMap<>();

    /**
     * How a region is entered.
     *
     * @param variable the parameter that brings a value along, or {@link Scope#NONE} for none
     */
    record Entry(Region region, int variable, int fields, boolean maybe) {
        static Entry plain(Region region) {
            return new Entry(region, Scope.NONE, Fields.WHOLE, false);
        }

        boolean isPlain() {
            return variable == Scope.NONE;
        }
    }

    /**
     * A place that holds the value.
     *
     * @param through whether it was written through a pointer, so that a caller sees it
     */
    record Fact(Scope.Place place, boolean through, boolean maybe) {}

    /** A node whose value, or fields of it, derive from the sources. */
    record Part(int node, int fields, boolean maybe) {}

    /**
     * A call that brought the value here.
     *
     * @param trail up to the parameter
     */
    record Caller(Run run, int call, Trail trail) {}

    /**
     * A value that leaves to the caller.
     *
     * @param parameter through which, from 0, or {@link #RESULT}
     */
    record End(int parameter, int fields, boolean maybe) {}

    /**
     * @param level how many calls lie between the source and this region
     */
    Run(Scopes scopes, Entry entry, int level) {
        this.scope = scopes.scope(entry.region());
        this.graph = scopes.graph(entry.region());
        this.touched = scopes.touched(entry.region());
        this.entry = entry;
        this.level = level;
    }

    Scope scope() {
        return scope;
    }

    Region region() {
        return entry.region();
    }

    Graph graph() {
        return graph;
    }

    Entry entry() {
        return entry;
    }

    int level() {
        return level;
    }

    /** The variable that what happens at a point may read or overwrite, or {@link Scope#NONE}. */
    int touched(int point) {
        return touched[point];
    }

    BitSet seen(Fact fact) {
        return seen.computeIfAbsent(fact, key -> new BitSet());
    }

    /** Whether a fact has been followed to one of the points. */
    boolean isSeen(int point) {
        return seen.values().stream().anyMatch(points -> points.get(point));
    }

    /** Whether this is news. */
    boolean add(Part part, Trail trail) {
        boolean known =
                part.maybe() && values.containsKey(new Part(part.node(), part.fields(), false));
        boolean news = !known && values.putIfAbsent(part, trail) == null;
        if (news) {
            (part.maybe() ? doubtful : sure).putIfAbsent(part.node(), trail);
        }
        return news;
    }

    /** How the value of a node, or a field of it, came there. */
    Optional<Trail> trail(int node) {
        return Optional.ofNullable(sure.getOrDefault(node, doubtful.get(node)));
    }

    List<Caller> callers() {
        return callers;
    }

    boolean add(End end, Trail trail) {
        return ends.putIfAbsent(end, trail) == null;
    }

    Map<End, Trail> ends() {
        return ends;
    }
}
