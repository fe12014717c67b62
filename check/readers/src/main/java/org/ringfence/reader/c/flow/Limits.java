package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/**
 * Whether a number was held to a limit on every path to where it is used: compared with something
 * that is not as large as one likes, or made smaller. What a caller compared counts where all
 * callers did.
 */
final class Limits {
    private static final Value YES = new Value.Truth(true);
    private static final Value NO = new Value.Truth(false);

    /** Values that are looked into, one inside the other. */
    private static final int MAX_DEPTH = 8;

    /** Nodes that one question may look at. */
    private static final long MAX_WORK = 2_000_000;

    private static final Set<String> LEAST = Set.of("min", "MIN", "__min", "std::min");
    private static final Set<String> SENT =
            Set.of("InputBufferLength", "OutputBufferLength", "Length", "BufferLength");

    private final Scopes scopes;
    private final Function<Region, Paths> paths;
    private final Function<Node, OptionalLong> number;
    private final OptionalLong most;
    private long work;

    /**
     * @param number the number that an expression always is, if it is one
     * @param most what is still within the limit, if it is known
     */
    Limits(
            Scopes scopes,
            Function<Region, Paths> paths,
            Function<Node, OptionalLong> number,
            OptionalLong most) {
        this.scopes = scopes;
        this.paths = paths;
        this.number = number;
        this.most = most;
    }

    /** A place in a region, where it is used. */
    private record Use(Region region, Scope.Place place, BitSet points) {}

    Value limited(Node value) {
        Optional<Region> region = scopes.regions().of(value);
        return region.isEmpty()
                ? new Value.Unknown("it does not lie on a path of the file")
                : value(region.get(), value, 0);
    }

    private static Value unknown() {
        return new Value.Unknown("how large it can be is not known");
    }

    private Value value(Region region, Node node, int depth) {
        if (depth > MAX_DEPTH) {
            return unknown();
        }
        OptionalLong known = number.apply(node);
        if (known.isPresent()) {
            return new Value.Truth(isWithin(known.getAsLong()));
        }
        List<Node> parts = node.children();
        return switch (node.kind()) {
            case "number", "char", "sizeof", "string" -> YES;
            case "cast" -> value(region, parts.get(parts.size() - 1), depth);
            case "conditional" ->
                    any(
                            value(region, parts.get(1), depth + 1),
                            value(region, parts.get(2), depth + 1));
            case "assign" -> value(region, parts.get(1), depth + 1);
            case "call" -> call(region, node, depth);
            case "binary" -> binary(region, node, depth);
            case "name", "member", "index", "unary" -> place(region, node, depth);
            default -> unknown();
        };
    }

    private boolean isWithin(long value) {
        return most.isEmpty() || value >= 0 && value <= most.getAsLong();
    }

    private static Value any(Value one, Value other) {
        if (one.equals(YES) || other.equals(YES)) {
            return YES;
        }
        return one instanceof Value.Unknown ? one : other;
    }

    private static Value both(Value one, Value other) {
        if (one.equals(NO) || other.equals(NO)) {
            return NO;
        }
        return one instanceof Value.Unknown ? one : other;
    }

    private Value call(Region region, Node call, int depth) {
        List<Node> parts = call.children();
        boolean least = LEAST.contains(Scopes.name(call)) && parts.size() == 3;
        return least
                ? any(
                        value(region, parts.get(1), depth + 1),
                        value(region, parts.get(2), depth + 1))
                : unknown();
    }

    private Value binary(Region region, Node node, int depth) {
        Value left = value(region, node.children().get(0), depth + 1);
        return switch (node.label()) {
            case "-", "/", ">>" -> left;
            case "%" -> value(region, node.children().get(1), depth + 1);
            case "&" -> any(left, value(region, node.children().get(1), depth + 1));
            case "+", "*", "|", "<<" ->
                    both(left, value(region, node.children().get(1), depth + 1));
            default -> unknown();
        };
    }

    private Value place(Region region, Node node, int depth) {
        Scope scope = scopes.scope(region);
        Scope.Place place = scope.place(region.id(node));
        if (!place.isSomewhere()) {
            return unknown();
        }
        boolean constant =
                node.kind().equals("name")
                        && !scope.variable(place.variable()).local()
                        && scope.assignments(place.variable()).isEmpty()
                        && node.label().equals(node.label().toUpperCase(java.util.Locale.ROOT));
        if (constant) {
            return YES;
        }
        BitSet points = scopes.graph(region).points(region.id(node));
        return use(new Use(region, place, points), depth);
    }

    private Value use(Use use, int depth) {
        if (use.points().isEmpty()) {
            return Paths.LEFT_OUT;
        }
        Region region = use.region();
        work += region.size();
        if (work > MAX_WORK) {
            return new Value.Unknown("there is too much code for the number to be followed");
        }
        Graph graph = scopes.graph(region);
        Scope scope = scopes.scope(region);
        scopes.regions().meter().add(region.size() + graph.branches().size());
        Set<Scope.Place> same = equals(region, use.place());
        BitSet barred = graph.excluded(use.points());
        BitSet starts = new BitSet();
        boolean assigned = assignments(use, barred, starts, depth);
        int parameter = scope.parameters().indexOf(use.place().variable());
        boolean local = scope.variable(use.place().variable()).local();
        boolean open = parameter >= 0 || !local || use.place().fields() != Fields.WHOLE;
        if (open || !assigned) {
            starts.set(graph.entry());
        }
        boolean helped = false;
        for (Graph.Branch branch : graph.branches()) {
            helped |= holds(region, branch, same, barred, depth);
        }
        Value answer = paths.apply(region).avoided(starts, use.points(), barred);
        if (answer.equals(NO) && helped) {
            return new Value.Unknown("a function decides about it that is not known here");
        }
        return answer.equals(NO) && parameter >= 0 && !assigned
                ? callers(use, parameter, depth)
                : answer;
    }

    /**
     * Looks at what is assigned to a place: behind what is within the limit nothing is open.
     *
     * @return whether anything is assigned
     */
    private boolean assignments(Use use, BitSet barred, BitSet starts, int depth) {
        Region region = use.region();
        Graph graph = scopes.graph(region);
        Scope scope = scopes.scope(region);
        Fields fields = scopes.fields();
        boolean found = false;
        for (int id = 0; id < region.size(); id++) {
            Node node = region.node(id);
            Optional<Node> target = Optional.empty();
            Value written = NO;
            if (node.kind().equals("assign") && node.label().equals("=")) {
                target = Optional.of(node.children().get(0));
                int at = id;
                if (isThere(scope, region, target.get(), use, fields)) {
                    written = written(use, node, depth);
                    found = true;
                    set(graph, at, written, barred, starts);
                }
            } else if (node.kind().equals("call")) {
                for (Node argument : node.children().subList(1, node.children().size())) {
                    Node value = Scope.stripped(argument);
                    if (Scope.isAddress(argument)
                            && isThere(scope, region, value.children().get(0), use, fields)) {
                        found = true;
                        set(graph, id, NO, barred, starts);
                    }
                }
            }
        }
        return found;
    }

    /** What an assignment to a place, or to what it is a part of, puts there. */
    private Value written(Use use, Node assign, int depth) {
        Region region = use.region();
        Node value = assign.children().get(1);
        Scope.Place target = scopes.scope(region).place(region.id(assign.children().get(0)));
        boolean whole = target.fields() != use.place().fields();
        if (whole && Scope.stripped(value).kind().equals("call")) {
            // a routine gave the structure, and nothing is known of what stands in it
            return NO;
        }
        return depth < MAX_DEPTH ? value(region, value, depth + 1) : unknown();
    }

    private static boolean isThere(
            Scope scope, Region region, Node target, Use use, Fields fields) {
        if (!target.kind().equals("name") && !target.kind().equals("member")) {
            return false;
        }
        Scope.Place written = scope.place(region.id(target));
        return written.variable() == use.place().variable()
                && fields.behind(written.fields(), use.place().fields()) != Fields.NONE;
    }

    private static void set(Graph graph, int id, Value written, BitSet barred, BitSet starts) {
        if (written.equals(NO)) {
            for (int point : graph.behind(id)) {
                starts.set(point);
            }
        } else {
            barred.or(graph.points(id));
        }
    }

    /** The places that hold the same value because one is the only thing assigned to the other. */
    private Set<Scope.Place> equals(Region region, Scope.Place place) {
        Set<Scope.Place> same = new LinkedHashSet<>(Set.of(place));
        Scope scope = scopes.scope(region);
        for (int variable = 0; variable < scope.variables(); variable++) {
            List<Integer> assigns = scope.assignments(variable);
            if (assigns.size() > 2 || scope.parameters().contains(variable)) {
                continue;
            }
            for (int assign : assigns) {
                Node value = Scope.stripped(region.node(assign).children().get(1));
                Scope.Place from = scope.place(region.id(value));
                Scope.Place to = new Scope.Place(variable, Fields.WHOLE);
                if (value.kind().equals("unary") || !from.isSomewhere()) {
                    continue;
                } else if (to.equals(place)) {
                    same.add(from);
                } else if (from.equals(place)) {
                    same.add(to);
                }
            }
        }
        return same;
    }

    /**
     * Bars the arms of a branch behind which the value is within the limit.
     *
     * @return whether a function that is not known decides
     */
    private boolean holds(
            Region region, Graph.Branch branch, Set<Scope.Place> same, BitSet barred, int depth) {
        Node condition = region.node(branch.condition());
        if (branch.otherwise() != Graph.NONE) {
            if (speaks(region, condition, same)) {
                branch.arms().stream().filter(a -> a != branch.otherwise()).forEach(barred::set);
            }
            return false;
        }
        if (branch.arms().size() != 2) {
            return false;
        }
        if (condition.kind().equals("binary") && condition.children().size() == 2) {
            compared(region, branch, same, barred, depth);
        } else if (speaks(region, condition, same)) {
            barred.set(branch.arms().get(1));
        }
        return asks(region, condition, same);
    }

    private void compared(
            Region region, Graph.Branch branch, Set<Scope.Place> same, BitSet barred, int depth) {
        Node condition = region.node(branch.condition());
        boolean left = speaks(region, condition.children().get(0), same);
        boolean right = speaks(region, condition.children().get(1), same);
        if (left == right) {
            return;
        }
        String operator = left ? condition.label() : mirrored(condition.label());
        Node value = condition.children().get(left ? 0 : 1);
        Node limit = condition.children().get(left ? 1 : 0);
        int arm =
                switch (operator) {
                    case "<", "<=", "==" -> 0;
                    case ">", ">=", "!=" -> 1;
                    default -> -1;
                };
        if (arm >= 0 && isLimit(region, value, limit, operator, depth)) {
            barred.set(branch.arms().get(arm));
        }
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private boolean isLimit(Region region, Node value, Node limit, String operator, int depth) {
        OptionalLong known = number.apply(limit);
        if (known.isPresent()) {
            boolean open = operator.equals("<") || operator.equals(">=");
            boolean exact = !Scope.stripped(value).kind().equals("binary");
            return !exact || isWithin(known.getAsLong() - (open ? 1 : 0));
        }
        return !isSent(region, limit, depth);
    }

    /** Whether it is a length that the sender of a request chose as well. */
    private boolean isSent(Region region, Node limit, int depth) {
        Node plain = Scope.stripped(limit);
        if (plain.kind().equals("binary")) {
            return plain.children().stream().anyMatch(part -> isSent(region, part, depth));
        }
        if (plain.kind().equals("member")) {
            Node of = plain.children().get(0);
            boolean parameters =
                    of.kind().equals("member") && Values.text(of).contains("Parameters");
            return parameters && SENT.contains(plain.children().get(1).label());
        }
        if (!plain.kind().equals("name") || depth > MAX_DEPTH) {
            return false;
        }
        Scope scope = scopes.scope(region);
        return scope.named(plain.label()).stream()
                .flatMap(variable -> scope.assignments(variable).stream())
                .map(assign -> region.node(assign).children().get(1))
                .anyMatch(value -> isSent(region, value, depth + 4));
    }

    /** Whether it is the value, perhaps with something added or multiplied. */
    private boolean speaks(Region region, Node node, Set<Scope.Place> same) {
        Node plain = Scope.stripped(node);
        return switch (plain.kind()) {
            case "name", "member", "index" ->
                    same.contains(scopes.scope(region).place(region.id(plain)));
            case "binary" ->
                    switch (plain.label()) {
                        case "+", "*", "<<", "|" ->
                                plain.children().stream().anyMatch(p -> speaks(region, p, same));
                        case "-", "/", ">>" -> speaks(region, plain.children().get(0), same);
                        default -> false;
                    };
            case "assign" -> speaks(region, plain.children().get(1), same);
            default -> false;
        };
    }

    /** Whether a call in a condition gets the value. */
    private boolean asks(Region region, Node condition, Set<Scope.Place> same) {
        if (condition.kind().equals("call") && !Routines.KNOWN.isKnown(Scopes.name(condition))) {
            return condition.children().subList(1, condition.children().size()).stream()
                    .anyMatch(argument -> isOf(region, argument, same));
        }
        return condition.children().stream().anyMatch(part -> asks(region, part, same));
    }

    /** Whether an argument is the value, or something that holds it. */
    private boolean isOf(Region region, Node argument, Set<Scope.Place> same) {
        Scope.Place whole = scopes.scope(region).place(region.id(argument));
        return speaks(region, argument, same)
                || same.stream()
                        .filter(place -> place.variable() == whole.variable())
                        .anyMatch(
                                place ->
                                        scopes.fields().behind(whole.fields(), place.fields())
                                                != Fields.NONE);
    }

    private Value callers(Use use, int parameter, int depth) {
        Optional<Node> owner = use.region().owner();
        List<Node> calls = owner.map(scopes::callers).orElse(List.of());
        Value result = new Value.Truth(!calls.isEmpty());
        for (Node call : calls) {
            Value one = argument(use, call, parameter + 1, depth + MAX_DEPTH / 2);
            if (one.equals(NO)) {
                return one;
            }
            result = one instanceof Value.Unknown ? one : result;
        }
        return result;
    }

    private Value argument(Use use, Node call, int child, int depth) {
        Optional<Region> found = scopes.regions().of(call);
        if (found.isEmpty() || child >= call.children().size() || depth > MAX_DEPTH) {
            return NO;
        }
        Region region = found.get();
        Node argument = call.children().get(child);
        if (use.place().fields() == Fields.WHOLE) {
            return value(region, argument, depth);
        }
        Scope.Place place = scopes.scope(region).place(region.id(argument));
        if (!place.isSomewhere()) {
            return unknown();
        }
        int row = scopes.fields().join(place.fields(), use.place().fields());
        BitSet points = scopes.graph(region).points(region.id(argument));
        return use(new Use(region, new Scope.Place(place.variable(), row), points), depth);
    }
}
