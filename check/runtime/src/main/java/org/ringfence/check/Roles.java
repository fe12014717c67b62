package org.ringfence.check;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** Which functions of a subject play which roles; found out once a role. */
final class Roles {
    /** The implicit capture whose kind is that of functions. */
    private static final String FUNCTION = "function";

    private final Frame frame;
    private final Map<String, String> implicits;
    private final Map<Rule.Role, Set<String>> names = new IdentityHashMap<>();

    Roles(Frame frame, Map<String, String> implicits) {
        this.frame = frame;
        this.implicits = implicits;
    }

    /** Whether the function around a node plays one of the roles; true where none is asked for. */
    Truth within(List<Rule.Role> roles, Node node, Evaluator evaluator) {
        if (roles.isEmpty()) {
            return Truth.TRUE;
        }
        Optional<Node> function = function(node);
        if (function.isEmpty()) {
            return Truth.FALSE;
        }
        String name = function.get().label();
        for (Rule.Role role : roles) {
            if (names.computeIfAbsent(role, r -> names(r, evaluator.budget())).contains(name)) {
                return Truth.TRUE;
            }
        }
        return evaluator.unknown("nothing in this file makes `" + name + "` " + words(roles));
    }

    private static String words(List<Rule.Role> roles) {
        return String.join(" or ", roles.stream().map(role -> "`" + role.name() + "`").toList());
    }

    private Optional<Node> function(Node node) {
        return Optional.ofNullable(implicits.get(FUNCTION))
                .flatMap(kind -> frame.enclosing(node, kind));
    }

    private Set<String> names(Rule.Role role, Budget budget) {
        Set<String> found = new HashSet<>();
        collect(role, frame.subject().roots(), budget, found);
        return found;
    }

    private void collect(Rule.Role role, List<Node> nodes, Budget budget, Set<String> found) {
        for (Node node : nodes) {
            budget.spend();
            for (Alternative alternative : role.in()) {
                Bindings bindings = new Bindings();
                Evaluator evaluator = new Evaluator(frame, node, bindings, implicits, budget);
                if (evaluator.shapes().matches(alternative, node) == Truth.TRUE) {
                    found.add(name(bindings.get(role.function()), node));
                }
            }
            collect(role, node.children(), budget, found);
        }
    }

    /** The name that the capture is, without an address operator or a cast before it. */
    private static String name(Optional<Value> bound, Node match) {
        Node node =
                bound.filter(Value.Element.class::isInstance)
                        .map(value -> ((Value.Element) value).node())
                        .orElse(match);
        while (node.label().isEmpty() || node.label().equals("&")) {
            if (node.children().isEmpty()) {
                return "";
            }
            node = node.children().get(node.children().size() - 1);
        }
        return node.label();
    }
}
