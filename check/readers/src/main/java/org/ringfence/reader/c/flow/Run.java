package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of values in one region when it is entered in one way; grows while a search runs.
 */
final class Run {
    /** Where a value leaves when it is the result, in place of a parameter's number. */
    static final int RESULT = -1;

    private final Scope scope;
    private final Graph graph;
    private final Blocks blocks;
    private final Entry entry;
    private final int level;
    private final Map<Fact, Seen> seen = new HashMap<>();
    private final Map<Part, Trail> values = new HashMap<>();
    private final Map<Integer, Trail> sure = new HashMap<>();
    private final Map<Integer, Trail> doubtful = new HashMap<>();
    private final Set<Graph.Wild> met = new LinkedHashSet<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<End, Trail> ends = new LinkedHashMap<>();

    /**
     * How a region is entered.
     *
     * @param variable the parameter that brings a value along, or {@link Scope#NONE} for none
     */
    record Entry(Region region, int variable, int fields) {
        static Entry plain(Region region) {
            return new Entry(region, Scope.NONE, Fields.WHOLE);
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

    /** Rows that a fact was led into, and places where it was looked at. */
    record Seen(BitSet rows, BitSet places) {}

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
        this.blocks = scopes.blocks(entry.region());
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

    Blocks blocks() {
        return blocks;
    }

    Seen seen(Fact fact) {
        return seen.computeIfAbsent(fact, key -> new Seen(new BitSet(), new BitSet()));
    }

    /** Notes which of what was not understood lies from one place to before another. */
    void pass(int from, int to) {
        for (Graph.Wild wild : graph.wilds()) {
            int place = blocks.place(wild.point());
            if (from <= place && place < to) {
                met.add(wild);
            }
        }
    }

    /** What was not understood on the way of a value. */
    Set<Graph.Wild> met() {
        return met;
    }

    /**
     * Whether this is news.
     *
     * @param counts whether the node has the value with it
     */
    boolean add(Part part, Trail trail, boolean counts) {
        boolean known =
                part.maybe() && values.containsKey(new Part(part.node(), part.fields(), false));
        boolean news = !known && values.putIfAbsent(part, trail) == null;
        if (news && counts) {
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
