package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;

/** The regions of a file, each made when it is asked for. */
final class Regions {
    private static final Comparator<Node> IN_ORDER =
            Comparator.comparingInt((Node node) -> node.span().start())
                    .thenComparingInt(node -> -node.span().end());

    private final List<Node> owners = new ArrayList<>();
    private final List<Node> torn = new ArrayList<>();
    private final List<Node> outside = new ArrayList<>();
    private final Source source;
    private final List<Gap> gaps;
    private final Map<Node, Region> regions = new IdentityHashMap<>();
    private final Map<Region, Graph> graphs = new IdentityHashMap<>();
    private final Map<String, Node> functions = new HashMap<>();
    private final Macros macros;
    private final Meter meter = new Meter();
    private Optional<Region> file = Optional.empty();

    Regions(Source source, List<Node> roots, List<Gap> gaps) {
        this.source = source;
        this.gaps = gaps;
        List<Node> defines = new ArrayList<>();
        List<Node> stack = new ArrayList<>(roots);
        for (Node root : roots) {
            switch (root.kind()) {
                case "arm" -> torn.add(root);
                case "define" -> defines.add(root);
                case "function" -> {}
                default -> outside.add(root);
            }
        }
        while (!stack.isEmpty()) {
            Node node = stack.remove(stack.size() - 1);
            if (Region.isOwner(node.kind())) {
                owners.add(node);
            }
            stack.addAll(node.children());
        }
        owners.sort(IN_ORDER);
        owners.stream()
                .filter(owner -> !owner.kind().equals("lambda"))
                .forEach(owner -> functions.putIfAbsent(owner.label(), owner));
        macros = new Macros(defines);
    }

    /** The region that a node is in; nothing if it is in none, such as in an arm torn off. */
    Optional<Region> of(Node node) {
        int low = 0;
        int high = owners.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (owners.get(middle).span().start() <= node.span().start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1; i >= 0; i--) {
            Node owner = owners.get(i);
            if (owner.span().end() >= node.span().end() && region(owner).holds(node)) {
                return Optional.of(region(owner));
            }
            if (owner.kind().equals("function") && owner.span().end() < node.span().start()) {
                break;
            }
        }
        return Optional.of(file()).filter(region -> region.holds(node));
    }

    Region region(Node owner) {
        return regions.computeIfAbsent(owner, key -> new Region(Optional.of(key), key.children()));
    }

    /** Counts what the questions about the file cost. */
    Meter meter() {
        return meter;
    }

    /** What stands outside of functions. */
    Region file() {
        if (file.isEmpty()) {
            file = Optional.of(new Region(Optional.empty(), outside));
        }
        return file.get();
    }

    /** The function or macro of this name, the first if there are several. */
    Optional<Node> named(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** Functions, lambdas and macros in source order. */
    List<Node> owners() {
        return List.copyOf(owners);
    }

    /**
     * Whether code of the region stands in an arm of an {@code #if} that was read apart from it.
     */
    boolean isTornFrom(Region region, Node node) {
        return region.owner().isPresent()
                && !region.holds(node)
                && torn.stream().anyMatch(arm -> isWithin(node, arm))
                && isWithin(node, region.owner().get());
    }

    private static boolean isWithin(Node node, Node outer) {
        return outer.span().start() <= node.span().start()
                && node.span().end() <= outer.span().end();
    }

    Graph graph(Region region) {
        return graphs.computeIfAbsent(region, this::draw);
    }

    private Graph draw(Region region) {
        Sketch sketch = new Sketch(region);
        new StatementWalk(sketch, macros, source).region();
        region.owner().ifPresent(owner -> holes(sketch, owner));
        meter.add(region.size());
        return new Graph(sketch, meter);
    }

    /** Notes what of a function was not read, or not in its place. */
    private void holes(Sketch sketch, Node owner) {
        List<Gap> inside =
                gaps.stream()
                        .filter(gap -> gap.span().start() >= owner.span().start())
                        .filter(gap -> gap.span().end() <= owner.span().end())
                        .toList();
        List<Node> arms = torn.stream().filter(arm -> isWithin(arm, owner)).toList();
        if (inside.isEmpty() && arms.isEmpty()) {
            return;
        }
        TreeMap<Integer, Integer> points = new TreeMap<>();
        points.put(0, Sketch.ENTRY);
        for (int point = 0; point < sketch.nodes().size(); point++) {
            int id = sketch.nodes().get(point);
            if (id != Region.NONE) {
                points.putIfAbsent(sketch.region().node(id).span().start(), point);
            }
        }
        for (Gap gap : inside) {
            int point = points.floorEntry(gap.span().start()).getValue();
            int id = sketch.nodes().get(point);
            boolean known = id != Region.NONE && sketch.region().node(id).kind().equals("opaque");
            if (!known) {
                sketch.wild(new Graph.Wild(point, "a part was not read: " + gap.reason(), true));
            }
        }
        for (Node arm : arms) {
            int point = points.floorEntry(arm.span().start()).getValue();
            String why = "an arm of an #if could not be read in its place";
            sketch.wild(new Graph.Wild(point, why, true));
        }
    }
}
