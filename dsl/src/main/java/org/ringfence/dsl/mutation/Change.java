package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A part of a rule, changed in one place.
 *
 * @param result the part as it is then
 * @param what the change in words, such as {@code without `kernel-mode()`}
 * @param twin what an example must be like for the change to show, such as {@code `kernel-mode()`
 *     does not hold}
 * @param definition what is shared by the rules that use one definition, such as {@code set pools:
 *     PagedPool}; empty for what the rule says itself
 */
record Change<T>(T result, String what, String twin, Effect effect, String definition) {
    Change {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(effect, "effect");
    }

    static <T> Change<T> of(T result, String what, String twin, Effect effect) {
        return new Change<>(result, what, twin, effect, "");
    }

    /** The same change, seen from a part around it. */
    <R> Change<R> in(Function<? super T, ? extends R> around) {
        return new Change<>(around.apply(result), what, twin, effect, definition);
    }

    Change<T> as(Effect other) {
        return new Change<>(result, what, twin, other, definition);
    }

    Change<T> of(String shared) {
        return new Change<>(result, what, twin, effect, shared);
    }

    /** The changes of a part, seen from a part around it. */
    static <T, R> List<Change<R>> all(
            List<Change<T>> changes, Function<? super T, ? extends R> around) {
        return changes.stream().map(change -> change.<R>in(around)).toList();
    }

    /** Lists in which one item is changed. */
    static <T> List<Change<List<T>>> ofOne(List<T> items, Function<T, List<Change<T>>> changes) {
        List<Change<List<T>>> lists = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            lists.addAll(all(changes.apply(items.get(i)), item -> with(items, at, item)));
        }
        return lists;
    }

    static <T> List<T> without(List<T> items, int index) {
        List<T> rest = new ArrayList<>(items);
        rest.remove(index);
        return rest;
    }

    private static <T> List<T> with(List<T> items, int index, T item) {
        List<T> changed = new ArrayList<>(items);
        changed.set(index, item);
        return changed;
    }
}
