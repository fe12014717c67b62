package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;

/** Descriptors of a source, be it a file of them or a literal in other code. */
final class SddlSubject implements Subject {
    private final Vocabulary vocabulary;
    private final Rights rights;
    private final Source source;
    private final List<Node> roots;
    private final List<Node> problems;
    private final List<Node> aces = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    SddlSubject(
            Vocabulary vocabulary,
            Rights rights,
            Source source,
            List<Node> roots,
            List<Node> problems) {
        this.vocabulary = vocabulary;
        this.rights = rights;
        this.source = source;
        this.roots = List.copyOf(roots);
        this.problems =
                problems.stream()
                        .sorted(java.util.Comparator.comparingInt(p -> p.span().start()))
                        .toList();
        this.roots.forEach(this::gather);
    }

    private void gather(Node node) {
        if (node.kind().equals("ace")) {
            aces.add(node);
        }
        words.add(node.label());
        node.children().forEach(this::gather);
    }

    @Override
    public String kind() {
        return vocabulary.subject();
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Set<String> words() {
        return Set.copyOf(words);
    }

    @Override
    public List<Node> roots() {
        return roots;
    }

    @Override
    public List<Node> collection(String name) {
        return switch (name) {
            case "descriptors" -> roots;
            case "aces" -> List.copyOf(aces);
            case "allow-aces" ->
                    aces.stream()
                            .filter(ace -> ace.attribute("allows").equals(new Value.Truth(true)))
                            .toList();
            case "labels" ->
                    aces.stream()
                            .filter(ace -> ace.attribute("type").equals(new Value.Text("ML")))
                            .toList();
            case "dacls" ->
                    roots.stream()
                            .flatMap(descriptor -> descriptor.children().stream())
                            .filter(part -> part.kind().equals("dacl"))
                            .toList();
            case "problems" -> problems;
            default -> throw new IllegalArgumentException("sddl has no collection " + name);
        };
    }

    @Override
    public Value evaluate(String function, List<Value> arguments) {
        if (!vocabulary.functions().containsKey(function)) {
            throw new IllegalArgumentException("sddl has no function " + function);
        }
        Value first = arguments.get(0);
        if (!(first instanceof Value.Element element)) {
            return first instanceof Value.Unknown || first instanceof Value.Absent
                    ? first
                    : new Value.Unknown("it is not a part of a descriptor");
        }
        Node node = element.node();
        if (function.equals("written")) {
            return new Value.Text(source.text(node.span()));
        }
        boolean ofRights = function.equals("rights") || function.equals("describe-rights");
        String part = ofRights ? "rights" : "sid";
        if (node.kind().equals("ace")) {
            return node.attribute(
                    switch (function) {
                        case "rights" -> "mask";
                        case "describe-rights" -> "rights";
                        default -> function;
                    });
        }
        if (!node.kind().equals(part)) {
            return new Value.Unknown("it is no " + part + " of an entry");
        }
        return switch (function) {
            case "rights" -> Entries.mask(rights, node.label());
            case "describe-rights" -> Entries.words(rights, node.label());
            case "sid" -> new Value.Text(Trustees.sid(node.label()));
            default -> new Value.Text(Trustees.words(node.label()));
        };
    }

    /** None: what is wrong in a descriptor is a problem that rules can see. */
    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
