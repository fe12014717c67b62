package org.ringfence.reader.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Span;

/** Which arms an {@code #if} has, by the token of its {@code #}. */
final class Conditionals {
    static final int MAX_NESTING = 64;

    private static final Pattern SIMPLE = Pattern.compile("!?(\\w+|defined ?\\(\\w+\\))");

    /**
     * @param arms in order, at least one
     * @param to one past the last token of {@code #endif}
     */
    record Group(List<Arm> arms, int to) {}

    /**
     * @param condition {@code defined(DBG)}, {@code SECURE}, {@code !SECURE} or {@code else}
     * @param from the first token
     * @param to one past the last token
     * @param dead whether it cannot be built: a plain 0, or by the configuration
     * @param sure whether it is built by the configuration
     */
    record Arm(String condition, int from, int to, boolean dead, boolean sure) {}

    private static final class Open {
        private final int at;
        private final List<Arm> arms = new ArrayList<>();
        private String condition;
        private int from;
        private boolean taken;

        private Open(int at, String condition, int from) {
            this.at = at;
            this.condition = condition;
            this.from = from;
        }

        /** Ends an arm; where one holds, those behind it are dead. */
        private void close(int to, Conditions conditions) {
            boolean dead =
                    taken
                            || condition.equals("0")
                            || condition.equals("FALSE")
                            || conditions.isFalse(condition);
            boolean rest = condition.equals("else") && arms.stream().allMatch(Arm::dead);
            boolean sure = !dead && (rest || conditions.isTrue(condition));
            taken |= sure;
            arms.add(new Arm(condition, from, to, dead, sure));
        }
    }

    private final Map<Integer, Group> groups = new HashMap<>();
    private final Map<Integer, Tokens.Directive> directives = new HashMap<>();

    /** The tokens that are the {@code #} of a directive; every token is asked whether it is one. */
    private final BitSet hashes = new BitSet();

    private final Conditions conditions;

    /** Without a configuration. */
    Conditionals(Tokens tokens, List<Gap> gaps) {
        this(tokens, Configuration.ANY, gaps);
    }

    Conditionals(Tokens tokens, Configuration configuration, List<Gap> gaps) {
        this.conditions = new Conditions(configuration);
        Deque<Open> open = new ArrayDeque<>();
        for (Tokens.Directive directive : tokens.directives) {
            directives.put(directive.from(), directive);
            hashes.set(directive.from());
            switch (directive.name()) {
                case "if", "ifdef", "ifndef" ->
                        open.push(new Open(directive.from(), condition(directive), directive.to()));
                case "elif", "elifdef", "elifndef", "else" -> nextArm(open, directive, gaps);
                case "endif" -> end(open, directive, gaps);
                default -> {}
            }
        }
        while (!open.isEmpty()) {
            Open last = open.pop();
            last.close(tokens.size(), conditions);
            groups.put(last.at, new Group(last.arms, tokens.size()));
            gaps.add(
                    new Gap(
                            new Span(tokens.start(last.at), tokens.end(last.at)),
                            "an #if without #endif"));
        }
    }

    private void nextArm(Deque<Open> open, Tokens.Directive directive, List<Gap> gaps) {
        if (open.isEmpty()) {
            gaps.add(stray(directive));
            return;
        }
        Open group = open.peek();
        group.close(directive.from(), conditions);
        group.condition =
                directive.name().equals("else")
                        ? group.arms.size() == 1 ? negated(group.arms.get(0).condition()) : "else"
                        : condition(directive);
        group.from = directive.to();
    }

    private void end(Deque<Open> open, Tokens.Directive directive, List<Gap> gaps) {
        if (open.isEmpty()) {
            gaps.add(stray(directive));
            return;
        }
        Open group = open.pop();
        group.close(directive.from(), conditions);
        groups.put(group.at, new Group(group.arms, directive.to()));
    }

    private static Gap stray(Tokens.Directive directive) {
        return new Gap(
                new Span(directive.start(), directive.end()),
                "an #" + directive.name() + " without #if");
    }

    private static String condition(Tokens.Directive directive) {
        return directive.name().endsWith("ndef")
                ? "!" + directive.argument()
                : directive.argument();
    }

    private static String negated(String condition) {
        if (condition.equals("0")) {
            return "1";
        }
        return isSimple(condition) ? opposite(condition) : "else";
    }

    private static boolean isSimple(String condition) {
        return SIMPLE.matcher(condition).matches();
    }

    /** What holds where a condition does not. */
    static String opposite(String condition) {
        if (!isSimple(condition)) {
            return "!(" + condition + ")";
        }
        return condition.startsWith("!") ? condition.substring(1) : "!" + condition;
    }

    /** The directive whose {@code #} this token is, if it is one. */
    boolean isDirective(int token) {
        return hashes.get(token);
    }

    Tokens.Directive directive(int token) {
        return directives.get(token);
    }

    boolean isGroup(int token) {
        return hashes.get(token) && groups.containsKey(token);
    }

    Group group(int token) {
        return groups.get(token);
    }
}
