package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;

/** What a UNICODE_STRING or ANSI_STRING is set to, by the routines and macros that set one. */
final class CountedStrings {
    private static final Set<String> BY_ADDRESS =
            Set.of(
                    "RtlInitUnicodeString",
                    "RtlInitUnicodeStringEx",
                    "RtlUnicodeStringInit",
                    "RtlInitAnsiString",
                    "RtlInitString",
                    "NdisInitUnicodeString");
    private static final Set<String> BY_NAME =
            Set.of(
                    "DECLARE_CONST_UNICODE_STRING",
                    "DECLARE_GLOBAL_CONST_UNICODE_STRING",
                    "DECLARE_CONST_STRING");

    private final Tree tree;
    private final Map<String, List<CNode>> calls = new HashMap<>();

    CountedStrings(Tree tree) {
        this.tree = tree;
        for (Node node : tree.all("call")) {
            CNode call = (CNode) node;
            if (call.children().size() == 3) {
                String name = set(call);
                if (!name.isEmpty()) {
                    calls.computeIfAbsent(name, key -> new ArrayList<>()).add(call);
                }
            }
        }
    }

    /** The name that a call sets, empty if it sets none. */
    private static String set(CNode call) {
        String callee = call.child(0).label();
        CNode first = call.child(1);
        if (BY_NAME.contains(callee)) {
            return first.label();
        }
        boolean address = first.is("unary") && first.label().equals("&");
        return BY_ADDRESS.contains(callee) && address && first.child(0).is("name")
                ? first.child(0).label()
                : "";
    }

    /**
     * What the name may be set to where it is used: within the function around it, else anywhere
     * outside functions.
     */
    List<CNode> values(CNode use) {
        List<CNode> all = calls.getOrDefault(use.label(), List.of());
        if (all.isEmpty()) {
            return all;
        }
        List<CNode> near = new ArrayList<>();
        List<CNode> outside = new ArrayList<>();
        Optional<CNode> around = tree.function(use.start());
        for (CNode call : all) {
            Optional<CNode> home = tree.function(call.start());
            if (home.isEmpty()) {
                outside.add(call.child(2));
            } else if (home.equals(around) && call.start() < use.start()) {
                near.add(call.child(2));
            }
        }
        return near.isEmpty() ? outside : near;
    }
}
