package org.ringfence.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ringfence.check.Finding;
import org.ringfence.site.highlight.Highlighter;
import org.ringfence.site.html.CodeLine;
import org.ringfence.site.html.FindingViews;
import org.ringfence.site.html.Ref;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/** The stretches of a file around what was found there and around the ways of its values. */
final class Excerpts {
    /** How many lines stand before and behind a line that matters. */
    private static final int AROUND = 6;

    private final Highlighter colours;
    private final Function<String, Ref> rules;

    /**
     * @param rules where the page leads to for a rule
     */
    Excerpts(Highlighter colours, Function<String, Ref> rules) {
        this.colours = colours;
        this.rules = rules;
    }

    /**
     * @param findings of one source, at least one
     */
    FindingViews.FileView of(List<Finding> findings) {
        Source source = findings.get(0).source();
        String language = source.path().substring(source.path().lastIndexOf('.') + 1);
        Map<Integer, List<CodeLine.Note>> notes = new TreeMap<>();
        var wanted = new TreeSet<Integer>();
        for (Finding finding : findings) {
            int line = line(source, finding.span());
            notes.computeIfAbsent(line, x -> new ArrayList<>()).add(note(finding));
            wanted.add(line);
            finding.related().forEach(related -> wanted.add(line(source, related.span())));
            finding.trace().stream()
                    .filter(step -> step.source().path().equals(source.path()))
                    .forEach(step -> wanted.add(line(source, step.span())));
        }
        List<CodeLine> lines = CodeLine.of(colours.lines(language, text(source)), notes, List.of());
        return new FindingViews.FileView(language, cut(lines, wanted));
    }

    private static String text(Source source) {
        return source.text().replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int line(Source source, Span span) {
        return source.position(span.start()).line();
    }

    private static List<FindingViews.Excerpt> cut(List<CodeLine> lines, TreeSet<Integer> wanted) {
        List<FindingViews.Excerpt> cut = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (int line : wanted) {
            int first = Math.max(1, line - AROUND);
            if (to > 0 && first > to + 1) {
                cut.add(new FindingViews.Excerpt(from, lines.subList(from - 1, to)));
                to = 0;
            }
            from = to == 0 ? first : from;
            to = Math.min(lines.size(), line + AROUND);
        }
        cut.add(new FindingViews.Excerpt(from, lines.subList(from - 1, to)));
        return cut;
    }

    private CodeLine.Note note(Finding finding) {
        List<String> more = new ArrayList<>();
        for (Finding.Related related : finding.related()) {
            more.add("line " + line(finding.source(), related.span()) + ": " + related.message());
        }
        if (!finding.rule().wording().hint().isEmpty()) {
            more.add("Do: " + finding.rule().wording().hint());
        }
        CodeLine.Note note =
                RuleViews.note(rules.apply(finding.rule().id()), Examples.Mark.of(finding));
        return new CodeLine.Note(note.part(), note.remark().with(more));
    }
}
