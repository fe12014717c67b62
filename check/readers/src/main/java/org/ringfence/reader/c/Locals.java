package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;

/** The variables of functions: how they are declared and what is written to them. */
final class Locals {
    private final Symbols home;
    private final Map<Node, Function> read = new HashMap<>();

    Locals(Symbols home) {
        this.home = home;
    }

    /** A statement around a place that decides whether the place is reached. */
    private record Nest(Nest outer, CNode node) {}

    /**
     * @param op {@code =} or another assignment; empty for what is not a plain write
     */
    private record Write(String op, CNode value, int offset, Nest nest) {}

    private static final class Function {
        private final Map<String, Declared> declared = new HashMap<>();
        private final Map<String, List<Write>> writes = new HashMap<>();
        private final Set<String> parameters = new HashSet<>();
        private final List<Integer> labels = new ArrayList<>();
        private final Map<CNode, Nest> nests = new HashMap<>();
    }

    /** What a name stands for where it is used. */
    sealed interface Meaning {}

    /** It is no variable of the function around it. */
    record None() implements Meaning {}

    /** The values that are or-ed together, at least one. */
    record Values(List<CNode> values) implements Meaning {}

    /** {@code why} completes "unknown because". */
    record Changing(String why) implements Meaning {}

    Meaning meaning(CNode use) {
        Optional<CNode> around = function(use.start());
        if (around.isEmpty()) {
            return new None();
        }
        Function function = read(around.get());
        String name = use.label();
        if (function.parameters.contains(name)) {
            return new Changing("`" + name + "` is a parameter");
        }
        if (!function.declared.containsKey(name)) {
            return new None();
        }
        return written(function, use, function.writes.getOrDefault(name, List.of()));
    }

    /** How a variable or parameter is declared. */
    Optional<Declared> declared(CNode use) {
        return function(use.start()).map(f -> read(f).declared.get(use.label()));
    }

    /**
     * What stands in the assignments to a variable that are written before its use; of anything
     * else that itself. Casts are left out.
     */
    List<CNode> assigned(CNode expression) {
        CNode use = withoutCasts(expression);
        List<CNode> values =
                function(use.start())
                        .map(f -> read(f).writes.getOrDefault(use.label(), List.of()))
                        .orElse(List.of())
                        .stream()
                        .filter(write -> write.op().equals("=") && write.offset() < use.start())
                        .map(write -> withoutCasts(write.value()))
                        .toList();
        return use.is("name") && !values.isEmpty() ? values : List.of(use);
    }

    private static CNode withoutCasts(CNode value) {
        CNode now = value;
        while (now.is("cast")) {
            now = now.child(1);
        }
        return now;
    }

    private static Meaning written(Function function, CNode use, List<Write> writes) {
        String name = use.label();
        Nest here = function.nests.get(use);
        List<CNode> values = new ArrayList<>();
        int last = 0;
        for (Write write : writes) {
            if (write.offset() >= use.start()) {
                if (shareLoop(write.nest(), here)) {
                    return new Changing("`" + name + "` changes in a loop");
                }
                continue;
            }
            if (write.op().isEmpty()) {
                return new Changing("the address of `" + name + "` is taken or it is counted");
            }
            if (!contains(here, write.nest())) {
                return new Changing("`" + name + "` is set under a condition");
            }
            switch (write.op()) {
                case "=" -> values.clear();
                case "|=" -> {
                    if (values.isEmpty()) {
                        return new Changing("`" + name + "` is not set before");
                    }
                }
                default -> {
                    return new Changing("`" + name + "` is changed by " + write.op());
                }
            }
            values.add(write.value());
            last = write.offset();
        }
        for (int label : function.labels) {
            if (last < label && label < use.start()) {
                return new Changing("a jump may lead past where `" + name + "` is set");
            }
        }
        return values.isEmpty()
                ? new Changing("`" + name + "` is not set before")
                : new Values(List.copyOf(values));
    }

    private static boolean contains(Nest inner, Nest outer) {
        for (Nest nest = inner; nest != null; nest = nest.outer()) {
            if (nest == outer) {
                return true;
            }
        }
        return outer == null;
    }

    private static boolean shareLoop(Nest a, Nest b) {
        for (Nest nest = a; nest != null; nest = nest.outer()) {
            boolean loop =
                    switch (nest.node().kind()) {
                        case "for", "while", "do", "for-each" -> true;
                        default -> false;
                    };
            if (loop && contains(b, nest)) {
                return true;
            }
        }
        return false;
    }

    private Optional<CNode> function(int offset) {
        return home.tree().function(offset);
    }

    private Function read(CNode node) {
        return read.computeIfAbsent(
                node,
                key -> {
                    Function function = new Function();
                    for (Node child : node.children()) {
                        visit((CNode) child, null, function);
                    }
                    return function;
                });
    }

    private void visit(CNode node, Nest nest, Function into) {
        Nest inner = nest;
        switch (node.kind()) {
            case "name" -> into.nests.put(node, nest);
            case "parameter" -> {
                if (node.children().size() == 2) {
                    CNode name = node.child(1);
                    into.parameters.add(name.label());
                    into.declared.put(name.label(), Declared.of(home, node.child(0), name));
                }
            }
            case "declaration" -> declare(node, into);
            case "assign" -> {
                if (node.child(0).is("name")) {
                    write(node.child(0).label(), node.label(), node, nest, into);
                }
            }
            case "unary", "postfix" -> {
                boolean changes =
                        node.label().equals("&")
                                || node.label().equals("++")
                                || node.label().equals("--");
                if (changes && node.child(0).is("name")) {
                    write(node.child(0).label(), "", node, nest, into);
                }
            }
            case "label" -> into.labels.add(node.start());
            case "if", "while", "for", "for-each", "do", "conditional", "arm" ->
                    inner = new Nest(nest, node);
            case "case", "default", "lambda", "except", "catch" -> inner = new Nest(nest, node);
            default -> {}
        }
        boolean branches = node.is("if") || node.is("conditional");
        for (int i = 0; i < node.children().size(); i++) {
            CNode child = node.child(i);
            boolean condition = branches && i == 0;
            visit(child, condition ? nest : branches ? new Nest(nest, child) : inner, into);
        }
    }

    private void declare(CNode node, Function into) {
        for (int i = 1; i < node.children().size(); i++) {
            CNode declarator = node.child(i);
            String name = Declared.name(declarator);
            if (!name.isEmpty()) {
                into.declared.putIfAbsent(name, Declared.of(home, node.child(0), declarator));
            }
        }
    }

    private static void write(String name, String op, CNode node, Nest nest, Function into) {
        CNode value = op.isEmpty() ? node : node.child(1);
        into.writes
                .computeIfAbsent(name, key -> new ArrayList<>())
                .add(new Write(op, value, node.end() - 1, nest));
    }
}
