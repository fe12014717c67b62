package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;

/** The names that one file gives to constants and types. */
final class Symbols {
    /**
     * A name of an enum.
     *
     * @param members all of the enum
     * @param index which of them it is
     */
    record Enumerator(List<Node> members, int index) {}

    private final Source source;
    private final Tree tree;
    private final Conditions conditions;
    private final Map<String, List<CNode>> macros = new HashMap<>();
    private final Map<String, Enumerator> enumerators = new HashMap<>();
    private final Map<String, CNode> variables = new HashMap<>();
    private final Map<String, Declared> types = new HashMap<>();
    private final Map<String, Declared> globals = new HashMap<>();
    private final Map<String, List<Routine>> routines = new HashMap<>();

    /**
     * A function or prototype.
     *
     * @param declaration what it is declared in, or itself
     */
    private record Routine(CNode node, CNode declaration) {}

    Symbols(Source source, Tree tree, Configuration configuration) {
        this.source = source;
        this.tree = tree;
        this.conditions = new Conditions(configuration.assuming());
        for (Node define : tree.all("define")) {
            macros.computeIfAbsent(define.label(), name -> new ArrayList<>()).add((CNode) define);
        }
        for (Node enumeration : tree.all("enum")) {
            List<Node> members = enumeration.children();
            for (int i = 0; i < members.size(); i++) {
                enumerators.putIfAbsent(members.get(i).label(), new Enumerator(members, i));
            }
        }
        tree.roots().forEach(root -> declared((CNode) root));
    }

    private void declared(CNode node) {
        switch (node.kind()) {
            case "choice", "arm", "namespace" ->
                    node.children().forEach(child -> declared((CNode) child));
            case "struct", "enum" -> type(node.label(), Declared.type(this, node));
            case "function", "prototype" -> routine(node, node);
            case "typedef" -> names(node, types);
            case "declaration" -> {
                names(node, globals);
                String type = node.child(0).label();
                if (isConst(type) || type.contains("UNICODE_STRING")) {
                    constants(node);
                }
            }
            default -> {}
        }
    }

    private void names(CNode node, Map<String, Declared> into) {
        CNode base = node.child(0);
        if (base.is("struct") || base.is("enum")) {
            type(base.label(), Declared.type(this, base));
        }
        for (int i = 1; i < node.children().size(); i++) {
            CNode declarator = node.child(i);
            String name = Declared.name(declarator);
            if (declarator.is("prototype")) {
                routine(declarator, node);
            }
            if (into == types) {
                type(name, Declared.of(this, base, declarator));
            } else {
                into.putIfAbsent(name, Declared.of(this, base, declarator));
            }
        }
    }

    private void routine(CNode node, CNode declaration) {
        routines.computeIfAbsent(node.label(), name -> new ArrayList<>())
                .add(new Routine(node, declaration));
    }

    /** How a routine is declared: of several declarations the first that annotates something. */
    Optional<Signature> signature(String name) {
        List<Signature> all =
                routines.getOrDefault(name, List.of()).stream()
                        .map(routine -> Signatures.of(this, routine.node(), routine.declaration()))
                        .toList();
        return all.stream()
                .filter(signature -> !signature.isBare())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Of several with one name the first stands whose condition is not false. */
    private void type(String name, Declared declared) {
        if (!name.isEmpty() && isThere(declared.base())) {
            types.putIfAbsent(name, declared);
        }
    }

    private void constants(CNode declaration) {
        for (Node declared : declaration.children()) {
            CNode item = (CNode) declared;
            if (item.is("assign") && item.child(0).is("name")) {
                variables.putIfAbsent(item.child(0).label(), item.child(1));
            }
        }
    }

    private static boolean isConst(String type) {
        String padded = " " + type + " ";
        boolean constant = padded.contains(" const ") || padded.contains(" constexpr ");
        return constant && !type.endsWith("*");
    }

    private boolean isThere(CNode node) {
        return tree.presence().at(node.start()).stream().noneMatch(conditions::isFalse);
    }

    Source source() {
        return source;
    }

    Tree tree() {
        return tree;
    }

    Conditions conditions() {
        return conditions;
    }

    /**
     * Definitions in source order, empty if it is no macro of the file. Those that the usual
     * configuration leaves out do not count, and those for the case that there is none only if
     * there is none.
     */
    List<CNode> macros(String name) {
        List<CNode> all = macros.getOrDefault(name, List.of());
        if (all.size() < 2) {
            return all;
        }
        List<CNode> there = all.stream().filter(this::isThere).toList();
        List<CNode> firm = there.stream().filter(define -> !isFallback(define)).toList();
        return firm.isEmpty() ? there : firm;
    }

    /** Whether it stands under {@code #ifndef} of its own name. */
    boolean isFallback(CNode define) {
        return tree.presence().at(define.start()).stream()
                .anyMatch(
                        condition ->
                                condition.matches("!(defined ?\\()?" + define.label() + "\\)?"));
    }

    Optional<Enumerator> enumerator(String name) {
        return Optional.ofNullable(enumerators.get(name));
    }

    /** The initialiser of a constant variable outside functions. */
    Optional<CNode> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Map<String, CNode> variables() {
        return variables;
    }

    /** What a typedef or a tag stands for. */
    Optional<Declared> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** A variable outside functions. */
    Optional<Declared> global(String name) {
        return Optional.ofNullable(globals.get(name));
    }
}
