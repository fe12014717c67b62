package org.ringfence.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.PatternParser.Problem;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Attribute;
import org.ringfence.subject.Vocabulary.Function;
import org.ringfence.subject.Vocabulary.Kind;
import org.ringfence.subject.Vocabulary.Type;

/** A subject for tests whose code is calls, names and numbers: {@code open(door, 3)}. */
public final class ToyReader implements SubjectReader {
    private static final java.util.regex.Pattern TOKEN =
            java.util.regex.Pattern.compile("\\$\\.\\.\\.\\w*|\\$?\\w+|[(),]|\\S");

    private final String subject;
    private final Map<String, String> implicits;

    public ToyReader() {
        this("toy");
    }

    ToyReader(String subject) {
        this(subject, Map.of("macro", "define"));
    }

    ToyReader(String subject, Map<String, String> implicits) {
        this.subject = subject;
        this.implicits = implicits;
    }

    @Override
    public Vocabulary vocabulary() {
        Attribute name = new Attribute(Type.TEXT, "", false);
        return new Vocabulary(
                subject,
                Map.of(
                        "call",
                        new Kind(
                                "",
                                Map.of(
                                        "name",
                                        new Attribute(Type.TEXT, "", true),
                                        "count",
                                        new Attribute(Type.NUMBER, "", false)),
                                true),
                        "name",
                        new Kind("", Map.of(), false),
                        "define",
                        new Kind(
                                "",
                                Map.of(
                                        "name", name,
                                        "empty", new Attribute(Type.TRUTH, "", false),
                                        "values", new Attribute(Type.LIST, "", false)),
                                false)),
                Map.of("calls", "call", "macros", "define", "version", "define"),
                Map.of(
                        "const", new Function(List.of(Type.ELEMENT), Type.NUMBER, ""),
                        "text", new Function(List.of(Type.ELEMENT), Type.TEXT, ""),
                        "kernel", new Function(List.of(), Type.TRUTH, ""),
                        "value-of", new Function(List.of(Type.ELEMENT, Type.TEXT), Type.TEXT, "")),
                Map.of("READ", 1L, "WRITE", 2L, "SECURE_OPEN", 0x100L),
                implicits,
                Set.of());
    }

    @Override
    public Set<String> knownNames() {
        return Set.of("openDoor", "LockDoor", "BoltDoor", "IRP_LOCK");
    }

    @Override
    public String testMarker() {
        return "//!!";
    }

    @Override
    public java.util.Optional<String> signature(String name) {
        return java.util.Optional.of("void openDoor(int key)").filter(s -> name.equals("openDoor"));
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".toy");
    }

    @Override
    public Subject read(Source source) {
        return new ToySubject(subject, source, patterns());
    }

    @Override
    public PatternParser patterns() {
        return new PatternParser() {
            @Override
            public Parsed parse(String literal) {
                if (literal.contains("crash")) {
                    throw new NullPointerException("a fault of the reader");
                }
                return new Parser(literal).parsed();
            }

            /** Calls of {@code never} are read as nothing. */
            @Override
            public List<Source> samples(String literal) {
                return literal.startsWith("never(")
                        ? List.of(new Source("sample.toy", "nothing()"))
                        : List.of();
            }
        };
    }

    private static final class Parser {
        private final Matcher token;
        private final List<Problem> problems = new ArrayList<>();
        private boolean more;

        Parser(String literal) {
            token = TOKEN.matcher(literal);
            advance();
        }

        private void advance() {
            more = token.find();
        }

        Parsed parsed() {
            if (!more) {
                return new Parsed.Broken(List.of(new Problem(0, 0, "a call is missing")));
            }
            Pattern pattern = node();
            if (more) {
                problems.add(
                        new Problem(token.start(), token.group().length(), "this is too much"));
            }
            return problems.isEmpty()
                    ? new Parsed.Understood(pattern, "a call", cautions(pattern))
                    : new Parsed.Broken(problems);
        }

        private static List<Problem> cautions(Pattern pattern) {
            boolean statement =
                    pattern instanceof Pattern.Exact exact
                            && exact.children()
                                    .contains(new Pattern.Exact("name", "stop", List.of()));
            return statement
                    ? List.of(new Problem(0, 4, "read as a stop, not as a call"))
                    : List.of();
        }

        private Pattern node() {
            String word = token.group();
            if (!word.matches("[$\\w.]+")) {
                problems.add(new Problem(token.start(), 1, "`" + word + "` means nothing in toy"));
            }
            advance();
            Pattern leaf = leaf(word);
            if (!more || !token.group().equals("(")) {
                return leaf;
            }
            List<Pattern> children = new ArrayList<>(List.of(leaf));
            advance();
            while (more && !token.group().equals(")")) {
                if (token.group().equals(",")) {
                    advance();
                } else {
                    children.add(node());
                }
            }
            advance();
            return new Pattern.Exact("call", "", children);
        }

        private static Pattern leaf(String word) {
            if (word.startsWith("$...")) {
                return new Pattern.Rest(word.substring(4));
            } else if (word.equals("$_")) {
                return new Pattern.Any();
            } else if (word.startsWith("$")) {
                return new Pattern.Capture(word.substring(1));
            }
            return new Pattern.Exact(word.matches("\\d+") ? "number" : "name", word, List.of());
        }
    }
}
