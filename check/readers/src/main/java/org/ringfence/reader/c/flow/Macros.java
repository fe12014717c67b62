package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.subject.Node;

/** Which macros of a file hide a jump. */
final class Macros {
    private final Map<String, Jumps> jumps = new HashMap<>();

    /**
     * How a macro leaves the place where it stands.
     *
     * @param ways kinds of nodes: {@code return}, {@code leave}, {@code break}, {@code continue}
     * @param labels where it goes with {@code goto}
     * @param always whether nothing comes after it
     */
    record Jumps(Set<String> ways, Set<String> labels, boolean always) {
        static final Jumps NONE = new Jumps(Set.of(), Set.of(), false);
    }

    private record Within(Node node, boolean loop) {}

    Macros(List<Node> defines) {
        for (Node define : defines) {
            Jumps found = jumps(define);
            if (!found.ways().isEmpty() || !found.labels().isEmpty()) {
                jumps.put(define.label(), found);
            }
        }
    }

    Jumps of(String name) {
        return jumps.getOrDefault(name, Jumps.NONE);
    }

    private static Jumps jumps(Node define) {
        Set<String> ways = new HashSet<>();
        Set<String> labels = new HashSet<>();
        List<Within> stack = new ArrayList<>();
        stack.add(new Within(define, false));
        while (!stack.isEmpty()) {
            Within next = stack.remove(stack.size() - 1);
            String kind = next.node().kind();
            switch (kind) {
                case "goto" -> labels.add(next.node().label());
                case "return", "leave" -> ways.add(kind);
                case "break", "continue" -> {
                    if (!next.loop()) {
                        ways.add(kind);
                    }
                }
                case "lambda", "function" -> {
                    continue;
                }
                default -> {}
            }
            boolean loop = next.loop() || isLoop(kind);
            next.node().children().forEach(child -> stack.add(new Within(child, loop)));
        }
        return new Jumps(Set.copyOf(ways), Set.copyOf(labels), leaves(define));
    }

    private static boolean isLoop(String kind) {
        return switch (kind) {
            case "do", "while", "for", "for-each", "switch" -> true;
            default -> false;
        };
    }

    /** Whether the last statement is a jump. */
    private static boolean leaves(Node define) {
        Node at = define;
        while (true) {
            switch (at.kind()) {
                case "return", "goto", "leave" -> {
                    return true;
                }
                case "do" -> at = at.children().get(0);
                case "define", "block" -> {
                    List<Node> children = at.children();
                    if (children.isEmpty()) {
                        return false;
                    }
                    at = children.get(children.size() - 1);
                }
                default -> {
                    return false;
                }
            }
        }
    }
}
