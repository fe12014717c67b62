package org.ringfence.site;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.site.html.CodeLine;

/** The lines that a change takes away and puts in, with those around them. */
final class Diff {
    /** More lines than this are shown without comparing them. */
    private static final int MAX_LINES = 400;

    private Diff() {}

    /** Returns the lines of both texts in one sequence; lines removed stand before those added. */
    static List<CodeLine> of(List<CodeLine> before, List<CodeLine> after) {
        if (before.size() > MAX_LINES || after.size() > MAX_LINES) {
            return after;
        }
        int[][] common = common(before, after);
        List<CodeLine> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
                lines.add(looking(after.get(j), CodeLine.Look.PLAIN));
                i++;
                j++;
            } else if (j == after.size()
                    || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(looking(before.get(i++), CodeLine.Look.REMOVED));
            } else {
                lines.add(looking(after.get(j++), CodeLine.Look.ADDED));
            }
        }
        return List.copyOf(lines);
    }

    /** Returns how many lines the rests behind each pair of places have in common. */
    private static int[][] common(List<CodeLine> before, List<CodeLine> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        same(before.get(i), after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean same(CodeLine one, CodeLine other) {
        return one.text().stripTrailing().equals(other.text().stripTrailing());
    }

    private static CodeLine looking(CodeLine line, CodeLine.Look look) {
        return new CodeLine(line.runs(), look, List.of());
    }
}
