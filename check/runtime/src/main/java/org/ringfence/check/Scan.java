package org.ringfence.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** The rules of one kind of subject, run over one subject. Lives as long as that takes. */
final class Scan {
    /** The capture that holds the places on the way of a value. */
    static final String STEPS = "@steps";

    /** Of one rule on one source. */
    private static final long STEPS_PER_RULE = 5_000_000;

    private final Frame frame;
    private final Map<String, String> implicits;
    private final Roles roles;
    private final Map<String, Budget> budgets = new HashMap<>();
    private final SortedMap<String, String> givenUp = new TreeMap<>();
    private final Map<String, List<Node>> origins = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Found> found = new HashSet<>();
    private final Sink sink;

    /** What is looked at now, if anything. */
    private List<Node> current = List.of();

    /** Two ways to one place are one finding. */
    private record Found(String rule, int start, int end, String message) {}

    /** A scan that judges every match. */
    Scan(Subject subject, Map<String, String> implicits, Settings settings) {
        this.frame = new Frame(subject, settings);
        this.implicits = implicits;
        this.roles = new Roles(frame, implicits);
        this.sink = this::judge;
    }

    /** A scan that shows every match to someone else. */
    Scan(Subject subject, Map<String, String> implicits, Settings settings, Sink sink) {
        this.frame = new Frame(subject, settings);
        this.implicits = implicits;
        this.roles = new Roles(frame, implicits);
        this.sink = sink;
    }

    /** Hears of every match of a rule's query. */
    interface Sink {
        void match(Judge judge, Match match);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Ids of the rules that were stopped, and why; what they found before stands. */
    SortedMap<String, String> givenUp() {
        return givenUp;
    }

    /** Ids of the rules that looked at something, and the steps that they spent. */
    SortedMap<String, Long> steps() {
        SortedMap<String, Long> steps = new TreeMap<>();
        budgets.forEach((rule, budget) -> steps.put(rule, budget.spent()));
        return steps;
    }

    void run(Dispatch dispatch) {
        if (!dispatch.isEmpty()) {
            walk(frame.subject().roots(), dispatch);
        }
    }

    private void walk(List<Node> nodes, Dispatch dispatch) {
        for (Node node : nodes) {
            for (List<Dispatch.Candidate> candidates : dispatch.at(node)) {
                for (Dispatch.Candidate candidate : candidates) {
                    bounded(candidate.rule(), budget -> tryAt(candidate, node, budget));
                }
            }
            walk(node.children(), dispatch);
        }
    }

    void run(Rule rule, Query.Each each) {
        bounded(
                rule,
                budget -> {
                    for (Node node : frame.subject().collection(each.collection().name())) {
                        current = List.of(node);
                        Evaluator evaluator = evaluator(node, budget);
                        evaluator.bindings().bind(each.variable(), new Value.Element(node));
                        show(rule, new Match(node, evaluator, List.of()));
                    }
                });
    }

    private void bounded(Rule rule, Consumer<Budget> work) {
        if (givenUp.containsKey(rule.id())) {
            return;
        }
        try {
            work.accept(budgets.computeIfAbsent(rule.id(), id -> new Budget(STEPS_PER_RULE)));
        } catch (Budget.Spent spent) {
            givenUp.put(
                    rule.id(),
                    "the rule needs more steps here than its budget allows" + inFunction());
        } catch (StackOverflowError tooDeep) {
            givenUp.put(rule.id(), "the rule goes deeper here than the engine can follow");
        }
    }

    /** Where a rule was when it was stopped. */
    private String inFunction() {
        return current.stream()
                .flatMap(node -> frame.subject().flow().flatMap(f -> f.function(node)).stream())
                .filter(function -> !function.label().isEmpty())
                .findFirst()
                .map(function -> ", in `" + function.label() + "`")
                .orElse("");
    }

    private Evaluator evaluator(Node node, Budget budget) {
        return new Evaluator(frame, node, new Bindings(), implicits, budget);
    }

    private void show(Rule rule, Match match) {
        sink.match(new Judge(rule, roles), match);
    }

    private void judge(Judge judge, Match match) {
        judge.finding(match).filter(this::isNew).ifPresent(findings::add);
    }

    private boolean isNew(Finding finding) {
        return found.add(
                new Found(
                        finding.rule().id(),
                        finding.span().start(),
                        finding.span().end(),
                        finding.message()));
    }

    // --- matches

    private void tryAt(Dispatch.Candidate candidate, Node node, Budget budget) {
        current = List.of(node);
        Evaluator evaluator = evaluator(node, budget);
        for (Alternative alternative : candidate.alternatives()) {
            if (evaluator.shapes().matches(alternative, node) == Truth.TRUE) {
                matched(candidate.rule(), node, evaluator);
                evaluator = evaluator(node, budget); // what the match bound is not for the next
            }
        }
    }

    private void matched(Rule rule, Node node, Evaluator evaluator) {
        if (rule.query() instanceof Query.Match match) {
            bind(match.steps().get(0), node, evaluator);
            followed(rule, match.steps(), 1, new Match(node, evaluator, List.of()));
        } else if (rule.query() instanceof Query.FlowPath flow) {
            arriving(rule, flow, new Match(node, evaluator, List.of()));
        }
    }

    private static void bind(Query.Step step, Node node, Evaluator evaluator) {
        if (!step.as().isEmpty()) {
            evaluator.bindings().bind(step.as(), new Value.Element(node));
        }
    }

    /** Judges every way to match the steps from {@code next} on, behind the match so far. */
    private void followed(Rule rule, List<Query.Step> steps, int next, Match soFar) {
        if (next == steps.size()) {
            int mark = soFar.evaluator().bindings().mark();
            show(rule, soFar);
            soFar.evaluator().bindings().backTo(mark);
            return;
        }
        Optional<Flow> flow = frame.subject().flow();
        Optional<Node> function = flow.flatMap(f -> f.function(soFar.node()));
        if (function.isEmpty()) {
            return;
        }
        Evaluator evaluator = soFar.evaluator();
        Query.Step step = steps.get(next);
        List<Node> inFunction = List.of(function.get());
        for (Node node : evaluator.shapes().all(step.alternatives(), inFunction).proven()) {
            int mark = evaluator.bindings().mark();
            boolean reached =
                    node != soFar.node()
                            && evaluator.flows(flow.get().reaches(soFar.node(), node)) == Truth.TRUE
                            && evaluator.shapes().matches(step.alternatives(), node) == Truth.TRUE;
            if (reached) {
                bind(step, node, evaluator);
                followed(rule, steps, next + 1, new Match(node, evaluator.at(node), List.of()));
            }
            evaluator.bindings().backTo(mark);
        }
    }

    /** Judges a place that a value arrives at. */
    private void arriving(Rule rule, Query.FlowPath path, Match sink) {
        Optional<Flow> flow = frame.subject().flow();
        if (flow.isEmpty()) {
            return;
        }
        Evaluator evaluator = sink.evaluator();
        List<Node> from =
                origins.computeIfAbsent(rule.id(), id -> origins(path.from(), sink.evaluator()));
        List<Node> arrivals = new ArrayList<>();
        if (path.arrival().isEmpty()) {
            evaluator.bindings().toMap().values().forEach(value -> addNodes(value, arrivals));
        } else {
            evaluator.bindings().get(path.arrival()).ifPresent(v -> addNodes(v, arrivals));
        }
        bind(path.to(), sink.node(), evaluator);
        for (Node node : arrivals.isEmpty() ? List.of(sink.node()) : arrivals) {
            Flow.Carried carried = flow.get().carries(from, node, path.way());
            if (evaluator.flows(carried.answer()) == Truth.TRUE) {
                Node origin = carried.steps().get(0).node();
                int mark = evaluator.bindings().mark();
                evaluator.bindings().bind(STEPS, steps(carried));
                if (evaluator.shapes().matches(path.from().alternatives(), origin) == Truth.TRUE) {
                    bind(path.from(), origin, evaluator);
                    show(rule, new Match(sink.node(), evaluator, carried.steps()));
                }
                evaluator.bindings().backTo(mark);
            }
        }
    }

    private static Value steps(Flow.Carried carried) {
        return new Value.Many(
                carried.steps().stream().<Value>map(s -> new Value.Element(s.node())).toList());
    }

    private List<Node> origins(Query.Step from, Evaluator evaluator) {
        Evaluator unbound =
                new Evaluator(
                        frame, evaluator.anchor(), new Bindings(), implicits, evaluator.budget());
        return unbound.shapes().all(from.alternatives(), frame.subject().roots()).proven();
    }

    private static void addNodes(Value value, List<Node> nodes) {
        if (value instanceof Value.Element element) {
            nodes.add(element.node());
        } else if (value instanceof Value.Many many) {
            many.values().forEach(v -> addNodes(v, nodes));
        }
    }
}
