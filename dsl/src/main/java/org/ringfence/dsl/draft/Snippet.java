package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Code as it stands in a test: without markers, indentation in common, and blank lines around. */
record Snippet(List<String> lines) {
    Snippet {
        lines = List.copyOf(lines);
    }

    static Snippet of(String code, String marker) {
        List<String> lines = new ArrayList<>();
        for (String line : code.strip().isEmpty() ? List.<String>of() : code.lines().toList()) {
            int at = line.indexOf(marker);
            lines.add((at < 0 ? line : line.substring(0, at)).stripTrailing());
        }
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        int indent =
                lines.stream()
                        .filter(line -> !line.isEmpty())
                        .mapToInt(line -> line.length() - line.stripLeading().length())
                        .min()
                        .orElse(0);
        return new Snippet(
                lines.stream().map(l -> l.substring(Math.min(indent, l.length()))).toList());
    }

    String text() {
        return String.join("\n", lines);
    }

    /**
     * The same code with a marker behind some lines.
     *
     * @param marked line numbers, 1-based
     */
    Snippet marked(Collection<Integer> marked, String marker) {
        List<String> all = new ArrayList<>(lines);
        for (int line : Set.copyOf(marked)) {
            all.set(line - 1, all.get(line - 1) + " " + marker);
        }
        return new Snippet(all);
    }

    /** As the code of a test. */
    String block(String indent) {
        return lines.stream()
                .map(line -> line.isEmpty() ? "" : indent + "    " + line)
                .collect(Collectors.joining("\n", "```\n", "\n" + indent + "```"));
    }
}
