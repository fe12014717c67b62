package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Span;

/**
 * Chooses what of the tokens becomes the {@link Stream}. The arms of an {@code #if} that begins and
 * ends between statements all stay, as a choice; list items stay one after the other; of any other
 * {@code #if} the first arm stays and the others are {@link #fragments} to be parsed on their own.
 * What stands under {@code #if 0} is a comment.
 */
final class StreamBuilder {
    private static final Set<String> NO_STATEMENT_START =
            Set.of(
                    "else",
                    "catch",
                    "__except",
                    "__finally",
                    "except",
                    "finally",
                    ";",
                    ",",
                    ")",
                    "]",
                    "}",
                    "||",
                    "&&",
                    "|",
                    "&",
                    "=",
                    "==",
                    "!=",
                    "+",
                    "-",
                    "<",
                    ">",
                    "?",
                    ":",
                    ".",
                    "->",
                    "<<",
                    ">>",
                    "/",
                    "%",
                    "^",
                    "[");
    private static final Set<String> BOUNDARY = Set.of(";", "{", "}", ":");

    /** An arm that is parsed on its own. */
    record Fragment(String condition, int from, int to) {}

    private final Tokens tokens;
    private final Conditionals conditionals;
    private final List<Gap> gaps;
    private final List<String> labels = new ArrayList<>();
    private int[] entries = new int[256];
    private int size;

    /** What is no annotation here although it looks like one. */
    final Set<String> names = new HashSet<>();

    final List<Fragment> fragments = new ArrayList<>();
    final List<CNode> annotations = new ArrayList<>();

    /** Offsets of stretches under {@code #if 0}. */
    final List<Span> dead = new ArrayList<>();

    StreamBuilder(Tokens tokens, Conditionals conditionals, List<Gap> gaps) {
        this.tokens = tokens;
        this.conditionals = conditionals;
        this.gaps = gaps;
    }

    Stream build(int from, int to) {
        size = 0;
        labels.clear();
        add(from, to, 0);
        return new Stream(tokens, Arrays.copyOf(entries, size), labels.toArray(new String[0]));
    }

    private void add(int from, int to, int depth) {
        int at = from;
        while (at < to) {
            if (conditionals.isGroup(at) && depth < Conditionals.MAX_NESTING) {
                Conditionals.Group group = conditionals.group(at);
                addGroup(group, to, depth);
                at = group.to();
            } else if (conditionals.isDirective(at)) {
                if (depth >= Conditionals.MAX_NESTING && conditionals.isGroup(at)) {
                    gaps.add(
                            new Gap(
                                    new Span(tokens.start(at), tokens.end(at)),
                                    "#if nested too deeply, its arms are read one after the other"));
                }
                at = conditionals.directive(at).to();
            } else if (tokens.kind(at) == Tokens.IDENTIFIER
                    && Annotations.is(tokens.text(at))
                    && !isField(at)
                    && !names.contains(tokens.text(at))) {
                at = annotation(at, to);
            } else {
                push(at++);
            }
        }
    }

    private boolean isField(int at) {
        return size > 0
                && entries[size - 1] >= 0
                && (tokens.text(entries[size - 1]).equals(".")
                        || tokens.text(entries[size - 1]).equals("->"));
    }

    private int annotation(int at, int to) {
        int end = at + 1;
        if (end < to
                && tokens.text(end).equals("(")
                && Annotations.takesArguments(tokens.text(at))) {
            int open = 0;
            int limit = Math.min(to, at + 2000);
            for (int i = end; i < limit; i++) {
                String text = tokens.text(i);
                open += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
                if (open == 0) {
                    end = i + 1;
                    break;
                }
                if (text.equals("{") || text.equals(";")) {
                    break;
                }
            }
        }
        annotations.add(
                new CNode(
                        "annotation",
                        tokens.text(at),
                        tokens.start(at),
                        tokens.end(end - 1),
                        List.of(),
                        CNode.Extra.type(joined(at + 2, end - 1), -1)));
        return end;
    }

    private String joined(int from, int to) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean space = i > from && tokens.start(i) > tokens.end(i - 1);
            joined.append(space ? " " : "").append(tokens.text(i));
        }
        return joined.toString();
    }

    private void push(int entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size++] = entry;
    }

    private void mark(String label) {
        labels.add(label);
        push(-labels.size());
    }

    /** An arm as it was added: where its entries and its fragments lie. */
    private record Added(
            Conditionals.Arm arm, int from, int to, int fragmentsFrom, int fragmentsTo) {
        private boolean isEmpty() {
            return from == to;
        }
    }

    private void addGroup(Conditionals.Group group, int to, int depth) {
        int before = size;
        boolean afterBoundary = before == 0 || isBoundary(before - 1);
        boolean inList =
                before > 0 && (textAt(before - 1).equals(",") || textAt(before - 1).equals("{"));
        boolean asChoice = afterBoundary && !followedByElse(group.to(), to);
        boolean asList = inList;
        List<Added> arms = new ArrayList<>();
        mark(Stream.OPEN);
        for (Conditionals.Arm arm : group.arms()) {
            if (arm.dead()) {
                bury(arm);
                continue;
            }
            mark(Stream.ARM + arm.condition());
            int armStart = size;
            int armFragments = fragments.size();
            add(arm.from(), arm.to(), depth + 1);
            arms.add(new Added(arm, armStart, size, armFragments, fragments.size()));
            if (size > armStart) {
                boolean balanced = balanced(armStart);
                asChoice &= balanced && statements(armStart);
                asList &= balanced && textAt(size - 1).equals(",");
            }
        }
        mark(Stream.CLOSE);
        long filled = arms.stream().filter(arm -> !arm.isEmpty()).count();
        boolean guard = before == 0 && arms.size() == 1 && group.to() >= tokens.size() - 1;
        boolean sure = arms.size() == 1 && arms.get(0).arm().sure();
        if (!asChoice || filled == 0 || guard || sure) {
            flatten(arms, asList || filled <= 1, before);
        }
    }

    private void bury(Conditionals.Arm arm) {
        if (arm.to() > arm.from()) {
            dead.add(new Span(tokens.start(arm.from()), tokens.end(arm.to() - 1)));
        }
    }

    /** Takes the markers out again, and all arms but the first if not {@code all} may stay. */
    private void flatten(List<Added> arms, boolean all, int before) {
        List<Fragment> kept = new ArrayList<>();
        int firstFragment = arms.isEmpty() ? fragments.size() : arms.get(0).fragmentsFrom();
        size = before;
        boolean chosen = false;
        for (Added arm : arms) {
            if (arm.isEmpty()) {
                continue;
            }
            if (all || !chosen) {
                System.arraycopy(entries, arm.from(), entries, size, arm.to() - arm.from());
                size += arm.to() - arm.from();
                kept.addAll(fragments.subList(arm.fragmentsFrom(), arm.fragmentsTo()));
                chosen = true;
            } else {
                kept.add(new Fragment(arm.arm().condition(), arm.arm().from(), arm.arm().to()));
            }
        }
        fragments.subList(firstFragment, fragments.size()).clear();
        fragments.addAll(kept);
    }

    private String textAt(int index) {
        int entry = entries[index];
        return entry >= 0 ? tokens.text(entry) : labels.get(-1 - entry);
    }

    private boolean isBoundary(int index) {
        return entries[index] < 0 || BOUNDARY.contains(tokens.text(entries[index]));
    }

    private boolean followedByElse(int at, int to) {
        int next = at;
        while (next < to && conditionals.isDirective(next)) {
            next = conditionals.directive(next).to();
        }
        return next < to
                && NO_STATEMENT_START.contains(tokens.text(next))
                && !tokens.text(next).equals("}");
    }

    private boolean statements(int from) {
        String last = textAt(size - 1);
        boolean ends =
                last.equals(";")
                        || last.equals("}")
                        || last.equals(":")
                        || last.equals(Stream.CLOSE);
        return ends && !NO_STATEMENT_START.contains(textAt(from));
    }

    private boolean balanced(int from) {
        int[] depth = new int[3];
        for (int i = from; i < size; i++) {
            if (entries[i] < 0 || tokens.kind(entries[i]) != Tokens.PUNCTUATOR) {
                continue;
            }
            String text = tokens.text(entries[i]);
            if (text.length() != 1) {
                continue;
            }
            int shape = "({[".indexOf(text.charAt(0));
            if (shape >= 0) {
                depth[shape]++;
            }
            shape = ")}]".indexOf(text.charAt(0));
            if (shape >= 0 && --depth[shape] < 0) {
                return false;
            }
        }
        return depth[0] == 0 && depth[1] == 0 && depth[2] == 0;
    }
}
