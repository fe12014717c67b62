package org.ringfence.reader.c.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts of a text by its words and braces. */
final class Expected {
    static final Pattern TOKEN =
            Pattern.compile("[A-Za-z_$][\\w$]*|\\.?\\d[\\w.]*|->|::|\\.\\.\\.|==|\\S");
    private static final Set<String> NO_CALL =
            Set.of(
                    "if while for switch return sizeof catch case do else throw new delete goto int"
                            .split(" "));
    private static final Set<String> MORE_NO_CALL =
            Set.of(
                    ("__except except char long short unsigned signed void float double bool wchar_t alignof typedef"
                                    + " decltype typeid const volatile struct union enum class static extern"
                                    + " register auto defined static_assert __alignof operator noexcept"
                                    + " static_cast UNALIGNED __attribute__ co_return co_await")
                            .split(" "));
    private static final Pattern ANNOTATION =
            Pattern.compile(
                    "_(?!Analysis_)[A-Z][A-Za-z0-9_]*[a-z][A-Za-z0-9_]*_|__drv_\\w+|__(in|out|inout|deref|field)_\\w+"
                            + "|_?_declspec|__pragma|_Pragma|__success|__range"
                            + "|DECLSPEC_\\w+|alignas|__control_entrypoint|__asm|_asm|__attribute");
    private static final Set<String> BEFORE_CALL =
            Set.of("return", "else", "do", "case", "goto", "throw", "__leave", "leave", "in");
    private static final Pattern TAIL =
            Pattern.compile("const|override|final|noexcept|volatile|throw|try|[A-Z_][A-Z0-9_]*|&");

    final Map<Fact, TreeSet<Integer>> facts = new EnumMap<>(Fact.class);

    /** The stretches that are bodies of functions. */
    final BitSet bodies = new BitSet();

    private final boolean plainSeh;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Masked.Directive> directives;
    private State state = new State(new StringBuilder(), new ArrayList<>());

    /**
     * @param nesting a letter for each open brace: c for a namespace or class, f for a function, i
     *     for anything else
     * @param head the tokens of the current declaration
     */
    private record State(StringBuilder nesting, List<Integer> head) {
        State copy() {
            return new State(new StringBuilder(nesting), new ArrayList<>(head));
        }

        boolean inBody() {
            return nesting.indexOf("f") >= 0;
        }
    }

    /**
     * @param dead whether the first arm is a comment, {@code #if 0}
     * @param taken whether the others are, {@code #if 1}
     */
    private record Saved(State before, State afterFirst, boolean dead, boolean taken) {}

    Expected(String path, String source) {
        for (Fact fact : Fact.values()) {
            facts.put(fact, new TreeSet<>());
        }
        plainSeh = path.toLowerCase(Locale.ROOT).endsWith(".c");
        Masked masked = new Masked(source);
        directives = masked.directives;
        Matcher token = TOKEN.matcher(masked.text);
        int behind = 0;
        while (token.find()) {
            if (token.start() < behind) {
                continue;
            }
            if (token.group().matches("__?asm")) {
                behind = behindAssembly(masked.text, token.end());
            }
            words.add(token.group());
            starts.add(token.start());
        }
        run();
    }

    private static int behindAssembly(String text, int at) {
        int brace = at + text.substring(at).length() - text.substring(at).stripLeading().length();
        boolean block = text.startsWith("{", brace);
        return Math.max(at, text.indexOf(block ? '}' : '\n', at) + 1);
    }

    private void run() {
        Deque<Saved> open = new ArrayDeque<>();
        int at = 0;
        int directive = 0;
        int dead = 0;
        while (at < words.size() || directive < directives.size()) {
            boolean line =
                    directive < directives.size()
                            && (at >= words.size()
                                    || directives.get(directive).at() < starts.get(at));
            if (line) {
                dead = directive(directives.get(directive++), open, dead);
            } else {
                if (dead == 0) {
                    token(at);
                }
                at++;
            }
        }
    }

    private int directive(Masked.Directive line, Deque<Saved> open, int dead) {
        switch (line.name()) {
            case "if", "ifdef", "ifndef" -> {
                boolean zero =
                        line.name().equals("if") && line.rest().strip().matches("0|[(]0[)]|FALSE");
                boolean one = line.name().equals("if") && line.rest().strip().matches("1|[(]1[)]");
                if (dead == 0) {
                    facts.get(Fact.IF).add(line.at());
                }
                open.push(new Saved(state.copy(), null, zero, one));
                return zero || dead > 0 ? dead + 1 : 0;
            }
            case "else", "elif" -> {
                if (open.isEmpty() || dead > 1 || dead == 1 && !open.peek().dead()) {
                    return dead;
                }
                Saved saved = open.pop();
                State first = saved.afterFirst() == null ? state : saved.afterFirst();
                State kept = saved.dead() ? null : first;
                state = saved.before().copy();
                open.push(new Saved(saved.before(), kept, false, saved.taken()));
                return saved.taken() ? 1 : 0;
            }
            case "endif" -> {
                if (open.isEmpty()) {
                    return 0;
                }
                Saved saved = open.pop();
                if (saved.afterFirst() != null) {
                    state = saved.afterFirst();
                }
                return Math.max(0, dead - 1);
            }
            case "define" -> {
                if (dead == 0) {
                    define(line);
                }
                return dead;
            }
            default -> {
                return dead;
            }
        }
    }

    private void define(Masked.Directive line) {
        Matcher token = TOKEN.matcher(line.rest());
        if (!token.find()) {
            return;
        }
        facts.get(Fact.DEFINE).add(line.body() + token.start());
        int from = token.end();
        if (line.rest().startsWith("(", from)) {
            from = line.rest().indexOf(')', from) + 1;
        }
        String before = "";
        String last = "";
        int skipped = 0;
        token.region(from, line.rest().length());
        while (token.find()) {
            if (token.group().equals("(") && (skipped > 0 || ANNOTATION.matcher(last).matches())) {
                skipped++;
            } else if (token.group().equals(")") && skipped > 0) {
                skipped--;
            }
            if (skipped > 0) {
                last = "";
                continue;
            }
            if (token.group().equals("(") && isCallee(last) && isCallAfter(before)) {
                facts.get(Fact.MACRO_CALL).add(line.body() + token.start());
            }
            before = last;
            last = token.group();
        }
    }

    private static boolean isCallee(String word) {
        return !word.isEmpty()
                && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_')
                && !NO_CALL.contains(word)
                && !MORE_NO_CALL.contains(word)
                && !ANNOTATION.matcher(word).matches();
    }

    /** Two words in a row are a declaration. */
    private static boolean isCallAfter(String before) {
        boolean word =
                !before.isEmpty()
                        && (Character.isLetter(before.charAt(0)) || before.charAt(0) == '_');
        return !word || BEFORE_CALL.contains(before);
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private void token(int at) {
        String word = words.get(at);
        switch (word) {
            case "{" -> state.nesting().append(opened(at));
            case "}" -> {
                int depth = state.nesting().length();
                if (depth > 0) {
                    state.nesting().setLength(depth - 1);
                }
            }
            default -> {}
        }
        if (state.inBody()) {
            bodies.set(starts.get(at));
            inBody(at, word);
        }
        boolean access =
                word.equals(":") && Set.of("public", "private", "protected").contains(word(at - 1));
        if (word.equals(";") || word.equals("{") || word.equals("}") || access) {
            state.head().clear();
        } else if (!state.inBody()) {
            state.head().add(at);
        }
    }

    private void inBody(int at, String word) {
        int start = starts.get(at);
        String next = word(at + 1);
        switch (word) {
            case "switch" -> facts.get(Fact.SWITCH).add(start);
            case "case" -> facts.get(Fact.CASE).add(start);
            case "default" -> {
                if (next.equals(":")) {
                    facts.get(Fact.CASE).add(start);
                }
            }
            case "__try", "__except", "__finally", "__leave" -> facts.get(Fact.SEH).add(start);
            case "try", "finally", "except", "leave" -> {
                String follows = word.equals("except") ? "(" : word.equals("leave") ? ";" : "{";
                if (plainSeh && next.equals(follows)) {
                    facts.get(Fact.SEH).add(start);
                }
            }
            case "(" -> {
                String callee = word(at - 1);
                String before = word(at - 2);
                boolean destroyed = before.equals("~") && word(at - 3).matches("->|\\.");
                boolean made = before.equals(")") && word(opening(at - 2) - 1).equals("new");
                if (isCallee(callee)
                        && (isCallAfter(before) || destroyed)
                        && !made
                        && !isTemplate(at - 2)) {
                    facts.get(Fact.CALL).add(start);
                }
            }
            case "->", "." -> {
                boolean designated =
                        word.equals(".") && (word(at - 1).equals("{") || word(at - 1).equals(","));
                boolean lambda = word(at - 1).equals(")") && word(at + 2).equals("{");
                if (!designated && !lambda && next.matches("[A-Za-z_$~].*")) {
                    facts.get(Fact.FIELD).add(starts.get(at + 1));
                }
            }
            default -> {}
        }
    }

    /** The bracket that this one closes. */
    private int opening(int at) {
        int depth = 0;
        for (int i = at; i >= 0; i--) {
            depth += word(i).equals(")") ? 1 : word(i).equals("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether an angle bracket closes here that the statement opened: {@code Type<T> name(...)}.
     */
    private boolean isTemplate(int at) {
        if (plainSeh || !word(at).equals(">")) {
            return false;
        }
        for (int i = at; i > at - 12 && i >= 0 && !word(i).matches("[;{}]"); i--) {
            if (word(i).equals("<")) {
                return true;
            }
        }
        return false;
    }

    /** The word before the angle bracket that this one closes. */
    private int templated(int at) {
        int i = at;
        while (i >= 0 && !word(i).matches("[<;{}]")) {
            i--;
        }
        return i - 1;
    }

    /** What the brace at this place begins. */
    private char opened(int at) {
        if (state.inBody() || state.nesting().indexOf("i") >= 0) {
            return 'i';
        }
        int name = functionName();
        if (name >= 0) {
            facts.get(Fact.FUNCTION).add(starts.get(name));
            return 'f';
        }
        for (int i : state.head()) {
            switch (words.get(i)) {
                case "namespace", "class", "struct", "union", "__interface" -> {
                    return 'c';
                }
                case "extern" -> {
                    if (word(i + 1).equals("0")) {
                        return 'c';
                    }
                }
                default -> {}
            }
        }
        return 'i';
    }

    /** The last word before a bracket that only a tail may follow, or -1. */
    private int functionName() {
        int found = -1;
        int depth = 0;
        for (int i : state.head()) {
            String word = words.get(i);
            if (word.equals("=") && depth == 0 && !word(i - 1).equals("operator")) {
                return -1;
            }
            if (word.equals(":") && depth == 0 && found >= 0) {
                return found;
            }
            if (word.equals("operator") && depth == 0) {
                return i;
            }
            if (word.equals("(")) {
                int name = word(i - 1).equals(">") ? templated(i - 1) : i - 1;
                if (depth++ == 0 && isCallee(word(name))) {
                    found = name;
                }
            } else if (word.equals(")")) {
                depth--;
            } else if (depth == 0
                    && found >= 0
                    && i > found
                    && word(i - 1).equals(")")
                    && !TAIL.matcher(word).matches()
                    && !ANNOTATION.matcher(word).matches()) {
                found = -1;
            }
        }
        return found;
    }
}
