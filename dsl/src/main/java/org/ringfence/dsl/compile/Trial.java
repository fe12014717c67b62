package org.ringfence.dsl.compile;

import java.util.List;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/**
 * Lets a pattern look for itself in files that its reader makes of it. The same capture stands for
 * the same text there, so it need not be compared.
 */
final class Trial {
    private Trial() {}

    /** Whether the pattern is found in a sample; true where there are none. */
    static boolean canMatch(SubjectReader reader, Pattern pattern, String literal) {
        List<Source> samples = reader.patterns().samples(literal);
        return samples.isEmpty()
                || samples.stream().anyMatch(s -> isBelow(pattern, reader.read(s).roots()));
    }

    private static boolean isBelow(Pattern pattern, List<Node> nodes) {
        return nodes.stream()
                .anyMatch(node -> matches(pattern, node) || isBelow(pattern, node.children()));
    }

    private static boolean matches(Pattern pattern, Node node) {
        return !(pattern instanceof Pattern.Exact exact)
                || exact.kind().equals(node.kind())
                        && exact.label().equals(node.label())
                        && match(exact.children(), node.children());
    }

    private static boolean match(List<Pattern> patterns, List<Node> nodes) {
        if (patterns.isEmpty()) {
            return nodes.isEmpty();
        }
        List<Pattern> others = patterns.subList(1, patterns.size());
        if (patterns.get(0) instanceof Pattern.Rest) {
            return match(others, nodes)
                    || !nodes.isEmpty() && match(patterns, nodes.subList(1, nodes.size()));
        }
        return !nodes.isEmpty()
                && matches(patterns.get(0), nodes.get(0))
                && match(others, nodes.subList(1, nodes.size()));
    }
}
