package org.ringfence.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;

/**
 * A tiny language for tests: calls, names and numbers, such as {@code open(door, 3)}; {@code in
 * NAME { ... }} is an area.
 */
public final class Toy implements SubjectReader {
    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("\\$\\.\\.\\.\\w*|\\$?\\w+|[(),{}]");

    record ToyNode(String kind, String label, Span span, List<Node> children) implements Node {
        @Override
        public Value attribute(String name) {
            return name.equals("size") ? new Value.Int(children.size()) : new Value.Absent();
        }

        /** Calls have a name to set. */
        @Override
        public Optional<Edit> set(String attribute, String text) {
            return kind.equals("call")
                    ? Optional.of(new Edit(children.get(0).span(), text))
                    : Optional.empty();
        }

        /** Calls take another argument. */
        @Override
        public Optional<Edit> add(String code) {
            int end = span.end() - 1;
            return kind.equals("call")
                    ? Optional.of(new Edit(new Span(end, end), ", " + code))
                    : Optional.empty();
        }
    }

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary(
                "toy",
                Map.of(
                        "call",
                        new Vocabulary.Kind(
                                "a call",
                                Map.of(
                                        "size",
                                        new Vocabulary.Attribute(
                                                Vocabulary.Type.NUMBER, "its children", false)),
                                false),
                        "name",
                        new Vocabulary.Kind("a name", Map.of(), false)),
                Map.of("calls", "call"),
                Map.of(
                        "num",
                        new Vocabulary.Function(
                                List.of(Vocabulary.Type.ELEMENT),
                                Vocabulary.Type.NUMBER,
                                "the number that is written")),
                Map.of("WIDE", 64L),
                Map.of("area", "area", "function", "area"),
                Set.of());
    }

    @Override
    public String testMarker() {
        return "//!!";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".toy");
    }

    @Override
    public ToySubject read(Source source) {
        return new ToySubject(source);
    }

    @Override
    public PatternParser patterns() {
        return literal -> new PatternParser.Parsed.Understood(pattern(literal), "a call");
    }

    /** The pattern of a literal, for tests that write rules as records. */
    public static Pattern pattern(String literal) {
        return toPattern(new Parser(literal).nodes("").get(0));
    }

    private static Pattern toPattern(Node node) {
        if (node.label().startsWith("$...")) {
            return new Pattern.Rest(node.label().substring(4));
        } else if (node.label().equals("$_")) {
            return new Pattern.Any();
        } else if (node.label().startsWith("$")) {
            return new Pattern.Capture(node.label().substring(1));
        }
        return new Pattern.Exact(
                node.kind(), node.label(), node.children().stream().map(Toy::toPattern).toList());
    }

    /** Counts how often it was parsed. */
    public static final class ToySubject implements Subject {
        private final Source source;
        private int parses;
        private List<Node> roots = List.of();

        ToySubject(Source source) {
            this.source = source;
        }

        int parses() {
            return parses;
        }

        @Override
        public String kind() {
            return "toy";
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public Set<String> words() {
            Set<String> words = new TreeSet<>();
            Matcher token = TOKEN.matcher(source.text());
            while (token.find()) {
                words.add(token.group());
            }
            return words;
        }

        @Override
        public List<Node> roots() {
            if (roots.isEmpty()) {
                parses++;
                roots = new Parser(source.text()).nodes("");
            }
            return roots;
        }

        @Override
        public List<Node> collection(String name) {
            return roots().stream().filter(node -> node.kind().equals("call")).toList();
        }

        /** {@code num(x)}: the number, unknown for names. */
        @Override
        public Value evaluate(String function, List<Value> arguments) {
            Node node = ((Value.Element) arguments.get(0)).node();
            return node.kind().equals("number")
                    ? new Value.Int(Long.parseLong(node.label()))
                    : new Value.Unknown("`" + source.text(node.span()) + "` is not a number");
        }

        @Override
        public Optional<Flow> flow() {
            return Optional.of(new ToyFlow(this));
        }

        @Override
        public List<Gap> gaps() {
            int at = source.text().indexOf('?');
            return at < 0 ? List.of() : List.of(new Gap(new Span(at, at + 1), "a question mark"));
        }
    }

    private static final class Parser {
        private final Matcher token;
        private Optional<String> next = Optional.empty();

        Parser(String text) {
            token = TOKEN.matcher(text);
            advance();
        }

        private void advance() {
            next = token.find() ? Optional.of(token.group()) : Optional.empty();
        }

        List<Node> nodes(String close) {
            List<Node> nodes = new ArrayList<>();
            while (next.isPresent() && !next.get().equals(close)) {
                if (next.get().matches("[,()}]")) {
                    advance();
                } else {
                    nodes.add(node());
                }
            }
            return nodes;
        }

        private Node node() {
            int start = token.start();
            int end = token.end();
            String word = next.orElseThrow();
            advance();
            if (word.equals("in") && next.isPresent()) {
                String label = next.get();
                advance();
                return new ToyNode("area", label, new Span(start, end), block("}"));
            }
            Node leaf =
                    new ToyNode(
                            word.matches("\\d+") ? "number" : "name",
                            word,
                            new Span(start, end),
                            List.of());
            if (next.equals(Optional.of("("))) {
                List<Node> children = new ArrayList<>(List.of(leaf));
                advance();
                children.addAll(nodes(")"));
                int last = next.isPresent() ? token.end() : end;
                advance();
                return new ToyNode("call", "", new Span(start, last), children);
            }
            return leaf;
        }

        private List<Node> block(String close) {
            advance();
            List<Node> nodes = nodes(close);
            advance();
            return nodes;
        }
    }
}
