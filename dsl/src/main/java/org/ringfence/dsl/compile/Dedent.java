package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the common indentation from the lines of a block, as Java does for its text blocks: a line
 * that holds only the opening fence does not count, and a text ends with a line feed only where the
 * closing fence has a line of its own.
 */
final class Dedent {
    private record Line(int from, int to) {}

    private final String raw;
    private final int start;
    private final int last;
    private final List<Line> lines = new ArrayList<>();
    private final boolean fenceAlone;

    Dedent(String raw, int start, int first, int last) {
        this.raw = raw;
        this.start = start;
        this.last = last;
        split(first);
        fenceAlone = lines.size() > 1 && blank(lines.get(0));
        if (fenceAlone) {
            lines.remove(0);
        }
    }

    private void split(int first) {
        int from = first;
        for (int i = first; i < last; i++) {
            if (raw.charAt(i) == '\n') {
                lines.add(new Line(from, i > from && raw.charAt(i - 1) == '\r' ? i - 1 : i));
                from = i + 1;
            }
        }
        lines.add(new Line(from, last));
    }

    private boolean blank(Line line) {
        return raw.substring(line.from(), line.to()).isBlank();
    }

    Decoded decoded() {
        Decoded out = new Decoded(start + last);
        String indent = indent();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i > 0) {
                out.add('\n', start + lines.get(i - 1).to());
            }
            boolean single = lines.size() == 1;
            if (single || !blank(line)) {
                int skip = raw.startsWith(indent, line.from()) ? indent.length() : 0;
                for (int at = line.from() + skip; at < line.to(); at++) {
                    out.add(raw.charAt(at), start + at);
                }
            }
        }
        return out;
    }

    private String indent() {
        return lines.stream()
                .skip(fenceAlone ? 0 : 1)
                .filter(line -> !blank(line))
                .map(this::indentOf)
                .reduce(Dedent::common)
                .orElse("");
    }

    private String indentOf(Line line) {
        int to = line.from();
        while (raw.charAt(to) == ' ' || raw.charAt(to) == '\t') {
            to++;
        }
        return raw.substring(line.from(), to);
    }

    private static String common(String a, String b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return a.substring(0, same);
    }
}
