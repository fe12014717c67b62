package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.rule.Alternative;
import org.ringfence.subject.Pattern;

/** Patterns with one part that may be anything, and lists of them with one less. */
final class PatternChanges {
    /** Names that mean something where they stand a second time; grows as patterns are passed. */
    private final Set<String> bound;

    PatternChanges(Set<String> bound) {
        this.bound = Set.copyOf(bound);
    }

    List<Change<List<Alternative>>> of(List<Alternative> alternatives) {
        List<Change<List<Alternative>>> changes = new ArrayList<>();
        for (int i = 0; i < alternatives.size() && alternatives.size() > 1; i++) {
            String words = words(alternatives, alternatives.get(i));
            changes.add(
                    new Change<>(
                            Change.without(alternatives, i),
                            "without the alternative " + words,
                            "of the alternatives only " + words + " matches",
                            Effect.STRICTER,
                            definition(alternatives, alternatives.get(i))));
        }
        changes.addAll(
                Change.ofOne(
                        alternatives,
                        alternative -> of(alternative, definition(alternatives, alternative))));
        return changes;
    }

    private List<Change<Alternative>> of(Alternative alternative, String definition) {
        List<Change<Alternative>> changes = new ArrayList<>();
        for (Change<Pattern> change :
                children(alternative.pattern(), alternative.written(), new HashSet<>(bound))) {
            changes.add(
                    change.<Alternative>in(
                                    pattern ->
                                            new Alternative(
                                                    pattern,
                                                    alternative.where(),
                                                    alternative.written()))
                            .of(definition.isEmpty() ? "" : definition + ", " + change.what()));
        }
        Set<String> inside = new HashSet<>(bound);
        inside.addAll(captures(alternative.pattern()));
        for (var change : new ConditionChanges(inside).clause(alternative.where())) {
            changes.add(
                    change.<Alternative>in(
                                    where ->
                                            new Alternative(
                                                    alternative.pattern(),
                                                    where,
                                                    alternative.written()))
                            .of(definition.isEmpty() ? "" : definition + ", " + change.what()));
        }
        return changes;
    }

    /**
     * The pattern with a child that may be anything.
     *
     * @param seen captures that stand somewhere before, which is what makes another place for them
     *     say something
     */
    private static List<Change<Pattern>> children(
            Pattern pattern, String written, Set<String> seen) {
        if (!(pattern instanceof Pattern.Exact exact)) {
            return List.of();
        }
        List<Change<Pattern>> changes = new ArrayList<>();
        for (int i = 0; i < exact.children().size(); i++) {
            Pattern child = exact.children().get(i);
            int at = i;
            boolean again = child instanceof Pattern.Capture capture && !seen.add(capture.name());
            List<Change<Pattern>> inner = children(child, written, seen);
            // who notices that a part may be anything, notices that the whole may
            if (inner.isEmpty() && (again || says(exact, i))) {
                changes.add(
                        Change.of(
                                with(exact, at, new Pattern.Any()),
                                "with anything for `" + text(child) + "` in `" + written + "`",
                                "something else stands for `" + text(child) + "`",
                                Effect.LOOSER));
            }
            changes.addAll(Change.all(inner, changed -> with(exact, at, changed)));
        }
        return changes;
    }

    /** Whether a child is more than a hole, and not the name by which its parent is known. */
    private static boolean says(Pattern.Exact parent, int index) {
        if (!(parent.children().get(index) instanceof Pattern.Exact child)) {
            return false;
        }
        boolean head = index == 0 && parent.label().isEmpty() && child.children().isEmpty();
        boolean open =
                child.label().isEmpty() && child.children().stream().allMatch(PatternChanges::rest);
        return !head && !open;
    }

    private static boolean rest(Pattern pattern) {
        return pattern instanceof Pattern.Rest;
    }

    private static Pattern with(Pattern.Exact exact, int index, Pattern child) {
        List<Pattern> children = new ArrayList<>(exact.children());
        children.set(index, child);
        return new Pattern.Exact(exact.kind(), exact.label(), children);
    }

    /** The names that the alternatives bind. */
    static Set<String> captures(List<Alternative> alternatives) {
        return alternatives.stream()
                .flatMap(alternative -> captures(alternative.pattern()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> captures(Pattern pattern) {
        Set<String> names = new HashSet<>();
        if (pattern instanceof Pattern.Exact exact) {
            exact.children().forEach(child -> names.addAll(captures(child)));
        } else if (pattern instanceof Pattern.Capture capture) {
            names.add(capture.name());
        }
        return names;
    }

    /**
     * The name of the pattern that an alternative comes from; empty where it was written in place.
     */
    private static String definition(List<Alternative> among, Alternative alternative) {
        if (!isShared(among, alternative)) {
            return "";
        }
        String name = alternative.written().replaceFirst("\\(.*", "");
        return "pattern " + name + ": " + text(alternative.pattern());
    }

    private static boolean isShared(List<Alternative> among, Alternative alternative) {
        return among.stream().filter(a -> a.written().equals(alternative.written())).count() > 1;
    }

    private static String words(List<Alternative> among, Alternative alternative) {
        String written = "`" + alternative.written() + "`";
        return isShared(among, alternative)
                ? "`" + text(alternative.pattern()) + "` of " + written
                : written;
    }

    /** A pattern by its kinds and labels, as no author wrote it: {@code call(name f, $X)}. */
    private static String text(Pattern pattern) {
        if (pattern instanceof Pattern.Capture capture) {
            return "$" + capture.name();
        } else if (pattern instanceof Pattern.Rest rest) {
            return "$..." + rest.name();
        } else if (!(pattern instanceof Pattern.Exact exact)) {
            return "$_";
        } else if (exact.children().isEmpty()) {
            return exact.label().isEmpty() ? exact.kind() : exact.label();
        } else {
            return exact.children().stream()
                    .map(PatternChanges::text)
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    (exact.label().isEmpty() ? exact.kind() : exact.label()) + "(",
                                    ")"));
        }
    }
}
