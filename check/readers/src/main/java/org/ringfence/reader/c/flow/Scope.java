package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/**
 * The variables of a region and which of them an expression names. A pointer and what it points to,
 * an array and its elements are one place here; fields are places of their own. A pointer that is
 * only ever the address of one variable is another name of that variable.
 */
final class Scope {
    static final int NONE = -1;

    /** Names of null pointers: nothing is kept in what they point to. */
    private static final Set<String> NO_PLACES = Set.of("NULL", "nullptr");

    private final Region region;
    private final Fields fields;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Integer> parameters = new ArrayList<>();
    private final Map<Integer, List<Integer>> assigned = new HashMap<>();
    private final Place[] places;
    private final Map<Integer, Place> aliases = new HashMap<>();

    /** A variable and fields in it; no variable for what is no place. */
    record Place(int variable, int fields) {
        static final Place NOWHERE = new Place(NONE, Fields.WHOLE);

        boolean isSomewhere() {
            return variable != NONE;
        }
    }

    /**
     * @param structure what it is, or points to; empty where it is not known
     * @param local whether it is declared in the region
     */
    record Variable(String name, String structure, boolean local) {}

    Scope(Region region, Fields fields) {
        this.region = region;
        this.fields = fields;
        this.places = new Place[region.size()];
        region.owner().ifPresent(this::parameters);
        for (int id = 0; id < region.size(); id++) {
            Node node = region.node(id);
            if (node.kind().equals("declaration") && region.owner().isPresent()) {
                locals(node);
            } else if (node.kind().equals("assign")) {
                assignment(id, node);
            }
        }
        assigned.forEach(this::alias);
        Arrays.fill(places, null);
    }

    Region region() {
        return region;
    }

    private void parameters(Node owner) {
        if (owner.attribute("parameters") instanceof Value.Many many) {
            for (Value value : many.values()) {
                String name = value instanceof Value.Text text ? text.text() : "";
                parameters.add(declare(name, ""));
            }
        }
        List<Node> children = owner.children();
        if (children.isEmpty() || !children.get(0).kind().equals("parameters")) {
            return;
        }
        for (Node parameter : children.get(0).children()) {
            List<Node> parts = parameter.children();
            boolean named = parts.size() > 1;
            String type = parts.isEmpty() ? "" : parts.get(0).label();
            parameters.add(declare(named ? parts.get(1).label() : "", type));
        }
    }

    private void locals(Node declaration) {
        List<Node> children = declaration.children();
        for (int i = 1; i < children.size(); i++) {
            Node declared = children.get(i);
            while (declared.kind().equals("assign") || declared.kind().equals("array")) {
                declared = declared.children().get(0);
            }
            if (declared.kind().equals("name")) {
                declare(declared.label(), children.get(0).label());
            }
        }
    }

    private int declare(String name, String type) {
        int id = id(name);
        if (!variables.get(id).local()) {
            variables.set(id, new Variable(name, structure(type), true));
        }
        return id;
    }

    private int id(String name) {
        return ids.computeIfAbsent(
                name,
                key -> {
                    variables.add(new Variable(key, "", false));
                    return variables.size() - 1;
                });
    }

    private void assignment(int id, Node assign) {
        Node target = assign.children().get(0);
        while (target.kind().equals("array")) {
            target = target.children().get(0);
        }
        if (target.kind().equals("name")) {
            assigned.computeIfAbsent(id(target.label()), v -> new ArrayList<>()).add(id);
        }
    }

    private void alias(int variable, List<Integer> assigns) {
        if (assigns.size() != 1 || !variables.get(variable).local()) {
            return;
        }
        Node value = stripped(region.node(assigns.get(0)).children().get(1));
        if (!value.kind().equals("unary") || !value.label().equals("&")) {
            return;
        }
        Node target = value.children().get(0);
        if (isFixed(target)) {
            Place place = place(region.id(target));
            if (place.variable() != variable) {
                aliases.put(variable, place);
            }
        }
    }

    /** Whether it is a variable, or a field in one, without going through a pointer. */
    private static boolean isFixed(Node lvalue) {
        Node at = lvalue;
        while (at.kind().equals("member") && at.label().equals(".")) {
            at = at.children().get(0);
        }
        return at.kind().equals("name");
    }

    /** Without casts. */
    static Node stripped(Node node) {
        Node at = node;
        while (at.kind().equals("cast") && at.children().size() > 1) {
            at = at.children().get(1);
        }
        return at;
    }

    Variable variable(int id) {
        return variables.get(id);
    }

    int variables() {
        return variables.size();
    }

    /** The variable of this name, if the region speaks of it. */
    Optional<Integer> named(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** The variables of the parameters, in order. */
    List<Integer> parameters() {
        return parameters;
    }

    /** Whether a variable is only another name of one that it points to. */
    boolean isAliasName(String name) {
        return ids.containsKey(name) && isAlias(ids.get(name));
    }

    boolean isAlias(int variable) {
        return aliases.containsKey(variable);
    }

    /** The assignments to a variable as a whole. */
    List<Integer> assignments(int variable) {
        return assigned.getOrDefault(variable, List.of());
    }

    /** What a node names. */
    Place place(int node) {
        if (places[node] == null) {
            places[node] = find(node);
        }
        return places[node];
    }

    private Place find(int id) {
        List<String> selected = new ArrayList<>();
        Node at = region.node(id);
        while (!at.kind().equals("name")) {
            List<Node> children = at.children();
            switch (at.kind()) {
                case "member" -> {
                    selected.add(children.get(1).label());
                    at = children.get(0);
                }
                case "index", "array", "postfix" -> at = pointer(children.get(0));
                case "cast" -> at = children.get(children.size() - 1);
                case "unary" -> {
                    if (!isAccess(at.label())) {
                        return Place.NOWHERE;
                    }
                    at = pointer(children.get(0));
                }
                default -> {
                    return Place.NOWHERE;
                }
            }
        }
        if (NO_PLACES.contains(at.label())) {
            return Place.NOWHERE;
        }
        int variable = id(at.label());
        Place base = aliases.getOrDefault(variable, new Place(variable, Fields.WHOLE));
        int row = base.fields();
        for (int i = selected.size() - 1; i >= 0; i--) {
            row = fields.child(row, selected.get(i));
        }
        return new Place(base.variable(), row);
    }

    private static boolean isAccess(String operator) {
        return switch (operator) {
            case "*", "&", "++", "--" -> true;
            default -> false;
        };
    }

    /** {@code p} of {@code p + 1}. */
    private static Node pointer(Node node) {
        boolean sum =
                node.kind().equals("binary")
                        && (node.label().equals("+") || node.label().equals("-"));
        return sum ? node.children().get(0) : node;
    }

    /** Whether what is written there is all that the place holds, not an element of it. */
    static boolean isExact(Node lvalue) {
        Node at = lvalue;
        while (at.kind().equals("member")) {
            at = at.children().get(0);
        }
        return at.kind().equals("name");
    }

    /** Whether the way to it goes through a pointer. */
    static boolean isThrough(Node lvalue) {
        Node at = lvalue;
        while (!at.kind().equals("name")) {
            boolean pointer =
                    at.kind().equals("index")
                            || at.kind().equals("unary") && at.label().equals("*")
                            || at.kind().equals("member") && at.label().equals("->");
            if (pointer) {
                return true;
            }
            if (at.children().isEmpty()) {
                return false;
            }
            at = at.children().get(at.kind().equals("cast") ? at.children().size() - 1 : 0);
        }
        return false;
    }

    /** Whether it is the address of something. */
    static boolean isAddress(Node argument) {
        Node value = stripped(argument);
        return value.kind().equals("unary") && value.label().equals("&");
    }

    /**
     * The name of a structure without stars, qualifiers and the usual P or underscore before it.
     */
    private static String structure(String type) {
        if (type.isEmpty()) {
            return type;
        }
        String plain =
                (" " + type + " ")
                        .replaceAll(" (const|volatile|struct|union|CONST|class) ", " ")
                        .replace("const ", "")
                        .strip();
        boolean pointer = plain.endsWith("*") || plain.endsWith("&");
        String name = plain.replaceAll("[*&\\s]+$", "").replaceAll("^_+", "");
        boolean typedef =
                !pointer && name.length() > 2 && name.charAt(0) == 'P' && isCapital(name.charAt(1));
        return typedef ? name.substring(1) : name;
    }

    private static boolean isCapital(char c) {
        return Character.isUpperCase(c) || c == '_';
    }
}
