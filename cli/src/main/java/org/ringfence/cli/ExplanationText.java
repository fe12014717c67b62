package org.ringfence.cli;

import java.util.List;
import java.util.Map;
import org.ringfence.check.Explanation;
import org.ringfence.report.Style;
import org.ringfence.report.Style.Ink;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/** An explanation as a person reads it. */
final class ExplanationText {
    private static final int WIDTH = 60;

    private final Style style;
    private final StringBuilder out = new StringBuilder();

    ExplanationText(Style style) {
        this.style = style;
    }

    /**
     * @param head the line and the rule
     */
    String write(String head, Explanation explanation) {
        out.append(style.apply(Ink.STRONG, head)).append('\n');
        for (Explanation.Place place : explanation.places()) {
            place(place);
        }
        if (explanation.places().isEmpty()) {
            out.append("  the rule looks at nothing on this line\n");
        }
        explanation.nearMisses().forEach(this::nearMiss);
        explanation.notes().forEach(note -> out.append("  ").append(note).append('\n'));
        return out.toString();
    }

    private void place(Explanation.Place place) {
        out.append('\n').append(at(place.source(), place.span())).append('\n');
        for (Map.Entry<String, String> capture : place.captures().entrySet()) {
            quiet("    " + capture.getKey() + " = " + shortened(capture.getValue()));
        }
        for (Explanation.Clause clause : place.clauses()) {
            clause(clause);
        }
        List<Explanation.Clause> killers = place.killers();
        if (killers.isEmpty()) {
            out.append(style.apply(Ink.ALARM, "  found")).append('\n');
        } else {
            out.append(style.apply(Ink.GOOD, "  not found")).append(": ");
            out.append(killers.size() == 1 ? "it would be without" : "it would be without all of");
            for (Explanation.Clause killer : killers) {
                out.append("\n      `").append(killer.text()).append('`');
                List<Explanation.Part> open = open(killer);
                if (killer.parts().size() > 1 && open.size() == 1) {
                    out.append("\n      or if only `")
                            .append(open.get(0).text())
                            .append("` were otherwise");
                }
            }
            out.append('\n');
        }
    }

    /** The parts of a `where` that are not proven. */
    private static List<Explanation.Part> open(Explanation.Clause clause) {
        return clause.parts().stream().filter(part -> !part.truth().equals("true")).toList();
    }

    private void clause(Explanation.Clause clause) {
        Ink ink = clause.kills() ? Ink.GOOD : Ink.STRONG;
        out.append("  ")
                .append(style.apply(ink, String.format("%-8s", clause.truth())))
                .append(clause.text())
                .append(style.apply(Ink.QUIET, "   " + clause.origin()))
                .append('\n');
        for (Explanation.Part part : clause.parts()) {
            if (clause.parts().size() > 1) {
                out.append("            ")
                        .append(String.format("%-8s", part.truth()))
                        .append(part.text())
                        .append('\n');
            }
            part.values()
                    .forEach(
                            (name, value) ->
                                    quiet("              " + name + " = " + shortened(value)));
        }
        clause.unknowns().forEach(unknown -> quiet("              unknown: " + unknown));
    }

    private void nearMiss(Explanation.NearMiss miss) {
        out.append("  closest: ")
                .append(at(miss.source(), miss.span()))
                .append("\n    does not match `")
                .append(shortened(miss.pattern()))
                .append("`:\n    expected ")
                .append(miss.expected())
                .append(", found `")
                .append(shortened(miss.source().text(miss.at())))
                .append("`\n");
    }

    private void quiet(String line) {
        out.append(style.apply(Ink.QUIET, line)).append('\n');
    }

    private String at(Source source, Span span) {
        Position at = source.position(span.start());
        String place = source.path() + ":" + at.line() + ":" + at.column();
        return style.apply(Ink.PLACE, place) + ": `" + shortened(source.text(span)) + "`";
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "\u2026";
    }
}
