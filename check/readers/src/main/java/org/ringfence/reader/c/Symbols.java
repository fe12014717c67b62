package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.subject.Node;

/** The names of a file that may stand for constants. */
final class Symbols {
    /**
     * A name of an enum.
     *
     * @param members all of the enum
     * @param index which of them it is
     */
    record Enumerator(List<Node> members, int index) {}

    private final Map<String, List<CNode>> macros = new HashMap<>();
    private final Map<String, Enumerator> enumerators = new HashMap<>();
    private final Map<String, CNode> variables = new HashMap<>();

    Symbols(Tree tree) {
        for (Node define : tree.all("define")) {
            macros.computeIfAbsent(define.label(), name -> new ArrayList<>()).add((CNode) define);
        }
        for (Node enumeration : tree.all("enum")) {
            List<Node> members = enumeration.children();
            for (int i = 0; i < members.size(); i++) {
                enumerators.putIfAbsent(members.get(i).label(), new Enumerator(members, i));
            }
        }
        tree.roots().forEach(root -> variables((CNode) root));
    }

    private void variables(CNode node) {
        if (node.is("choice") || node.is("arm") || node.is("namespace")) {
            node.children().forEach(child -> variables((CNode) child));
        } else if (node.is("declaration") && isConst(node.child(0).label())) {
            for (Node declared : node.children()) {
                CNode item = (CNode) declared;
                if (item.is("assign") && item.child(0).is("name")) {
                    variables.putIfAbsent(item.child(0).label(), item.child(1));
                }
            }
        }
    }

    private static boolean isConst(String type) {
        String padded = " " + type + " ";
        boolean constant = padded.contains(" const ") || padded.contains(" constexpr ");
        return constant && !type.endsWith("*");
    }

    /** Definitions in source order, empty if it is no macro of the file. */
    List<CNode> macros(String name) {
        return macros.getOrDefault(name, List.of());
    }

    boolean isEnumerator(String name) {
        return enumerators.containsKey(name);
    }

    Enumerator enumerator(String name) {
        return enumerators.get(name);
    }

    /** The initialiser of a constant variable outside functions. */
    boolean isVariable(String name) {
        return variables.containsKey(name);
    }

    CNode variable(String name) {
        return variables.get(name);
    }

    Map<String, Enumerator> enumerators() {
        return enumerators;
    }

    Map<String, CNode> variables() {
        return variables;
    }
}
