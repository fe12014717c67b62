package org.ringfence.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringfence.rule.Alternative;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Source;

/** Finds how far patterns come at the nodes of a line, and what stops them. */
final class NearMisses {
    private static final int MOST = 3;

    private final Source source;
    private final int line;
    private final List<Miss> misses = new ArrayList<>();

    /**
     * Where a pattern stops.
     *
     * @param reached how many nodes matched before
     */
    private record Stop(int reached, Node at, String expected) {}

    private record Miss(Node node, Alternative alternative, Stop stop) {}

    NearMisses(Source source, int line) {
        this.source = source;
        this.line = line;
    }

    /** The closest, the best first. */
    List<Explanation.NearMiss> of(List<Alternative> alternatives, List<Node> roots) {
        visit(alternatives, roots);
        return misses.stream()
                .sorted(Comparator.comparing((Miss miss) -> -miss.stop().reached()))
                .limit(MOST)
                .map(
                        miss ->
                                new Explanation.NearMiss(
                                        source,
                                        miss.node().span(),
                                        miss.alternative().written(),
                                        miss.stop().at().span(),
                                        miss.stop().expected()))
                .toList();
    }

    private void visit(List<Alternative> alternatives, List<Node> nodes) {
        for (Node node : nodes) {
            if (source.position(node.span().start()).line() == line) {
                for (Alternative alternative : alternatives) {
                    boolean sameKind =
                            alternative.pattern() instanceof Pattern.Exact exact
                                    && exact.kind().equals(node.kind());
                    stop(alternative.pattern(), node, 0)
                            .filter(stop -> sameKind)
                            .ifPresent(stop -> misses.add(new Miss(node, alternative, stop)));
                }
            }
            visit(alternatives, node.children());
        }
    }

    /** The first difference, or nothing where the node has the pattern's shape. */
    private static Optional<Stop> stop(Pattern pattern, Node node, int reached) {
        if (!(pattern instanceof Pattern.Exact exact)) {
            return Optional.empty();
        }
        if (!exact.kind().equals(node.kind()) || !exact.label().equals(node.label())) {
            return Optional.of(new Stop(reached, node, words(exact)));
        }
        int matched = reached + 1;
        for (int i = 0; i < exact.children().size(); i++) {
            Pattern child = exact.children().get(i);
            if (child instanceof Pattern.Rest) {
                return Optional.empty();
            }
            if (i >= node.children().size()) {
                return Optional.of(new Stop(matched, node, "more: " + words(child)));
            }
            Optional<Stop> below = stop(child, node.children().get(i), matched);
            if (below.isPresent()) {
                return below;
            }
            matched++;
        }
        int surplus = exact.children().size();
        return node.children().size() > surplus
                ? Optional.of(new Stop(matched, node.children().get(surplus), "nothing more"))
                : Optional.empty();
    }

    private static String words(Pattern pattern) {
        if (pattern instanceof Pattern.Exact exact) {
            return exact.label().isEmpty() ? exact.kind() : "`" + exact.label() + "`";
        }
        return pattern instanceof Pattern.Capture capture ? "`$" + capture.name() + "`" : "`$_`";
    }
}
