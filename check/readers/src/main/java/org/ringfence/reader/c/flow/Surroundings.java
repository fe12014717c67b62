package org.ringfence.reader.c.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** What lies around a place, in its function and at the calls of it. */
final class Surroundings {
    /** How far up the callers of a function are asked. */
    private static final int MAX_LEVELS = 3;

    /** Macros that look at types or addresses only. */
    private static final Set<String> MEASURES =
            Set.of(
                    "FIELD_OFFSET",
                    "UFIELD_OFFSET",
                    "offsetof",
                    "RTL_FIELD_SIZE",
                    "RTL_SIZEOF_THROUGH_FIELD",
                    "RTL_NUMBER_OF",
                    "ARRAYSIZE",
                    "TYPE_ALIGNMENT",
                    "_alignof",
                    "__alignof",
                    "UNREFERENCED_PARAMETER");

    private final Scopes scopes;

    Surroundings(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Whether an exception there is handled, by its function or by all of its callers. */
    Value handled(Node node) {
        return handled(node, 0, new HashSet<>());
    }

    private Value handled(Node node, int level, Set<Node> asked) {
        Optional<Region> found = scopes.regions().of(node);
        if (found.isEmpty()) {
            return new Value.Unknown("it does not lie on a path of the file");
        }
        Region region = found.get();
        if (isTried(region, region.id(node))) {
            return new Value.Truth(true);
        }
        Optional<Node> owner = region.owner();
        if (owner.isEmpty() || !owner.get().kind().equals("function")) {
            return new Value.Unknown("it does not stand in a function");
        }
        List<Node> calls = scopes.callers(owner.get());
        if (calls.isEmpty() || level == MAX_LEVELS || !asked.add(owner.get())) {
            return new Value.Truth(false);
        }
        Value all = new Value.Truth(true);
        for (Node call : calls) {
            Value one = handled(call, level + 1, asked);
            if (one.equals(new Value.Truth(false))) {
                return one;
            }
            all = one instanceof Value.Unknown ? one : all;
        }
        return all;
    }

    private static boolean isTried(Region region, int id) {
        int at = id;
        for (int parent = region.parent(at); parent != Region.NONE; parent = region.parent(at)) {
            Node around = region.node(parent);
            boolean body = around.kind().equals("try") && region.slot(at) == 0;
            if (body && around.children().stream().anyMatch(c -> c.kind().equals("except"))) {
                return true;
            }
            at = parent;
        }
        return false;
    }

    /** Whether memory is read or written there, rather than measured or pointed to. */
    boolean accesses(Node node) {
        Optional<Region> found = scopes.regions().of(node);
        if (found.isEmpty()) {
            return false;
        }
        Region region = found.get();
        int at = region.id(node);
        boolean selecting = true;
        for (int parent = region.parent(at); parent != Region.NONE; parent = region.parent(at)) {
            Node around = region.node(parent);
            if (around.kind().equals("unary") && around.label().equals("&") && selecting) {
                return false;
            }
            boolean measure =
                    around.kind().equals("sizeof")
                            || around.kind().equals("call")
                                    && MEASURES.contains(Scopes.name(around));
            if (measure) {
                return false;
            }
            selecting &= region.slot(at) == 0 && Values.isPart(around);
            at = parent;
        }
        return true;
    }
}
