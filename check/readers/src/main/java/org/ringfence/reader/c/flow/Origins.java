package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Value;

/** Answers whether a value derives from others; searches from the same sources are made once. */
final class Origins {
    private static final int REMEMBERED = 8;

    private final Source source;
    private final Scopes scopes;
    private final Recent<Carrier.Question, Carrier> searches = new Recent<>(REMEMBERED);
    private final Recent<Carrier, Map<Node, String>> beyond = new Recent<>(REMEMBERED);

    Origins(Source source, Scopes scopes) {
        this.source = source;
        this.scopes = scopes;
    }

    /** Everything that derives from the sources. */
    Carrier search(Collection<Node> sources, int depth, Carrier.Sense sense) {
        Carrier.Question question = new Carrier.Question(Set.copyOf(sources), depth, sense);
        return searches.get(question, q -> new Carrier(scopes, q));
    }

    Flow.Carried carries(Collection<Node> sources, Node sink, Flow.Way way) {
        Optional<Region> region = scopes.regions().of(sink);
        if (region.isEmpty()) {
            return unknown("it does not lie on a path of the file");
        }
        if (isFixed(value(sink))) {
            return new Flow.Carried(new Value.Truth(false), List.of());
        }
        Carrier.Sense sense = way.pointer() ? Carrier.Sense.POINTER : Carrier.Sense.DERIVES;
        Carrier carrier = search(sources, Math.max(0, way.depth()), sense);
        Optional<Trail> trail = trail(carrier, region.get(), value(sink));
        if (trail.filter(t -> !t.isDoubtful()).isPresent()) {
            List<Flow.Step> steps = trail.get().steps(source, sink);
            return new Flow.Carried(new Value.Truth(true), steps);
        }
        Optional<String> doubt = trail.map(Trail::doubt).or(() -> doubt(carrier, region.get()));
        return doubt.map(Origins::unknown)
                .orElseGet(() -> new Flow.Carried(new Value.Truth(false), List.of()));
    }

    private static Flow.Carried unknown(String why) {
        return new Flow.Carried(new Value.Unknown(why), List.of());
    }

    /** The expression whose value is meant. */
    private static Node value(Node sink) {
        Node at = sink;
        while (!at.children().isEmpty()
                && (at.kind().equals("statement")
                        || at.kind().equals("return")
                        || at.kind().equals("declaration"))) {
            at = at.children().get(at.children().size() - 1);
        }
        return at;
    }

    /** Whether nothing of it is read from anywhere, as in a number or a size. */
    private static boolean isFixed(Node node) {
        Deque<Node> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            Node next = open.remove();
            switch (next.kind()) {
                case "number", "char", "string", "type", "sizeof" -> {}
                case "binary", "unary", "cast", "conditional" -> open.addAll(next.children());
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** The surest trail to a node, from the run that is fewest calls away. */
    static Optional<Trail> trail(Carrier carrier, Region region, Node sink) {
        int id = region.id(sink);
        Optional<Trail> doubtful = Optional.empty();
        for (Run run : carrier.runs(region)) {
            Optional<Trail> found = run.trail(id);
            if (found.isPresent() && !found.get().isDoubtful()) {
                return found;
            }
            doubtful = doubtful.or(() -> found);
        }
        return doubtful;
    }

    /** Why a value may have come to a region unseen. */
    private Optional<String> doubt(Carrier carrier, Region region) {
        if (carrier.isGivenUp()) {
            return Optional.of("there is too much code for the value to be followed");
        }
        for (Run run : carrier.runs(region)) {
            for (Graph.Wild wild : run.met()) {
                return Optional.of(wild.why());
            }
        }
        return region.owner()
                .flatMap(o -> Optional.ofNullable(beyond.get(carrier, this::beyond).get(o)));
    }

    /**
     * The functions that a value may have come to through calls that were not followed, and why.
     */
    private Map<Node, String> beyond(Carrier carrier) {
        Map<Node, String> found = new LinkedHashMap<>(carrier.cuts());
        Deque<Node> open = new ArrayDeque<>(found.keySet());
        while (!open.isEmpty()) {
            Node caller = open.remove();
            Region region = scopes.regions().region(caller);
            for (int id = 0; id < region.size(); id++) {
                Node node = region.node(id);
                Optional<Node> callee =
                        node.kind().equals("call")
                                ? scopes.regions().named(Scopes.name(node))
                                : Optional.empty();
                if (callee.isPresent()
                        && found.putIfAbsent(callee.get(), found.get(caller)) == null) {
                    open.add(callee.get());
                }
            }
        }
        return found;
    }
}
