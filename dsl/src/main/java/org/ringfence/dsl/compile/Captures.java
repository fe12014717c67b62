package org.ringfence.dsl.compile;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.rule.Alternative;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Vocabulary.Type;

/** Which captures are bound at a place of a rule, and to what. */
final class Captures {
    /**
     * @param kind as in {@link Typed}
     */
    record Bound(Type type, String kind) {}

    private final Map<String, Bound> bound;
    private final Set<String> partial;
    private final Map<String, String> names;

    /** Whether what binds them could not be read, so that any name may be right. */
    private boolean open;

    Captures() {
        this(Map.of());
    }

    /**
     * For the condition of a named pattern.
     *
     * @param names what the pattern calls a capture, to what the rule that uses it does
     */
    Captures(Map<String, String> names) {
        this(Map.of(), Set.of(), names, false);
    }

    private Captures(
            Map<String, Bound> bound,
            Set<String> partial,
            Map<String, String> names,
            boolean open) {
        this.names = names;
        this.bound = new HashMap<>(bound);
        this.partial = new HashSet<>(partial);
        this.open = open;
    }

    void open() {
        open = true;
    }

    /** For a part of a rule whose bindings are not seen behind it. */
    Captures copy() {
        return new Captures(bound, partial, names, open);
    }

    Map<String, String> renames() {
        return names;
    }

    /** What the compiled rule calls a capture. */
    String inRule(String name) {
        return names.getOrDefault(name, name);
    }

    Optional<Bound> get(String name) {
        return Optional.ofNullable(bound.get(name));
    }

    /** Bound, or maybe bound by something that could not be read. */
    boolean mayBe(String name) {
        return open || bound.containsKey(name);
    }

    /** Bound, but not by every alternative. */
    boolean isPartial(String name) {
        return partial.contains(name);
    }

    Collection<String> names() {
        return bound.keySet();
    }

    void bind(String name, Type type, String kind) {
        bound.put(name, new Bound(type, kind));
        partial.remove(name);
    }

    /** Adds what the alternatives bind, and notes what only some of them do. */
    void bindAll(List<Alternative> alternatives) {
        List<Map<String, Bound>> each = alternatives.stream().map(a -> of(a.pattern())).toList();
        Map<String, Bound> all = new HashMap<>();
        each.forEach(one -> one.forEach((name, b) -> all.merge(name, b, Captures::join)));
        all.forEach(
                (name, b) -> {
                    if (bound.containsKey(name)) {
                        return;
                    }
                    if (each.stream().allMatch(one -> one.containsKey(name))) {
                        bind(name, b.type(), b.kind());
                    } else {
                        partial.add(name);
                    }
                });
    }

    private static Bound join(Bound a, Bound b) {
        return a.equals(b) ? a : new Bound(a.type() == b.type() ? a.type() : Type.ANY, "");
    }

    private static Map<String, Bound> of(Pattern pattern) {
        Map<String, Bound> found = new HashMap<>();
        collect(pattern, found);
        return found;
    }

    private static void collect(Pattern pattern, Map<String, Bound> found) {
        if (pattern instanceof Pattern.Capture capture) {
            found.put(capture.name(), new Bound(Type.ELEMENT, ""));
        } else if (pattern instanceof Pattern.Rest rest && !rest.name().isEmpty()) {
            found.put(rest.name(), new Bound(Type.LIST, ""));
        } else if (pattern instanceof Pattern.Exact exact) {
            exact.children().forEach(child -> collect(child, found));
        }
    }
}
