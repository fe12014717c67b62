package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.SubjectReader;

/** Makes a pattern of one piece of code by putting holes where names and values stand. */
final class Generaliser {
    /** What may be a hole as a whole: an expression. Other kinds give a pattern its form. */
    private static final Set<String> EXPRESSIONS =
            Set.of(
                    "name",
                    "number",
                    "string",
                    "char",
                    "binary",
                    "assign",
                    "unary",
                    "postfix",
                    "member",
                    "index",
                    "cast",
                    "call",
                    "conditional",
                    "sizeof",
                    "list");

    /** A pattern is to be read, so a piece has at most so many characters. */
    private static final int LONGEST = 400;

    private static final Set<String> LITERALS = Set.of("number", "string", "char");
    private static final Set<String> NAMED_LITERALS = Set.of("NULL", "nullptr", "TRUE", "FALSE");

    private final SubjectReader reader;
    private final Source source;
    private final Generality generality;
    private final HoleNames names;
    private final StringBuilder pattern = new StringBuilder();
    private final List<Span> kept = new ArrayList<>();
    private final List<Span> repeated = new ArrayList<>();
    private List<String> holes = List.of();
    private int knownNames;
    private int fields;
    private boolean sound = true;

    /**
     * @param names of the holes; two patterns that share them want the same in the same holes
     */
    Generaliser(SubjectReader reader, Source source, Generality generality, HoleNames names) {
        this.reader = reader;
        this.source = source;
        this.generality = generality;
        this.names = names;
    }

    /** The pattern, or nothing where the piece is too small, or cannot be read as one. */
    Optional<Shape> shape(Node node) {
        boolean piece =
                EXPRESSIONS.contains(node.kind())
                        || !reader.vocabulary().kinds().containsKey("call");
        boolean fits = node.span().end() - node.span().start() <= LONGEST;
        if (node.children().isEmpty() || !piece || !fits) {
            return Optional.empty();
        }
        inside(node);
        String text = onOneLine(pattern.toString());
        boolean same =
                reader.patterns().parse(text) instanceof Parsed.Understood understood
                        && understood.pattern() instanceof Pattern.Exact exact
                        && exact.kind().equals(node.kind());
        String head = head(node).map(Node::label).orElse("");
        boolean says =
                generality.level() != Generality.Level.KNOWN_NAMES
                        || !head.isEmpty()
                        || knownNames + fields + kept.size() > 0;
        if (!same || !sound || !says || text.contains("`")) {
            return Optional.empty();
        }
        return Optional.of(
                new Shape(
                        node,
                        generality,
                        "`" + text + "`",
                        head,
                        kept,
                        holes,
                        repeated,
                        score(node, head)));
    }

    private static String onOneLine(String text) {
        return text.replaceAll("(?<=\\()\\s*\\R\\s*", "")
                .replaceAll("\\s*\\\\?\\R\\s*", " ")
                .strip();
    }

    private double score(Node node, String head) {
        double score = 2.0 * Math.min(3, knownNames) + Math.min(2, fields);
        if (!head.isEmpty()) {
            score += known(head) ? 8 : 4;
        } else if (node.kind().equals("call")) {
            score += 2;
        }
        boolean nested = node.children().stream().anyMatch(c -> c.kind().equals(node.kind()));
        return score + (nested ? 1 : 0) - size(node) / 50.0;
    }

    private static int size(Node node) {
        return 1 + node.children().stream().mapToInt(Generaliser::size).sum();
    }

    /** What a call calls, if that is a plain name. */
    private static Optional<Node> head(Node node) {
        return node.kind().equals("call")
                ? node.children().stream().findFirst().filter(n -> n.children().isEmpty())
                : Optional.empty();
    }

    private boolean known(String name) {
        return reader.vocabulary().constants().containsKey(name)
                || reader.knownNames().contains(name);
    }

    // --- writing

    private void inside(Node node) {
        if (generality.level() == Generality.Level.AS_WRITTEN || node.children().isEmpty()) {
            keepAll(node);
            return;
        }
        List<String> parameters = node.kind().equals("call") ? names.parameters(node) : List.of();
        List<String> found = new ArrayList<>();
        int at = node.span().start();
        for (int i = 0; i < node.children().size(); i++) {
            Node child = node.children().get(i);
            if (child.span().start() < at || child.span().end() > node.span().end()) {
                sound = false; // what an expanded macro is made of stands elsewhere
                return;
            }
            plain(at, child.span().start());
            boolean argument = i > 0 && i <= parameters.size();
            int before = pattern.length();
            child(node, i, argument ? parameters.get(i - 1) : "");
            String written = pattern.substring(before);
            found.add(written.matches("\\$[A-Z]\\w*") ? written : "");
            at = child.span().end();
        }
        plain(at, node.span().end());
        holes = found; // what is inside was written before
    }

    private void keepAll(Node node) {
        plain(node.span().start(), node.span().end());
        leaves(node, kept);
        head(node).ifPresent(head -> kept.remove(head.span()));
    }

    private static void leaves(Node node, List<Span> spans) {
        if (node.children().isEmpty() && node.span().end() > node.span().start()) {
            spans.add(node.span());
        }
        node.children().forEach(child -> leaves(child, spans));
    }

    private void child(Node parent, int index, String wish) {
        Node child = parent.children().get(index);
        boolean callee = index == 0 && parent.kind().equals("call");
        boolean field = index == 1 && parent.kind().equals("member");
        if (field || callee && child.children().isEmpty()) {
            fields += field ? 1 : 0;
            plain(child.span().start(), child.span().end());
        } else if (callee
                || !EXPRESSIONS.contains(child.kind())
                || isAssignedField(parent, index)) {
            inside(child);
        } else if (!keeps(child)) {
            hole(child, wish);
        } else if (child.children().isEmpty()) {
            knownNames += known(child.label()) ? 1 : 0;
            keepAll(child);
        } else {
            inside(child);
        }
    }

    /** What is assigned to a field is told by the field. */
    private static boolean isAssignedField(Node parent, int index) {
        return index == 0
                && parent.kind().equals("assign")
                && parent.children().get(0).kind().equals("member");
    }

    /** Whether something in an expression must stay. */
    private boolean keeps(Node node) {
        if (!node.children().isEmpty()) {
            return generality.level() == Generality.Level.FORM
                    || node.children().stream().anyMatch(this::keeps);
        }
        return isLiteral(node) ? generality.keepsLiteral(node.span()) : known(node.label());
    }

    private static boolean isLiteral(Node node) {
        return LITERALS.contains(node.kind()) || NAMED_LITERALS.contains(node.label());
    }

    private void hole(Node node, String wish) {
        String text = source.text(node.span());
        if (isLiteral(node)) {
            pattern.append('$').append(names.literal(wish).orElse("_"));
            return;
        }
        if (names.has(text)) {
            repeated.add(node.span());
        }
        pattern.append('$').append(names.name(text, wish.isEmpty() ? firstName(node) : wish));
    }

    private static String firstName(Node node) {
        if (node.children().isEmpty()) {
            return node.kind().equals("name") ? node.label() : "";
        } else if (node.kind().equals("member")) {
            return node.children().get(1).label();
        }
        return node.children().stream()
                .map(Generaliser::firstName)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void plain(int from, int to) {
        pattern.append(source.text(new Span(from, to)).replace("$", "$$"));
    }
}
