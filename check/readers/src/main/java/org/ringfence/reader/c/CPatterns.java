package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;

/**
 * Reads code patterns with the parsers that read files: as an expression if the literal is one,
 * else as a statement, else as a declaration or a function.
 */
final class CPatterns implements PatternParser {
    private static final int MAX_LENGTH = 20_000;

    /** Where any number of siblings may stand. */
    private static final Set<String> LISTS =
            Set.of(
                    "call",
                    "list",
                    "block",
                    "function",
                    "parameters",
                    "case",
                    "default",
                    "new",
                    "lambda",
                    "namespace",
                    "struct",
                    "enum",
                    "prototype",
                    "try",
                    "cpp-try");

    @Override
    public Parsed parse(String literal) {
        if (literal.length() > MAX_LENGTH) {
            return broken(
                    MAX_LENGTH,
                    literal.length() - MAX_LENGTH,
                    "a pattern has at most " + MAX_LENGTH + " characters");
        }
        Tokens tokens = Lexer.lexPattern(literal);
        if (tokens.size() == 0) {
            return broken(0, literal.length(), "the pattern is empty");
        }
        if (literal.stripLeading().startsWith("#")) {
            return broken(
                    0,
                    literal.length(),
                    "a pattern is no directive: what a macro stands for is matched like other"
                            + " code, and `@macro` is its name");
        }
        List<Problem> problems = new ArrayList<>();
        tokens.gaps.forEach(gap -> problems.add(problem(gap)));
        if (!problems.isEmpty()) {
            return new Parsed.Broken(problems);
        }
        Attempt best = attempt(tokens, 0);
        for (int reading = 1; reading < 3 && !best.good(); reading++) {
            Attempt next = attempt(tokens, reading);
            if (next.good() || next.reach() > best.reach()) {
                best = next;
            }
        }
        if (best.good()) {
            return convert(best.nodes().get(0), literal);
        }
        return explain(best, literal);
    }

    @Override
    public List<Source> samples(String literal) {
        return Samples.of(literal);
    }

    /** One reading of the literal. */
    private record Attempt(List<CNode> nodes, List<Gap> gaps, int end) {
        private boolean good() {
            return gaps.isEmpty() && nodes.size() == 1;
        }

        /** How far it went without trouble. */
        private int reach() {
            return gaps.stream().mapToInt(gap -> gap.span().start()).min().orElse(end);
        }
    }

    private static Attempt attempt(Tokens tokens, int reading) {
        List<Gap> gaps = new ArrayList<>();
        Conditionals none = new Conditionals(tokens, gaps);
        Stream stream = new StreamBuilder(tokens, none, gaps).build(0, tokens.size());
        Parser parser = new Parser(stream, Dialect.PATTERN, gaps);
        List<CNode> nodes = new ArrayList<>();
        if (reading == 0) {
            nodes.add(parser.expressions.comma());
            if (!parser.cursor.atEnd()) {
                int from = parser.cursor.pos;
                parser.cursor.pos = parser.cursor.limit;
                parser.cursor.gapFrom(from, "this does not belong to the expression before it");
            }
        } else if (reading == 1) {
            parser.statements.all(nodes);
        } else {
            parser.externals.all(nodes);
        }
        return new Attempt(nodes, gaps, tokens.end(tokens.size() - 1));
    }

    private static Parsed explain(Attempt best, String literal) {
        if (best.gaps().isEmpty()) {
            if (best.nodes().isEmpty()) {
                return broken(0, literal.length(), "the pattern says nothing");
            }
            CNode second = best.nodes().get(1);
            return broken(
                    second.start(),
                    second.end() - second.start(),
                    "a pattern is one expression, statement or function; this is a second one");
        }
        return new Parsed.Broken(
                best.gaps().stream()
                        .sorted(Comparator.comparingInt((Gap gap) -> gap.span().start()))
                        .map(CPatterns::problem)
                        .toList());
    }

    private static Problem problem(Gap gap) {
        int start = gap.span().start();
        return new Problem(start, gap.span().end() - start, "cannot be read as C: " + gap.reason());
    }

    private static Parsed broken(int start, int length, String message) {
        return new Parsed.Broken(List.of(new Problem(start, length, message)));
    }

    private static Parsed convert(CNode root, String literal) {
        if (root.is("hole")) {
            return broken(
                    0,
                    literal.length(),
                    "a pattern that is only `" + root.label() + "` matches everything");
        }
        List<Problem> problems = new ArrayList<>();
        Pattern pattern = pattern(root, problems);
        return problems.isEmpty()
                ? new Parsed.Understood(pattern, article(root.kind()), Cautions.of(root, literal))
                : new Parsed.Broken(problems);
    }

    private static Pattern pattern(CNode node, List<Problem> problems) {
        if (node.is("hole")) {
            return hole(node.label());
        }
        if (node.is("opaque")) {
            problems.add(at(node, "cannot be read as C"));
        }
        if (node.is("type") && node.label().contains("$")) {
            problems.add(
                    at(
                            node,
                            "a hole stands for a whole type: `$T`, not for a part of one such as `"
                                    + node.label()
                                    + "`"));
        }
        boolean named = node.is("function") || node.is("prototype") || node.is("label");
        if (named && node.label().startsWith("$")) {
            problems.add(at(node, "the name of a function or a label cannot be a hole"));
        }
        List<Pattern> children = new ArrayList<>();
        for (int i = 0; i < node.children().size(); i++) {
            CNode child = node.child(i);
            boolean rest = child.is("hole") && child.label().startsWith("$...");
            if (rest && !(LISTS.contains(node.kind()) && !(i == 0 && node.is("call")))) {
                problems.add(
                        at(
                                child,
                                "`"
                                        + child.label()
                                        + "` stands for siblings: arguments, statements, items of a"
                                        + " list"));
            }
            if (child.is("empty") && node.is("call")) {
                problems.add(at(child, "an argument is missing"));
            }
            children.add(pattern(child, problems));
        }
        return new Pattern.Exact(node.kind(), node.label(), children);
    }

    private static Problem at(Node node, String message) {
        int start = node.span().start();
        return new Problem(start, node.span().end() - start, message);
    }

    private static Pattern hole(String label) {
        if (label.startsWith("$...")) {
            return new Pattern.Rest(label.substring(4));
        }
        String name = label.substring(1);
        return name.equals("_") ? new Pattern.Any() : new Pattern.Capture(name);
    }

    /** A kind for people: {@code a call}. */
    static String article(String kind) {
        String words =
                switch (kind) {
                    case "cpp-try" -> "C++ try";
                    case "try" -> "__try";
                    case "for-each" -> "range loop";
                    case "binary", "unary", "postfix" -> kind + " operation";
                    case "assign" -> "assignment";
                    case "member" -> "field access";
                    case "index" -> "array access";
                    case "char" -> "character";
                    case "conditional" -> "conditional expression";
                    default -> kind;
                };
        return ("aeiou".indexOf(words.charAt(0)) >= 0 && !words.startsWith("un") ? "an " : "a ")
                + words;
    }
}
