package org.ringfence.reader.c.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ringfence.subject.Node;

/**
 * Leads values up through expressions, from where they are read to where they are kept or handed
 * on.
 */
final class Values {
    /** Levels of an expression that are quoted. */
    private static final int MAX_QUOTED = 12;

    private final Carrier carrier;
    private final Fields fields;
    private final Calls calls;
    private final Deque<Arrival> arrived = new ArrayDeque<>();
    private boolean busy;

    /** A value that a node has, or that fields of the node's value have. */
    record Arrival(Run run, int node, int fields, Trail trail) {
        Arrival at(int other, Trail further) {
            return new Arrival(run, other, fields, further);
        }

        Arrival with(int otherFields) {
            return new Arrival(run, node, otherFields, trail);
        }

        Node here() {
            return run.region().node(node);
        }
    }

    Values(Carrier carrier) {
        this.carrier = carrier;
        this.fields = carrier.scopes().fields();
        this.calls = new Calls(carrier, this);
    }

    Calls calls() {
        return calls;
    }

    /** Notes that a node has the value, and all that follows from it. */
    void add(Arrival first) {
        arrived.add(first);
        if (busy) {
            return;
        }
        busy = true;
        while (!arrived.isEmpty()) {
            Arrival next = arrived.remove();
            Run.Part part = new Run.Part(next.node(), next.fields(), next.trail().isDoubtful());
            boolean counts = !pointer() || next.fields() == Fields.WHOLE;
            if (next.run().add(part, next.trail(), counts)) {
                rise(next);
            }
        }
        busy = false;
    }

    private boolean mentions() {
        return carrier.question().mentions();
    }

    private boolean pointer() {
        return carrier.question().pointer();
    }

    /** From a node to what it is a part of. */
    private void rise(Arrival value) {
        Region region = value.run().region();
        int id = region.parent(value.node());
        if (id == Region.NONE) {
            if (region.owner().filter(owner -> owner.kind().equals("define")).isPresent()) {
                result(value);
            }
            return;
        }
        Node parent = region.node(id);
        int slot = region.slot(value.node());
        Arrival above = value.at(id, value.trail());
        boolean whole = value.fields() == Fields.WHOLE;
        switch (parent.kind()) {
            case "member" -> member(above, parent, slot);
            case "index" -> {
                if (slot == 0) {
                    load(above);
                } else {
                    passIf(mentions(), above);
                }
            }
            case "cast", "postfix" -> add(above);
            case "list" -> passIf(!pointer() || !whole, above);
            case "unary" -> unary(above, parent.label());
            case "binary" -> passIf(passes(parent.label(), slot, whole), above);
            case "conditional" -> passIf(slot > 0 || mentions(), above);
            case "assign" -> {
                if (slot == 1) {
                    assigned(value.at(id, trailTo(value, parent)), parent);
                }
            }
            case "designated" -> designated(above, parent);
            case "call" -> {
                if (slot > 0) {
                    calls.argument(value, id, slot - 1);
                }
            }
            case "return" -> result(value);
            case "for-each" -> element(value, parent, slot);
            case "opaque" ->
                    add(
                            value.at(
                                    id,
                                    value.trail()
                                            .doubtful(parent, "an expression could not be read")));
            default -> {}
        }
    }

    private void passIf(boolean passes, Arrival above) {
        if (passes) {
            add(above);
        }
    }

    private boolean passes(String operator, int slot, boolean whole) {
        return switch (operator) {
            case "," -> slot == 1;
            case "&&", "||", "==", "!=", "<", ">", "<=", ">=" -> mentions();
            case "+", "-" -> true;
            default -> whole || mentions();
        };
    }

    private void unary(Arrival above, String operator) {
        boolean whole = above.fields() == Fields.WHOLE;
        switch (operator) {
            case "*" -> load(above);
            case "&" -> {
                boolean raised = pointer() && (whole || fields.isPointee(above.fields()));
                add(raised ? above.with(fields.join(fields.pointee(), above.fields())) : above);
            }
            default -> passIf(mentions() || !operator.equals("!"), above);
        }
    }

    /** From a pointer to what is read there, which is another value than the pointer. */
    private void load(Arrival above) {
        if (!pointer()) {
            add(above);
        } else if (fields.isPointee(above.fields())) {
            add(above.with(fields.behind(fields.pointee(), above.fields())));
        } else if (above.fields() != Fields.WHOLE) {
            add(above);
        }
    }

    /** From a pointer to the address of a field of what it points to. */
    private void address(Arrival above) {
        Region region = above.run().region();
        int at = above.node();
        int parent = region.parent(at);
        while (parent != Region.NONE && region.slot(at) == 0 && isPart(region.node(parent))) {
            at = parent;
            parent = region.parent(at);
        }
        boolean taken = parent != Region.NONE && region.node(parent).kind().equals("unary");
        if (taken && region.node(parent).label().equals("&")) {
            add(above.at(parent, above.trail()));
        }
    }

    /** Whether it selects a part of something without going through a pointer. */
    static boolean isPart(Node node) {
        return node.kind().equals("index")
                || node.kind().equals("member") && node.label().equals(".");
    }

    private void member(Arrival above, Node member, int slot) {
        String field = member.children().get(1).label();
        if (slot != 0) {
            return;
        }
        if (above.fields() == Fields.WHOLE && pointer() && member.label().equals("->")) {
            address(above);
            return;
        }
        if (above.fields() == Fields.WHOLE) {
            add(
                    above.at(
                            above.node(),
                            above.trail().then(member, () -> "field " + field + " of it")));
            return;
        }
        int rest = fields.behind(fields.child(Fields.WHOLE, field), above.fields());
        if (rest != Fields.NONE) {
            add(above.with(rest));
        }
    }

    private void designated(Arrival above, Node designated) {
        int row =
                designated.label().isEmpty()
                        ? Fields.WHOLE
                        : fields.child(Fields.WHOLE, designated.label());
        add(above.with(fields.join(row, above.fields())));
    }

    private static Trail trailTo(Arrival value, Node assign) {
        Node target = assign.children().get(0);
        return value.trail().then(assign, () -> "assigned to " + text(target));
    }

    /** Keeps a value that is assigned; it is the value of the assignment, too. */
    private void assigned(Arrival value, Node assign) {
        Node target = assign.children().get(0);
        boolean alias =
                target.kind().equals("name") && value.run().scope().isAliasName(target.label());
        if (!alias) {
            keep(value, value.run().region().id(target), Scope.isThrough(target));
        }
        add(value);
    }

    private void element(Arrival value, Node loop, int slot) {
        List<Node> declared = loop.children().get(0).children();
        if (slot == 1 && !declared.isEmpty()) {
            Node variable = declared.get(declared.size() - 1);
            Trail trail = value.trail().then(variable, () -> "assigned to " + text(variable));
            int id = value.run().region().id(variable);
            keep(value.at(id, trail), id, false);
        }
    }

    /**
     * Lets what is named by a node hold the value, from behind the point of {@code value.node()}
     * on.
     */
    void keep(Arrival value, int target, boolean through) {
        Run run = value.run();
        Scope.Place place = run.scope().place(target);
        if (!place.isSomewhere()) {
            return;
        }
        int row = fields.join(start(run, place, value.fields(), through), value.fields());
        boolean doubtful = value.trail().isDoubtful();
        Run.Fact fact = new Run.Fact(new Scope.Place(place.variable(), row), through, doubtful);
        int[] behind = run.graph().behind(value.node());
        carrier.follow(run, fact, behind, value.trail());
        if (!mentions() && !fields.isPointee(row)) {
            carrier.shares().share(run, fact, value.trail());
        }
    }

    /** The row that a value is kept under: what a pointer points to is told from the pointer. */
    private int start(Run run, Scope.Place place, int row, boolean through) {
        boolean behind =
                pointer()
                        && through
                        && place.fields() == Fields.WHOLE
                        && (row == Fields.WHOLE || fields.isPointee(row));
        return behind ? fields.pointee() : place.fields();
    }

    private void result(Arrival value) {
        boolean doubtful = value.trail().isDoubtful();
        Run.End end = new Run.End(Run.RESULT, value.fields(), doubtful);
        carrier.leave(value.run(), end, value.trail());
    }

    /**
     * What a node does that may read or overwrite the variable of a fact.
     *
     * @return whether the fact still holds behind it
     */
    boolean touch(Run run, Run.Fact fact, int id, Trail trail) {
        Node node = run.region().node(id);
        int row = fact.place().fields();
        return switch (node.kind()) {
            case "name" -> name(new Arrival(run, id, row, trail));
            case "assign" -> !overwrites(run, node, row);
            case "call" -> {
                Node argument = node.children().get(Scopes.overwritten(node) + 1);
                int target = run.scope().place(run.region().id(argument)).fields();
                yield fields.behind(target, row) == Fields.NONE;
            }
            default -> false;
        };
    }

    private boolean name(Arrival fact) {
        Region region = fact.run().region();
        int parent = region.parent(fact.node());
        String around = parent == Region.NONE ? "" : region.node(parent).kind();
        int slot = region.slot(fact.node());
        if (around.equals("declaration")) {
            return false;
        }
        boolean written =
                around.equals("assign") && slot == 0 && region.node(parent).label().equals("=");
        if (!written) {
            int at = fact.run().scope().place(fact.node()).fields();
            int seen = fields.seen(at, fact.fields());
            boolean named =
                    pointer()
                            && seen == Fields.WHOLE
                            && fact.run().scope().isAliasName(fact.here().label());
            if (seen != Fields.NONE) {
                add(fact.with(named ? fields.pointee() : seen));
            }
        }
        return true;
    }

    private boolean overwrites(Run run, Node assign, int row) {
        Node target = assign.children().get(0);
        boolean exact =
                assign.label().equals("=")
                        && (target.kind().equals("array") || Scope.isExact(target));
        boolean alias = target.kind().equals("name") && run.scope().isAliasName(target.label());
        int place = run.scope().place(run.region().id(target)).fields();
        return exact && !alias && fields.behind(place, row) != Fields.NONE;
    }

    /** A node as people would quote it. */
    static String text(Node node) {
        return text(node, MAX_QUOTED);
    }

    private static String text(Node node, int levels) {
        if (levels == 0) {
            return "it";
        }
        List<Node> children = node.children();
        String first = children.isEmpty() ? "it" : text(children.get(0), levels - 1);
        return switch (node.kind()) {
            case "name" -> node.label();
            case "member" -> first + node.label() + text(children.get(1), levels - 1);
            case "index" -> first + "[]";
            case "array", "postfix" -> first;
            case "cast" -> text(children.get(children.size() - 1), levels - 1);
            case "unary" -> node.label().equals("*") ? "*" + first : first;
            case "call" -> first + "()";
            default -> "it";
        };
    }
}
