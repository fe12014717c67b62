package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;

/** A parsed file. */
final class Tree {
    private static final Set<String> GATHERED =
            Set.of("call", "string", "define", "function", "enum", "include", "pragma");
    private static final Comparator<CNode> IN_ORDER =
            Comparator.comparingInt(CNode::start)
                    .thenComparing(Comparator.comparingInt(CNode::end).reversed());

    private final List<Node> roots;
    private final List<Gap> gaps;
    private final List<Node> annotations;
    private final Map<String, List<Node>> byKind = new HashMap<>();
    private final Presence presence;

    private Tree(List<CNode> roots, List<CNode> annotations, List<Gap> gaps, Presence presence) {
        this.presence = presence;
        this.roots = List.copyOf(roots);
        this.annotations = List.copyOf(annotations);
        this.gaps = List.copyOf(gaps);
        GATHERED.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        for (CNode root : roots) {
            gather(root);
        }
        Comparator<Node> bySpan = Comparator.comparing(node -> (CNode) node, IN_ORDER);
        byKind.values().forEach(nodes -> nodes.sort(bySpan));
    }

    static Tree parse(Tokens tokens, Dialect dialect, Configuration configuration) {
        List<Gap> gaps = new ArrayList<>(tokens.gaps);
        Conditionals conditionals = new Conditionals(tokens, configuration, gaps);
        StreamBuilder builder = new StreamBuilder(tokens, conditionals, gaps);
        List<CNode> roots = new ArrayList<>();
        Stream main = builder.build(0, tokens.size());
        new Parser(main, dialect, gaps).externals.all(roots);
        for (int i = 0; i < builder.fragments.size(); i++) {
            roots.add(fragment(builder, builder.fragments.get(i), tokens, dialect));
        }
        TreeMap<Integer, Integer> dead = new TreeMap<>();
        builder.dead.forEach(span -> dead.merge(span.start(), span.end(), Math::max));
        Definitions definitions = new Definitions(tokens, dialect);
        for (Tokens.Directive directive : tokens.directives) {
            if (isWithin(directive.start(), dead)) {
                continue;
            }
            if (directive.name().equals("define")) {
                roots.add(definitions.read(directive, gaps));
            } else if (directive.name().equals("include")) {
                roots.add(include(directive));
            } else if (directive.name().equals("pragma")) {
                roots.add(pragma(directive));
            }
        }
        roots.sort(IN_ORDER);
        Map<Integer, CNode> annotations = new HashMap<>();
        builder.annotations.forEach(a -> annotations.putIfAbsent(a.start(), a));
        List<CNode> ordered = new ArrayList<>(annotations.values());
        ordered.sort(IN_ORDER);
        Presence presence = new Presence(tokens, conditionals);
        presence.groups().removeIf(group -> isWithin(group.span().start(), dead));
        return new Tree(roots, ordered, live(gaps, dead), presence);
    }

    /** An arm that could not stay in its place; what it lacks to be code is no gap. */
    private static CNode fragment(
            StreamBuilder builder,
            StreamBuilder.Fragment fragment,
            Tokens tokens,
            Dialect dialect) {
        List<CNode> inner = new ArrayList<>();
        Stream stream = builder.build(fragment.from(), fragment.to());
        new Parser(stream, dialect, new ArrayList<>()).statements.all(inner);
        return new CNode(
                "arm",
                fragment.condition(),
                tokens.start(fragment.from()),
                tokens.end(fragment.to() - 1),
                inner);
    }

    private static CNode include(Tokens.Directive directive) {
        String file = directive.argument();
        if (file.length() > 1 && "\"<".indexOf(file.charAt(0)) >= 0) {
            int end = file.indexOf(file.charAt(0) == '<' ? '>' : '"', 1);
            file = file.substring(1, end < 0 ? file.length() : end);
        }
        return new CNode("include", file.strip(), directive.start(), directive.end(), List.of());
    }

    private static CNode pragma(Tokens.Directive directive) {
        String label = directive.argument().replaceAll("\\s+", " ");
        return new CNode("pragma", label, directive.start(), directive.end(), List.of());
    }

    private static boolean isWithin(int offset, TreeMap<Integer, Integer> stretches) {
        Map.Entry<Integer, Integer> before = stretches.floorEntry(offset);
        return before != null && offset < before.getValue();
    }

    private static List<Gap> live(List<Gap> gaps, TreeMap<Integer, Integer> dead) {
        Set<Gap> distinct = new LinkedHashSet<>(gaps);
        return distinct.stream()
                .filter(gap -> !isWithin(gap.span().start(), dead))
                .sorted(
                        Comparator.comparingInt((Gap gap) -> gap.span().start())
                                .thenComparingInt(gap -> gap.span().end())
                                .thenComparing(Gap::reason))
                .toList();
    }

    private void gather(Node node) {
        List<Node> list = byKind.get(node.kind());
        if (list != null) {
            list.add(node);
        }
        for (Node child : node.children()) {
            gather(child);
        }
    }

    List<Node> roots() {
        return roots;
    }

    List<Gap> gaps() {
        return gaps;
    }

    Presence presence() {
        return presence;
    }

    List<Node> annotations() {
        return annotations;
    }

    /** The function around an offset. */
    Optional<CNode> function(int offset) {
        List<Node> functions = all("function");
        int low = 0;
        int high = functions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            CNode function = (CNode) functions.get(middle);
            if (offset < function.start()) {
                high = middle - 1;
            } else if (offset >= function.end()) {
                low = middle + 1;
            } else {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    /** Lines that change how structures are packed, in source order. */
    List<CNode> packing() {
        List<CNode> found = new ArrayList<>();
        for (Node pragma : all("pragma")) {
            if (pragma.label().startsWith("pack")) {
                found.add((CNode) pragma);
            }
        }
        for (Node include : all("include")) {
            String file = include.label().toLowerCase(Locale.ROOT);
            if (file.startsWith("pshpack") || file.startsWith("poppack")) {
                found.add((CNode) include);
            }
        }
        found.sort(IN_ORDER);
        return found;
    }

    /** In source order. */
    List<Node> all(String kind) {
        return byKind.get(kind);
    }
}
