package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The YAML between two lines of dashes at the start of a page.
 *
 * @param attributes each key with its values; nested keys joined with a dot
 * @param body the page after it
 * @param lines how many lines of the file stand before the body
 * @param faults mistakes, with lines counted from 0 at the start of the file
 */
record FrontMatter(
        Map<String, List<String>> attributes, String body, int lines, List<Yaml.Fault> faults) {

    static FrontMatter of(String page) {
        var firstEnd = lineEnd(page, 0);
        if (!page.substring(0, firstEnd).stripTrailing().equals("---")) {
            return new FrontMatter(Map.of(), page, 0, List.of());
        }
        var lines = 1;
        for (var start = firstEnd; start < page.length(); lines++) {
            var end = lineEnd(page, start);
            var line = page.substring(start, end).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return parsed(page.substring(firstEnd, start), page.substring(end), lines + 1);
            }
            start = end;
        }
        var fault =
                new Yaml.Fault(
                        "the front matter has no end; close it with a line '---'",
                        new Yaml.At(0, 0));
        return new FrontMatter(Map.of(), page, 0, List.of(fault));
    }

    /** Returns what follows the first lines of a page. */
    static String bodyAfter(String page, int lines) {
        var start = 0;
        for (var line = 0; line < lines; line++) {
            start = lineEnd(page, start);
        }
        return page.substring(start);
    }

    private static FrontMatter parsed(String yaml, String body, int lines) {
        var parsed = Yaml.parse(yaml);
        var faults = new ArrayList<Yaml.Fault>();
        for (var fault : parsed.faults()) {
            faults.add(new Yaml.Fault(fault.message(), oneDown(fault.at())));
        }
        var attributes = new LinkedHashMap<String, List<String>>();
        parsed.root()
                .ifPresent(
                        root -> {
                            if (root instanceof Yaml.Entries) {
                                flatten("", root, attributes);
                            } else {
                                faults.add(
                                        new Yaml.Fault(
                                                "front matter must be lines of 'key: value'",
                                                oneDown(root.at())));
                            }
                        });
        return new FrontMatter(attributes, body, lines, List.copyOf(faults));
    }

    private static void flatten(String key, Yaml value, Map<String, List<String>> attributes) {
        if (value instanceof Yaml.Entries entries) {
            entries.values()
                    .forEach(
                            (name, inner) ->
                                    flatten(
                                            key.isEmpty() ? name : key + "." + name,
                                            inner,
                                            attributes));
            return;
        }
        var values = attributes.computeIfAbsent(key, unused -> new ArrayList<>());
        if (value instanceof Yaml.Items items) {
            items.values().forEach(item -> flatten(key, item, attributes));
        } else if (value instanceof Yaml.Scalar scalar && !scalar.value().isEmpty()) {
            values.add(scalar.value());
        }
    }

    private static Yaml.At oneDown(Yaml.At at) {
        return new Yaml.At(at.line() + 1, at.column());
    }

    /** Returns the index after the line feed that ends the line at {@code start}. */
    private static int lineEnd(String text, int start) {
        var feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }
}
