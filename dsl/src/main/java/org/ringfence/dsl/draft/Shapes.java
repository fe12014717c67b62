package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/** The patterns that pieces of some code make, the likeliest first. */
final class Shapes {
    /** A snippet is short; of a long one the likeliest pieces are tried. */
    private static final int MOST = 40;

    private static final int MOST_IN_PAIRS = 8;

    private final SubjectReader reader;
    private final Source source;
    private final List<Node> nodes = new ArrayList<>();

    Shapes(SubjectReader reader, Snippet code) {
        this.reader = reader;
        this.source = new Source("draft." + reader.vocabulary().subject(), code.text());
        collect(reader.read(source).roots(), nodes);
    }

    private static void collect(List<Node> nodes, List<Node> all) {
        for (Node node : nodes) {
            all.add(node);
            collect(node.children(), all);
        }
    }

    Optional<Shape> shape(Node node, Generality generality) {
        return new Generaliser(reader, source, generality, new HoleNames(reader)).shape(node);
    }

    /** Those that leave something open; what leaves more open goes before what leaves less. */
    List<Shape> single() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Generality.Level level : Generality.Level.values()) {
            if (level != Generality.Level.AS_WRITTEN) {
                of(level).forEach(shape -> shapes.putIfAbsent(shape.pattern(), shape));
            }
        }
        return List.copyOf(shapes.values());
    }

    /** Those that leave nothing open. */
    List<Shape> asWritten() {
        return of(Generality.Level.AS_WRITTEN);
    }

    private List<Shape> of(Generality.Level level) {
        return nodes.stream()
                .flatMap(node -> shape(node, new Generality(level)).stream())
                .sorted(Comparator.comparing(Shape::score).reversed())
                .limit(MOST)
                .toList();
    }

    /** Two pieces, one behind the other, that have something in common. */
    List<Shape> pairs() {
        List<Shape> likely =
                of(Generality.Level.KNOWN_NAMES).stream().limit(MOST_IN_PAIRS).toList();
        List<Shape> pairs = new ArrayList<>();
        for (Shape first : likely) {
            for (Shape second : likely) {
                if (first.node().span().end() <= second.node().span().start()) {
                    pair(first.node(), second.node()).ifPresent(pairs::add);
                }
            }
        }
        return pairs;
    }

    private Optional<Shape> pair(Node first, Node second) {
        HoleNames names = new HoleNames(reader);
        Generality open = new Generality(Generality.Level.KNOWN_NAMES);
        return new Generaliser(reader, source, open, names)
                .shape(first)
                .flatMap(
                        before ->
                                new Generaliser(reader, source, open, names)
                                        .shape(second)
                                        .filter(after -> !after.repeated().isEmpty())
                                        .map(before::then));
    }

    /**
     * What stands here in the holes of a pattern, as clauses that excuse it.
     *
     * @param shape of other code
     */
    List<String> excuses(Shape shape) {
        List<String> clauses = new ArrayList<>();
        for (Node node : nodes) {
            if (isLike(node, shape)) {
                for (int i = 0; i < shape.holes().size(); i++) {
                    if (!shape.holes().get(i).isEmpty()) {
                        String hole = shape.holes().get(i);
                        value(node.children().get(i))
                                .ifPresent(v -> clauses.add("unless " + hole + " matches " + v));
                    }
                }
            }
        }
        return clauses;
    }

    private static boolean isLike(Node node, Shape shape) {
        return node.kind().equals(shape.node().kind())
                && node.label().equals(shape.node().label())
                && node.children().size() == shape.node().children().size()
                && (shape.name().isEmpty() || node.children().get(0).label().equals(shape.name()));
    }

    /** The form of an expression, without names of its own. */
    private Optional<String> value(Node node) {
        return shape(node, new Generality(Generality.Level.FORM))
                .map(shape -> shape.pattern().replaceAll("(?<!\\$)\\$[A-Z]\\w*", "\\$_"));
    }

    /** Names of what is called. */
    Set<String> called() {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.kind().equals("call") && node.children().get(0).children().isEmpty()) {
                names.add(node.children().get(0).label());
            }
        }
        return names;
    }
}
