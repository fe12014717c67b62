package org.ringfence.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** A file whose lines are calls, read by the parser of {@link ToyReader}'s patterns. */
record ToySubject(String kind, Source source, PatternParser parser) implements Subject {
    private record ToyNode(String kind, String label, Span span, List<Node> children)
            implements Node {}

    @Override
    public Set<String> words() {
        return java.util.regex.Pattern.compile("\\w+")
                .matcher(source.text())
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        int start = 0;
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line);
            Span span = new Span(start, start + text.length());
            if (parser.parse(text) instanceof PatternParser.Parsed.Understood understood) {
                roots.add(node(understood.pattern(), span));
            }
            start += text.length() + 1;
        }
        return roots;
    }

    private static Node node(Pattern pattern, Span span) {
        Pattern.Exact exact = (Pattern.Exact) pattern;
        return new ToyNode(
                exact.kind(),
                exact.label(),
                span,
                exact.children().stream().map(child -> node(child, span)).toList());
    }

    @Override
    public List<Node> collection(String name) {
        return List.of();
    }

    @Override
    public Value evaluate(String function, List<Value> arguments) {
        return new Value.Unknown("not in toy");
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
