package org.ringfence.reader.inf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringfence.reader.sddl.SddlReader;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;

/** An INF. */
final class InfSubject implements Subject {
    private final Vocabulary vocabulary;
    private final Source source;
    private final InfFile file;
    private final List<Node> roots;
    private final Set<String> words = new HashSet<>();

    InfSubject(Vocabulary vocabulary, Source source) {
        this.vocabulary = vocabulary;
        this.source = source;
        this.file = new InfFile(source.text());
        Roles.assign(file.sections);
        this.roots = file.sections.stream().map(Section::node).toList();
        roots.forEach(this::gather);
    }

    private void gather(Node node) {
        words.add(Names.lower(node.label()));
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
            case "sections" -> roots;
            case "entries" -> lines("entry");
            case "registry-values" -> lines("registry-value");
            case "install-sections" -> withRole("install");
            case "version" -> withRole("version").stream().limit(1).toList();
            default -> throw new IllegalArgumentException("inf has no collection " + name);
        };
    }

    private List<Node> lines(String kind) {
        return roots.stream()
                .flatMap(section -> section.children().stream())
                .filter(line -> line.kind().equals(kind))
                .toList();
    }

    private List<Node> withRole(String role) {
        return file.sections.stream()
                .filter(section -> section.role.equals(role))
                .map(Section::node)
                .toList();
    }

    @Override
    public Value evaluate(String function, List<Value> arguments) {
        if (!vocabulary.functions().containsKey(function)) {
            throw new IllegalArgumentException("inf has no function " + function);
        }
        Value first = arguments.get(0);
        if (function.equals("section") && first instanceof Value.Text name) {
            return file.sections.stream()
                    .filter(section -> section.name.equalsIgnoreCase(name.text()))
                    .findFirst()
                    .<Value>map(section -> new Value.Element(section.node()))
                    .orElse(new Value.Absent());
        }
        if (!(first instanceof Value.Element element)) {
            return first instanceof Value.Unknown || first instanceof Value.Absent
                    ? first
                    : new Value.Unknown("it is not a part of the file");
        }
        Node node = element.node();
        return switch (function) {
            case "written" -> new Value.Text(source.text(node.span()));
            case "text" -> text(node);
            case "number" ->
                    text(node) instanceof Value.Text text ? number(text.text()) : text(node);
            default -> keyed(function, node, arguments.get(1));
        };
    }

    private static Value text(Node node) {
        return node.attribute(node.kind().equals("value") ? "text" : "value");
    }

    private Value keyed(String function, Node node, Value second) {
        if (!node.kind().equals("section") || !(second instanceof Value.Text key)) {
            return new Value.Unknown("it asks for a section and the name of a key");
        }
        String wanted = Names.lower(key.text());
        if (function.equals("value-of")) {
            return find(node.label(), wanted, false)
                    .<Value>map(entry -> new Value.Text(entry.whole().text()))
                    .orElse(new Value.Absent());
        }
        return new Value.Truth(find(node.label(), wanted, true).isPresent());
    }

    private Optional<Section.Entry> find(String section, String key, boolean decorated) {
        return file.sections.stream()
                .filter(candidate -> candidate.name.equalsIgnoreCase(section))
                .flatMap(candidate -> candidate.entries.stream())
                .filter(
                        entry -> {
                            String found = Names.lower(entry.keyText());
                            return found.equals(key) || decorated && found.startsWith(key + ".");
                        })
                .findFirst();
    }

    /** A decimal number, or a hexadecimal one after 0x. */
    static Value number(String written) {
        try {
            return new Value.Int(
                    written.regionMatches(true, 0, "0x", 0, 2)
                            ? Long.parseLong(written.substring(2), 16)
                            : Long.parseLong(written));
        } catch (NumberFormatException notANumber) {
            return new Value.Unknown("`" + written + "` is not a number");
        }
    }

    @Override
    public List<Gap> gaps() {
        return List.copyOf(file.gaps);
    }

    /** Values that are security descriptors, and what a value named Security says. */
    @Override
    public List<Subject> embedded() {
        List<Subject> found = new ArrayList<>();
        for (Section section : file.sections) {
            if (section.role.equals("strings")) {
                continue;
            }
            for (Section.Entry entry : section.entries) {
                if (entry.keyText().equalsIgnoreCase("Security")) {
                    embed(entry.whole(), true, found);
                } else {
                    boolean security =
                            entry.isRegistry() && entry.value(2).equalsIgnoreCase("Security");
                    for (int i = 0; i < entry.values().size(); i++) {
                        embed(entry.values().get(i), security && i == 4, found);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void embed(Line.Said said, boolean surely, List<Subject> into) {
        boolean binary = !said.text().contains(":");
        if (SddlReader.looksLike(said.text()) || surely && !said.text().isBlank() && !binary) {
            into.add(SddlReader.embedded(source, said.text(), said.offsets()));
        }
    }
}
