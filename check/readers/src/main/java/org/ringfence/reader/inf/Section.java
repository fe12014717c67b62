package org.ringfence.reader.inf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ringfence.reader.DataNode;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/** A section while a file is read; its {@link #node} is made once roles are known. */
final class Section {
    /**
     * A line.
     *
     * @param key resolved, or empty where the line has none
     */
    record Entry(Optional<Line.Said> key, Line.Said whole, List<Line.Said> values, Span span) {
        String keyText() {
            return key.map(Line.Said::text).orElse("");
        }

        String value(int index) {
            return index < values.size() ? values.get(index).text() : "";
        }

        boolean isRegistry() {
            if (key.isPresent()) {
                return false;
            }
            return switch (Names.lower(value(0))) {
                case "hkr", "hklm", "hkcu", "hkcr", "hku" -> true;
                default -> false;
            };
        }
    }

    final String name;
    final Span header;
    final List<Entry> entries = new ArrayList<>();
    String role = "other";
    final TreeSet<String> reachedFrom = new TreeSet<>();
    String path = "none";
    private Node node;

    private final String text;

    /**
     * @param text the whole source
     */
    Section(String name, Span header, String text) {
        this.text = text;
        this.name = name;
        this.header = header;
    }

    Node node() {
        if (node == null) {
            List<Node> children = new ArrayList<>();
            for (Entry entry : entries) {
                children.add(entry.isRegistry() ? registryValue(entry) : line(entry));
            }
            node = new DataNode("section", name, header, children, this::attribute, growing());
        }
        return node;
    }

    /** A new line stands behind the last one that says something, and behind its comment. */
    private DataNode.Edits growing() {
        return new DataNode.Edits() {
            @Override
            public Optional<Node.Edit> add(String code) {
                int last =
                        entries.isEmpty()
                                ? header.end()
                                : entries.get(entries.size() - 1).span().end();
                int end = last;
                while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
                return Optional.of(new Node.Edit(new Span(end, end), lineBreak + code));
            }
        };
    }

    /** The value of a line can be written anew. */
    private static DataNode.Edits settable(Line.Said value) {
        return new DataNode.Edits() {
            @Override
            public Optional<Node.Edit> set(String attribute, String text) {
                return attribute.equals("value") && value.span().end() > value.span().start()
                        ? Optional.of(new Node.Edit(value.span(), text))
                        : Optional.empty();
            }
        };
    }

    private Value attribute(String attribute) {
        return switch (attribute) {
            case "name" -> new Value.Text(name);
            case "base-name" -> new Value.Text(Names.base(name));
            case "role" -> new Value.Text(role);
            case "directives" ->
                    texts(
                            entries.stream()
                                    .filter(entry -> entry.key().isPresent())
                                    .map(entry -> Names.lower(entry.keyText()))
                                    .toList());
            default -> new Value.Absent();
        };
    }

    private static Value texts(List<String> texts) {
        return new Value.Many(texts.stream().<Value>map(Value.Text::new).toList());
    }

    private static Node value(Line.Said said) {
        Value text = new Value.Text(said.text());
        return new DataNode(
                "value",
                Names.lower(said.text()),
                said.span(),
                List.of(),
                name -> name.equals("text") ? text : new Value.Absent());
    }

    private Node line(Entry entry) {
        return new DataNode(
                "entry",
                Names.lower(entry.keyText()),
                entry.span(),
                entry.values().stream().map(Section::value).toList(),
                name ->
                        switch (name) {
                            case "key" ->
                                    entry.key().isPresent()
                                            ? new Value.Text(entry.keyText())
                                            : new Value.Absent();
                            case "value" -> new Value.Text(entry.whole().text());
                            case "values" ->
                                    texts(entry.values().stream().map(Line.Said::text).toList());
                            case "section" -> new Value.Element(node());
                            default -> new Value.Absent();
                        },
                settable(entry.whole()));
    }

    private Node registryValue(Entry entry) {
        List<Node> parts = new ArrayList<>();
        entry.values().forEach(value -> parts.add(value(value)));
        while (parts.size() < 5) {
            int end = entry.span().end();
            parts.add(value(new Line.Said("", new int[] {end}, new Span(end, end))));
        }
        Map<String, Integer> texts = Map.of("subkey", 1, "name", 2, "value", 4);
        return new DataNode(
                "registry-value",
                "",
                entry.span(),
                parts,
                name ->
                        texts.containsKey(name)
                                ? new Value.Text(entry.value(texts.get(name)))
                                : other(name, entry),
                settable(
                        entry.values().size() > 4
                                ? entry.values().get(4)
                                : new Line.Said("", new int[] {0}, new Span(0, 0))));
    }

    private Value other(String name, Entry entry) {
        return switch (name) {
            case "root" -> new Value.Text(entry.value(0).toUpperCase(java.util.Locale.ROOT));
            case "flags" -> InfSubject.number(entry.value(3).isEmpty() ? "0" : entry.value(3));
            case "section" -> new Value.Element(node());
            case "reached-from" -> texts(List.copyOf(reachedFrom));
            case "path" -> new Value.Text(path);
            default -> new Value.Absent();
        };
    }
}
