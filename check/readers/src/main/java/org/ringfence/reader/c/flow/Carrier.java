package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    /** Facts times points that are looked at before a search is given up. */
    private static final long MAX_WORK = 6_000_000;

    private final Scopes scopes;
    private final Question question;
    private final Values values;
    private final Map<Run.Entry, Run> runs = new LinkedHashMap<>();
    private final List<Deque<Task>> tasks = new ArrayList<>();
    private final Set<Node> cuts = new LinkedHashSet<>();
    private long work;

    /**
     * What a search looks for.
     *
     * @param depth how many calls a value may go through
     * @param mentions whether comparing, counting or calling with a value also counts as deriving
     */
    record Question(Set<Node> sources, int depth, boolean mentions) {}

    /** A fact to follow from some points on. */
    private record Task(Run run, Run.Fact fact, BitSet from, Trail trail) {}

    Carrier(Scopes scopes, Question question) {
        this.scopes = scopes;
        this.question = question;
        this.values = new Values(this);
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

    static BitSet entry(Run run) {
        BitSet set = new BitSet();
        set.set(run.graph().entry());
        return set;
    }

    private Run run(Run.Entry entry, int level) {
        return runs.computeIfAbsent(entry, key -> new Run(scopes, key, level));
    }

    /** Lets a fact hold before the given points. */
    void follow(Run run, Run.Fact fact, BitSet from, Trail trail) {
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
        Graph graph = run.graph();
        BitSet seen = run.seen(task.fact());
        BitSet sure =
                task.fact().maybe()
                        ? run.seen(new Run.Fact(task.fact().place(), task.fact().through(), false))
                        : seen;
        int variable = task.fact().place().variable();
        Ints open = new Ints();
        task.from().stream().forEach(open::add);
        while (!open.isEmpty() && !isGivenUp()) {
            int point = open.removeLast();
            if (seen.get(point) || sure.get(point)) {
                continue;
            }
            seen.set(point);
            work++;
            boolean goesOn =
                    run.touched(point) != variable
                            || values.touch(run, task.fact(), graph.node(point), task.trail());
            if (point == graph.exit()) {
                leave(run, task.fact(), task.trail());
            }
            for (int i = 0; goesOn && i < graph.successors(point); i++) {
                open.add(graph.successor(point, i));
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
        if (owner.isEmpty() || !run.add(end, trail)) {
            return;
        }
        if (!run.entry().isPlain()) {
            List.copyOf(run.callers()).forEach(caller -> comeBack(run, caller, end));
            return;
        }
        List<Scopes.Site> sites = scopes.calls(owner.get().label());
        if (run.level() >= question.depth()) {
            for (Scopes.Site site : sites) {
                site.region().owner().ifPresent(cuts::add);
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

    void cut(Node function) {
        cuts.add(function);
    }

    /** Leads a value into a function of the file. */
    void enter(Run.Caller caller, Run.Entry entry) {
        Run into = run(entry, caller.run().level() + 1);
        into.callers().add(caller);
        Scope.Place place = new Scope.Place(entry.variable(), entry.fields());
        Run.Fact fact = new Run.Fact(place, false, entry.maybe());
        follow(into, fact, entry(into), caller.trail());
        List.copyOf(into.ends().keySet()).forEach(end -> comeBack(into, caller, end));
    }

    /**
     * A value in a variable that belongs to no function, or in a field of a structure that
     * functions share.
     */
    void share(Run run, Run.Fact fact, Trail trail) {
        Scope.Variable variable = run.scope().variable(fact.place().variable());
        if (!variable.local()) {
            String kept = "kept in " + variable.name();
            for (Region region : scopes.using(variable.name())) {
                if (region != run.region()) {
                    Run other = run(Run.Entry.plain(region), run.level());
                    arrive(other, variable.name(), fact, trail.then(trail.node(), kept));
                }
            }
            return;
        }
        String structure = Scope.structure(variable.type());
        boolean shared =
                fact.through()
                        && fact.place().fields() != Fields.WHOLE
                        && !structure.isEmpty()
                        && !Routines.KNOWN.isShared(structure);
        if (shared) {
            new Structures(this).share(run, structure, fact, trail);
        }
    }

    Run plain(Region region, int level) {
        return run(Run.Entry.plain(region), level);
    }

    private void arrive(Run other, String name, Run.Fact fact, Trail trail) {
        Optional<Integer> id = other.scope().named(name);
        if (id.isPresent()) {
            Scope.Place place = new Scope.Place(id.get(), fact.place().fields());
            follow(other, new Run.Fact(place, true, fact.maybe()), entry(other), trail);
        }
    }

    /** The runs of a region, those fewest calls away from the sources first. */
    List<Run> runs(Region region) {
        return runs.values().stream()
                .filter(run -> run.region() == region)
                .sorted(Comparator.comparingInt(Run::level))
                .toList();
    }

    /** Functions that were not entered, as that would be one call too many. */
    Set<Node> cuts() {
        return cuts;
    }
}
