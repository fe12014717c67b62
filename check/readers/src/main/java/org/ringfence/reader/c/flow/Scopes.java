package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.subject.Node;

/** The variables of all regions of a file, and where calls, variables and structures are met. */
final class Scopes {
    private final Regions regions;
    private final Fields fields = new Fields();
    private final Map<Region, Scope> scopes = new IdentityHashMap<>();
    private final Map<Region, Blocks> blocks = new IdentityHashMap<>();
    private final Map<String, List<Site>> calls = new HashMap<>();
    private final Map<String, Set<Region>> globals = new HashMap<>();
    private final Map<String, Set<Region>> structures = new HashMap<>();
    private final Set<String> mentioned = new HashSet<>();
    private boolean surveyed;

    /** A call in the file. */
    record Site(Region region, int call) {}

    Scopes(Regions regions) {
        this.regions = regions;
    }

    Regions regions() {
        return regions;
    }

    Fields fields() {
        return fields;
    }

    Scope scope(Region region) {
        return scopes.computeIfAbsent(region, key -> new Scope(key, fields));
    }

    Graph graph(Region region) {
        return regions.graph(region);
    }

    Blocks blocks(Region region) {
        return blocks.computeIfAbsent(
                region,
                key -> {
                    int[] touched = touches(key);
                    return new Blocks(graph(key), touched, scope(key).variables());
                });
    }

    /** By point, the variable that is read or overwritten there. */
    private int[] touches(Region region) {
        Graph graph = graph(region);
        Scope scope = scope(region);
        int[] found = new int[graph.size()];
        Arrays.fill(found, Scope.NONE);
        for (int point = 0; point < found.length; point++) {
            int id = graph.node(point);
            if (id != Region.NONE) {
                found[point] = touch(scope, id);
            }
        }
        return found;
    }

    private static int touch(Scope scope, int id) {
        Node node = scope.region().node(id);
        return switch (node.kind()) {
            case "name", "array" -> scope.place(id).variable();
            case "assign" -> scope.place(scope.region().id(node.children().get(0))).variable();
            case "call" -> {
                int argument = overwritten(node);
                yield argument == Scope.NONE
                        ? Scope.NONE
                        : scope.place(scope.region().id(node.children().get(argument + 1)))
                                .variable();
            }
            default -> Scope.NONE;
        };
    }

    /**
     * The argument of a call whose variable gets something else altogether, or {@link Scope#NONE}.
     */
    static int overwritten(Node call) {
        String name = name(call);
        List<Integer> into = Routines.KNOWN.carries(name).into();
        for (int i = 0; i + 1 < call.children().size(); i++) {
            boolean written = Routines.KNOWN.fills(name, i) || into.contains(i);
            if (written && Scope.isAddress(call.children().get(i + 1))) {
                return i;
            }
        }
        return Scope.NONE;
    }

    /** What a call names, or nothing for a call through an expression. */
    static String name(Node call) {
        Node callee = call.children().get(0);
        return callee.kind().equals("name") ? callee.label() : "";
    }

    /** The calls of a name in the file, in source order. */
    List<Site> calls(String name) {
        survey();
        return calls.getOrDefault(name, List.of());
    }

    /** The calls of a function, none if its name stands elsewhere than in calls. */
    List<Node> callers(Node function) {
        survey();
        if (function.label().isEmpty() || mentioned.contains(function.label())) {
            return List.of();
        }
        return calls(function.label()).stream()
                .map(site -> site.region().node(site.call()))
                .toList();
    }

    /** The regions that use a variable which they do not declare. */
    Set<Region> using(String global) {
        survey();
        return globals.getOrDefault(global, Set.of());
    }

    /** The regions with a variable of a structure's type or a pointer to it. */
    Set<Region> having(String structure) {
        survey();
        return structures.getOrDefault(structure, Set.of());
    }

    private void survey() {
        if (surveyed) {
            return;
        }
        surveyed = true;
        survey(regions.file());
        regions.owners().forEach(owner -> survey(regions.region(owner)));
    }

    private void mention(Region region, int id) {
        int parent = region.parent(id);
        boolean called =
                parent != Region.NONE
                        && region.slot(id) == 0
                        && region.node(parent).kind().equals("call");
        if (!called && regions.named(region.node(id).label()).isPresent()) {
            mentioned.add(region.node(id).label());
        }
    }

    private void survey(Region region) {
        for (int id = 0; id < region.size(); id++) {
            Node node = region.node(id);
            if (node.kind().equals("call") && !name(node).isEmpty()) {
                calls.computeIfAbsent(name(node), key -> new ArrayList<>())
                        .add(new Site(region, id));
            } else if (node.kind().equals("name")) {
                scope(region).place(id);
                mention(region, id);
            }
        }
        Scope scope = scope(region);
        for (int i = 0; i < scope.variables(); i++) {
            Scope.Variable variable = scope.variable(i);
            Map<String, Set<Region>> index = variable.local() ? structures : globals;
            String key = variable.local() ? variable.structure() : variable.name();
            index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(region);
        }
    }
}
