package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ringfence.subject.Node;

/** Under which conditions of {@code #if} each place of a file is there. */
final class Presence {
    /**
     * @param condition what must hold for this arm beside what must hold for the arm around it
     * @param outer the arm around it, or -1
     */
    private record Stretch(int start, int end, List<String> condition, int outer) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private final int[] starts;
    private final List<Node> groups = new ArrayList<>();

    Presence(Tokens tokens, Conditionals conditionals) {
        for (Tokens.Directive directive : tokens.directives) {
            if (conditionals.isGroup(directive.from())) {
                add(tokens, directive, conditionals);
            }
        }
        stretches.sort(Comparator.comparingInt(Stretch::start).thenComparingInt(s -> -s.end()));
        int[] around = new int[stretches.size()];
        for (int i = 0; i < stretches.size(); i++) {
            int outer = i - 1;
            while (outer >= 0 && stretches.get(outer).end() <= stretches.get(i).start()) {
                outer = around[outer];
            }
            around[i] = outer;
            Stretch s = stretches.get(i);
            stretches.set(i, new Stretch(s.start(), s.end(), s.condition(), outer));
        }
        starts = stretches.stream().mapToInt(Stretch::start).toArray();
    }

    private void add(Tokens tokens, Tokens.Directive opening, Conditionals conditionals) {
        Conditionals.Group group = conditionals.group(opening.from());
        List<String> excluded = new ArrayList<>();
        List<CNode> arms = new ArrayList<>();
        boolean guard = isGuard(tokens, conditionals, group);
        for (Conditionals.Arm arm : group.arms()) {
            int start = arm.from() == 0 ? 0 : tokens.end(arm.from() - 1);
            int end = arm.to() < tokens.size() ? tokens.start(arm.to()) : Integer.MAX_VALUE;
            List<String> all = new ArrayList<>(excluded.size() > 8 ? List.of() : excluded);
            boolean last = arm.condition().equals("else");
            if (!last && !all.contains(arm.condition())) {
                all.add(arm.condition());
            }
            if (!guard) {
                stretches.add(new Stretch(start, end, List.copyOf(all), -1));
            }
            excluded.add(Conditionals.opposite(arm.condition()));
            int shown = Math.min(end, tokens.end(tokens.size() - 1));
            arms.add(new CNode("arm", arm.condition(), start, shown, List.of()));
        }
        groups.add(
                new CNode(
                        "conditional-group",
                        group.arms().get(0).condition(),
                        opening.start(),
                        tokens.end(group.to() - 1),
                        arms));
    }

    /**
     * {@code #ifndef X} whose first line is {@code #define X}: with a value it is a guard only
     * around all of the file, otherwise it is the definition for want of another.
     */
    private static boolean isGuard(
            Tokens tokens, Conditionals conditionals, Conditionals.Group group) {
        Conditionals.Arm arm = group.arms().get(0);
        int at = arm.from();
        if (!conditionals.isDirective(at)) {
            return false;
        }
        int behind = conditionals.directive(at).to();
        boolean bare = behind == at + 3;
        boolean whole = behind < arm.to() && group.to() >= tokens.size();
        return group.arms().size() == 1
                && (bare || whole)
                && arm.condition().startsWith("!")
                && at + 2 < arm.to()
                && tokens.text(at).equals("#")
                && tokens.text(at + 1).equals("define")
                && tokens.text(at + 2).equals(named(arm.condition()));
    }

    private static String named(String negated) {
        return negated.substring(1).replaceAll("defined|[ ()]", "");
    }

    /** Each {@code #if} with its arms, in source order. */
    List<Node> groups() {
        return groups;
    }

    /**
     * All of them must hold where this offset is code; outermost first, empty if it always is. Of
     * arms nested too deeply only the inner ones.
     */
    List<String> at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int at = found >= 0 ? found : -found - 2;
        while (at + 1 < starts.length && starts[at + 1] <= offset) {
            at++;
        }
        List<String> conditions = new ArrayList<>();
        for (int level = 0; at >= 0 && level < Conditionals.MAX_NESTING; level++) {
            Stretch stretch = stretches.get(at);
            if (offset < stretch.end()) {
                conditions.addAll(0, stretch.condition());
            }
            at = stretch.outer();
        }
        return conditions.stream().distinct().toList();
    }

    /** {@link #at} as one condition. */
    String text(int offset) {
        List<String> all = at(offset);
        if (all.size() == 1) {
            return all.get(0);
        }
        StringBuilder joined = new StringBuilder();
        for (String condition : all) {
            boolean compound = condition.contains("||") || condition.contains("?");
            joined.append(joined.isEmpty() ? "" : " && ")
                    .append(compound ? "(" + condition + ")" : condition);
        }
        return joined.toString();
    }
}
