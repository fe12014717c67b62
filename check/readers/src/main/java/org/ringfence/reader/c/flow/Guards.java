package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/**
 * Answers whether a node is reached only through one arm of a branch that speaks of some checks. A
 * branch speaks of a check if its condition holds it, or a variable that was computed from it or
 * was assigned under a branch that speaks of it.
 */
final class Guards {
    /** How often what is assigned under a branch may decide about the next branch. */
    private static final int ROUNDS = 3;

    /** Points that are looked at for branches in loops before the answer is given up. */
    private static final long MAX_WORK = 20_000_000;

    private final Origins origins;
    private final Region region;
    private final Graph graph;
    private final Paths paths;
    private final Set<Node> checks;
    private final Map<Graph.Branch, Optional<String>> speaking = new LinkedHashMap<>();

    /** Arms behind which the node lies while others of their branch do not lead there. */
    private record Cover(BitSet sure, BitSet doubtful, Optional<String> doubt) {}

    /**
     * @param checks what a branch must speak of
     */
    Guards(Origins origins, Paths paths, Set<Node> checks) {
        this.origins = origins;
        this.paths = paths;
        this.checks = checks;
        this.graph = paths.graph();
        this.region = graph.region();
        gather();
    }

    /** Whether a node of the region of the paths is guarded. */
    Value guarded(Node guarded, boolean every) {
        return guarded(guarded, paths.entry(), every);
    }

    /** Whether any branch speaks of the checks. */
    boolean isAskedFor() {
        return !speaking.isEmpty();
    }

    /** Whether a node is guarded on the paths from where a check is evaluated. */
    Value guardedBehind(Node check, Node guarded) {
        return guarded(guarded, graph.steps(graph.points(region.id(check))), true);
    }

    private Value guarded(Node guarded, BitSet starts, boolean every) {
        int id = region.id(guarded);
        BitSet node = graph.points(id);
        if (node.isEmpty()) {
            return Paths.LEFT_OUT;
        }
        BitSet excluded = graph.excluded(node);
        Optional<Cover> found = cover(id, node, excluded);
        if (found.isEmpty()) {
            return new Value.Unknown("there are too many branches to be followed");
        }
        Cover cover = found.get();
        Asked asked = new Asked(starts, node, excluded, every);
        Value answer = answer(asked, cover.sure());
        if (answer.equals(new Value.Truth(false)) && cover.doubt().isPresent()) {
            BitSet all = Paths.union(cover.sure(), cover.doubtful());
            Value best = answer(asked, all);
            return best.equals(answer) ? answer : new Value.Unknown(cover.doubt().get());
        }
        return answer;
    }

    /** Which paths a question is about. */
    private record Asked(BitSet starts, BitSet node, BitSet excluded, boolean every) {}

    private Value answer(Asked asked, BitSet arms) {
        return asked.every()
                ? paths.avoided(asked.starts(), asked.node(), Paths.union(asked.excluded(), arms))
                : paths.precededSometimes(asked.node(), arms);
    }

    private Optional<Cover> cover(int id, BitSet node, BitSet excluded) {
        Cover cover = new Cover(new BitSet(), new BitSet(), Optional.empty());
        BitSet back = graph.before(node, excluded);
        long work = 0;
        for (Map.Entry<Graph.Branch, Optional<String>> speaks : speaking.entrySet()) {
            Graph.Branch branch = speaks.getKey();
            if (isBehindLoop(branch, id)) {
                continue;
            }
            BitSet leading = leading(branch, back);
            if (leading.cardinality() == branch.arms().size()) {
                work += graph.size();
                BitSet barred = (BitSet) excluded.clone();
                barred.set(branch.point());
                leading = leading(branch, graph.before(node, barred));
            }
            if (work > MAX_WORK) {
                return Optional.empty();
            }
            if (isGuard(branch, leading)) {
                (speaks.getValue().isEmpty() ? cover.sure() : cover.doubtful()).or(leading);
                Optional<String> doubt = cover.doubt().or(speaks::getValue);
                cover = new Cover(cover.sure(), cover.doubtful(), doubt);
            }
        }
        return Optional.of(cover);
    }

    private static BitSet leading(Graph.Branch branch, BitSet to) {
        BitSet found = new BitSet();
        branch.arms().stream().filter(to::get).forEach(found::set);
        return found;
    }

    private static boolean isGuard(Graph.Branch branch, BitSet leading) {
        boolean some = !leading.isEmpty() && leading.cardinality() < branch.arms().size();
        return some && (branch.otherwise() == Graph.NONE || !leading.get(branch.otherwise()));
    }

    /** Finds the branches that speak of the checks, also by what was assigned under a branch. */
    private void gather() {
        Set<Node> sources = new LinkedHashSet<>(checks);
        for (int round = 0; round <= ROUNDS; round++) {
            Carrier search = origins.search(sources, 0, Carrier.Sense.MENTIONS);
            int before = sources.size();
            for (Graph.Branch branch : graph.branches()) {
                Optional<Optional<String>> speaks = speaks(search, branch);
                if (speaks.isPresent()) {
                    speaking.putIfAbsent(branch, speaks.get());
                    assigned(branch.condition(), sources);
                }
            }
            if (sources.size() == before) {
                return;
            }
        }
    }

    /** Adds what is assigned to variables in the statement that a condition belongs to. */
    private void assigned(int condition, Set<Node> into) {
        int top = top(condition);
        int at = region.parent(top);
        if (at == Region.NONE || region.slot(top) != 0 || !region.node(at).kind().equals("if")) {
            return;
        }
        for (int id = at + 1; id < region.size() && region.parent(id) >= at; id++) {
            Node node = region.node(id);
            boolean plain =
                    node.kind().equals("assign")
                            && node.children().get(0).kind().equals("name")
                            && isBelow(id, at);
            if (plain) {
                into.add(node.children().get(1));
            }
        }
    }

    /** The whole condition that a part of it belongs to. */
    private int top(int condition) {
        int at = condition;
        int parent = region.parent(at);
        while (parent != Region.NONE && isExpression(region.node(parent).kind())) {
            at = parent;
            parent = region.parent(at);
        }
        return at;
    }

    /**
     * Whether the branch ends a loop that the guarded node is not in: to leave a loop is no check.
     */
    private boolean isBehindLoop(Graph.Branch branch, int guarded) {
        int statement = region.parent(top(branch.condition()));
        boolean loop =
                statement != Region.NONE
                        && List.of("while", "do", "for").contains(region.node(statement).kind());
        int at = guarded;
        while (loop && at != Region.NONE && at != statement) {
            at = region.parent(at);
        }
        return loop && at == Region.NONE;
    }

    /** Whether an assignment stands in an arm of the {@code if}, not in its condition. */
    private boolean isBelow(int assign, int branch) {
        int at = assign;
        while (region.parent(at) != branch) {
            at = region.parent(at);
        }
        return region.slot(at) != 0;
    }

    private static boolean isExpression(String kind) {
        return switch (kind) {
            case "binary", "unary", "call", "cast", "assign", "conditional", "name", "member" ->
                    true;
            case "index", "postfix", "number" -> true;
            default -> false;
        };
    }

    /**
     * Whether the condition of a branch speaks of the checks.
     *
     * @return nothing if not; a doubt if it is not sure
     */
    private Optional<Optional<String>> speaks(Carrier search, Graph.Branch branch) {
        Node condition = region.node(branch.condition());
        if (isChained(condition)) {
            return Optional.empty();
        }
        for (int at = branch.condition();
                at != Region.NONE && isExpression(region.node(at).kind());
                at = region.parent(at)) {
            if (checks.contains(region.node(at))) {
                return Optional.of(Optional.empty());
            }
        }
        return Origins.trail(search, region, condition)
                .map(trail -> Optional.of(trail.doubt()).filter(doubt -> !doubt.isEmpty()));
    }

    /** {@code a <= x <= b} compares 0 or 1 with {@code b} and holds nothing off. */
    private static boolean isChained(Node condition) {
        return isOrder(condition) && condition.children().stream().anyMatch(Guards::isOrder);
    }

    private static boolean isOrder(Node node) {
        return node.kind().equals("binary") && List.of("<", ">", "<=", ">=").contains(node.label());
    }
}
