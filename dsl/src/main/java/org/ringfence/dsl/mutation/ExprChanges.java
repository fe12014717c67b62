package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;

/** Expressions with an item less. */
final class ExprChanges {
    private static final LogicText WORDS = LogicText.asWritten();

    private ExprChanges() {}

    static List<Change<Expr>> of(Expr expr) {
        if (expr instanceof Expr.Set set) {
            return items(set, set.name());
        } else if (expr instanceof Expr.Parameter parameter
                && parameter.value() instanceof Expr.Set set) {
            return Change.all(
                    items(set, parameter.name()),
                    value -> new Expr.Parameter(parameter.name(), value));
        } else if (expr instanceof Expr.Call call) {
            return Change.all(
                    Change.ofOne(call.arguments(), ExprChanges::of),
                    arguments -> new Expr.Call(call.function(), arguments));
        } else if (expr instanceof Expr.Attribute attribute) {
            return Change.all(
                    of(attribute.target()), target -> new Expr.Attribute(target, attribute.name()));
        } else if (expr instanceof Expr.Lookup lookup) {
            return lookup(lookup);
        }
        return List.of();
    }

    /** A set without its only item would say nothing, and any example of the rule knows that. */
    private static List<Change<Expr>> items(Expr.Set set, String name) {
        List<Change<Expr>> changes = new ArrayList<>();
        for (int i = 0; i < set.items().size() && set.items().size() > 1; i++) {
            String item = WORDS.of(set.items().get(i));
            changes.add(
                    new Change<>(
                            new Expr.Set(set.name(), Change.without(set.items(), i)),
                            name.isEmpty()
                                    ? "without `" + item + "` in the set"
                                    : "without `" + item + "` in the set `" + name + "`",
                            "of the set only `" + item + "` counts",
                            Effect.OTHER,
                            name.isEmpty() ? "" : "set " + name + ": " + item));
        }
        return changes;
    }

    private static List<Change<Expr>> lookup(Expr.Lookup lookup) {
        List<Change<Expr>> changes =
                new ArrayList<>(
                        Change.all(
                                of(lookup.key()),
                                key -> new Expr.Lookup(lookup.map(), lookup.entries(), key)));
        for (int i = 0; i < lookup.entries().size(); i++) {
            String key = WORDS.of(lookup.entries().get(i).key());
            changes.add(
                    new Change<>(
                            new Expr.Lookup(
                                    lookup.map(),
                                    Change.without(lookup.entries(), i),
                                    lookup.key()),
                            "without `" + key + "` in the map `" + lookup.map() + "`",
                            "`" + WORDS.of(lookup.key()) + "` is `" + key + "`",
                            Effect.OTHER,
                            "map " + lookup.map() + ": " + key));
        }
        return changes;
    }
}
