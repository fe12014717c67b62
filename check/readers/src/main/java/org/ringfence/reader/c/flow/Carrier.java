package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;

/**
 * A search for everything that derives from some sources. Facts ("this variable holds the value")
 * are led along the paths of a region until an assignment ends them; where one is read, the value
 * goes up through the expression. A call leads into its function with the parameter that brings the
 * value, and what comes out of it goes back to that call only.
 */
final class Carrier {
    /** How often facts are looked at before a search is given up. */
    private static final long MAX_WORK = 500_000;

    private final Scopes scopes;
    private final Question question;
    private final Values values;
    private final Map<Run.Entry, Run> runs = new LinkedHashMap<>();
    private final List<Deque<Task>> tasks = new ArrayList<>();
    private final Map<Node, String> cuts = new LinkedHashMap<>();
    private final Shares shares;
    private long work;

    /**
     * What a search looks for.
     *
     * @param depth how many calls a value may go through
     */
    record Question(Set<Node> sources, int depth, Sense sense) {
        boolean mentions() {
            return sense == Sense.MENTIONS;
        }

        boolean pointer() {
            return sense == Sense.POINTER;
        }
    }

    /** What it means to come from a source. */
    enum Sense {
        /** To be worked out from it, or to be read from where it points to. */
        DERIVES,
        /** To be it, or an address at an offset from it. */
        POINTER,
        /** To derive from it, be compared or counted with it, or come from a call with it. */
        MENTIONS
    }

    /** A fact to follow from some points on. */
    private record Task(Run run, Run.Fact fact, int[] from, Trail trail) {}

    Carrier(Scopes scopes, Question question) {
        this.scopes = scopes;
        this.question = question;
        this.values = new Values(this);
        this.shares = new Shares(this);
        for (int i = 0; i <= question.depth(); i++) {
            tasks.add(new ArrayDeque<>());
        }
        question.sources().stream()
                .sorted(
                        Comparator.comparingInt((Node node) -> node.span().start())
                                .thenComparingInt(node -> node.span().end())
                                .thenComparing(Node::kind))
                .forEach(this::seed);
        work();
        scopes.regions().meter().add(work);
    }

    Scopes scopes() {
        return scopes;
    }

    Question question() {
        return question;
    }

    private void seed(Node source) {
        Optional<Region> found = scopes.regions().of(source);
        if (found.isEmpty()) {
            return;
        }
        Region region = found.get();
        Run run = run(Run.Entry.plain(region), 0);
        Node node = source.kind().equals("statement") ? source.children().get(0) : source;
        Trail start = Trail.start(node);
        int id = region.id(node);
        boolean parameter = node.kind().equals("parameter");
        if (parameter || isIn(region, id, "parameter")) {
            Node owner = parameter ? node : region.node(region.parent(id));
            Scope.Place place = run.scope().place(id(region, owner));
            follow(run, new Run.Fact(place, false, false), entry(run), start);
            return;
        }
        Values.Arrival value = new Values.Arrival(run, id, Fields.WHOLE, start);
        values.add(value);
        Calls calls = values.calls();
        if (node.kind().equals("call")) {
            List<Node> children = node.children();
            children.subList(1, children.size()).stream()
                    .filter(Scope::isAddress)
                    .forEach(argument -> calls.pointee(value, argument));
        } else if (isIn(region, id, "call") && Scope.isAddress(node)) {
            calls.pointee(value.at(region.parent(id), start), node);
        }
    }

    private static int id(Region region, Node parameter) {
        List<Node> parts = parameter.children();
        return region.id(parts.get(parts.size() - 1));
    }

    private static boolean isIn(Region region, int id, String kind) {
        int parent = region.parent(id);
        return parent != Region.NONE && region.node(parent).kind().equals(kind);
    }

    static int[] entry(Run run) {
        return new int[] {run.graph().entry()};
    }

    private Run run(Run.Entry entry, int level) {
        return runs.computeIfAbsent(entry, key -> new Run(scopes, key, level));
    }

    /** Lets a fact hold before the given points. */
    void follow(Run run, Run.Fact fact, int[] from, Trail trail) {
        if (fact.place().isSomewhere()) {
            tasks.get(Math.min(run.level(), question.depth()))
                    .add(new Task(run, fact, from, trail));
        }
    }

    /** Works on what lies fewest calls away from the sources first. */
    private void work() {
        int level = 0;
        while (level < tasks.size() && !isGivenUp()) {
            if (tasks.get(level).isEmpty()) {
                level++;
            } else {
                walk(tasks.get(level).remove());
                level = 0;
            }
        }
    }

    boolean isGivenUp() {
        return work > MAX_WORK;
    }

    private void walk(Task task) {
        Run run = task.run();
        Blocks blocks = run.blocks();
        Run.Seen seen = run.seen(task.fact());
        Ints open = new Ints();
        for (int point : task.from()) {
            open.add(blocks.place(point));
        }
        while (!open.isEmpty() && !isGivenUp()) {
            int place = open.removeLast();
            int row = blocks.row(place);
            boolean whole = place == blocks.start(row);
            if (whole && seen.rows().get(row)) {
                continue;
            }
            if (whole) {
                seen.rows().set(row);
            }
            int end = pass(task, place, blocks.end(row));
            run.pass(place, end);
            if (end < blocks.end(row)) {
                continue;
            }
            int last = blocks.point(end - 1);
            if (last == run.graph().exit()) {
                leave(run, task.fact(), task.trail());
            }
            for (int i = 0; i < run.graph().successors(last); i++) {
                open.add(blocks.place(run.graph().successor(last, i)));
            }
        }
    }

    /** Leads a fact along a row, and says how far it came. */
    private int pass(Task task, int from, int end) {
        Run run = task.run();
        Blocks blocks = run.blocks();
        Run.Fact fact = task.fact();
        Run.Seen seen = run.seen(fact);
        Run.Seen sure =
                fact.maybe() ? run.seen(new Run.Fact(fact.place(), fact.through(), false)) : seen;
        int variable = fact.place().variable();
        work++;
        for (int i = blocks.firstTouch(variable, from); ; i++) {
            int place = blocks.touch(variable, i);
            if (place >= end) {
                return end;
            }
            if (seen.places().get(place) || sure.places().get(place)) {
                return place;
            }
            seen.places().set(place);
            work++;
            int node = run.graph().node(blocks.point(place));
            if (!values.touch(run, fact, node, task.trail())) {
                return place;
            }
        }
    }

    /** A fact at the end of a function: the caller sees what was written through a pointer. */
    private void leave(Run run, Run.Fact fact, Trail trail) {
        int parameter = run.scope().parameters().indexOf(fact.place().variable());
        boolean macro = run.region().owner().filter(o -> o.kind().equals("define")).isPresent();
        if (parameter >= 0 && (fact.through() || macro)) {
            leave(run, new Run.End(parameter, fact.place().fields(), fact.maybe()), trail);
        }
    }

    /** Hands a value to the callers: to the one that brought it, or to all if it was born here. */
    void leave(Run run, Run.End end, Trail trail) {
        Optional<Node> owner = run.region().owner();
        if (question.mentions() || owner.isEmpty() || !run.add(end, trail)) {
            return;
        }
        if (!run.entry().isPlain()) {
            List.copyOf(run.callers()).forEach(caller -> comeBack(run, caller, end));
            return;
        }
        List<Scopes.Site> sites = scopes.calls(owner.get().label());
        if (end.maybe() || run.level() >= question.depth()) {
            String why = end.maybe() ? trail.doubt() : tooFar();
            for (Scopes.Site site : sites) {
                site.region().owner().ifPresent(o -> cut(o, why));
            }
            return;
        }
        for (Scopes.Site site : sites) {
            Run caller = run(Run.Entry.plain(site.region()), run.level() + 1);
            values.calls().comeBack(new Run.Caller(caller, site.call(), trail), end, trail);
        }
    }

    private void comeBack(Run from, Run.Caller caller, Run.End end) {
        Trail birth = from.callers().get(0).trail();
        Trail trail = from.ends().get(end).since(birth, caller.trail());
        values.calls().comeBack(caller, end, trail);
    }

    /** Why a value is not followed through one more call. */
    String tooFar() {
        int depth = question.depth();
        return depth == 0
                ? "values are not followed through calls here"
                : "values are followed through no more than " + depth + " calls here";
    }

    boolean mayEnter(Run from) {
        return from.level() < question.depth();
    }

    /** Notes that a value may have come to a function in a way that was not followed. */
    void cut(Node function, String why) {
        cuts.putIfAbsent(function, why);
    }

    /** Leads a value into a function of the file. */
    void enter(Run.Caller caller, Run.Entry entry) {
        Run into = run(entry, caller.run().level() + 1);
        into.callers().add(caller);
        Scope.Place place = new Scope.Place(entry.variable(), entry.fields());
        Run.Fact fact = new Run.Fact(place, false, false);
        follow(into, fact, entry(into), caller.trail());
        List.copyOf(into.ends().keySet()).forEach(end -> comeBack(into, caller, end));
    }

    Shares shares() {
        return shares;
    }

    Run plain(Region region, int level) {
        return run(Run.Entry.plain(region), level);
    }

    /** The runs of a region, those fewest calls away from the sources first. */
    List<Run> runs(Region region) {
        return runs.values().stream()
                .filter(run -> run.region() == region)
                .sorted(Comparator.comparingInt(Run::level))
                .toList();
    }

    /** Functions that a value may have come to in a way that was not followed, and why. */
    Map<Node, String> cuts() {
        return cuts;
    }
}
