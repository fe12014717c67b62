package org.ringfence.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringfence.check.Finding;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.report.Style.Ink;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/** A report for a person at a terminal. Control characters of the checked files never reach it. */
public final class TextReport {
    private static final int EXCERPT_WIDTH = 160;

    private final Style style;
    private final Guide guide;
    private final Set<String> explained = new HashSet<>();

    public TextReport(Style style, Guide guide) {
        this.style = style;
        this.guide = guide;
    }

    /** The whole report, lines ending in LF. */
    public String write(Report report) {
        StringBuilder out = new StringBuilder();
        explained.clear();
        for (Finding finding : report.findings()) {
            finding(finding, out);
        }
        troubles(report, out);
        summary(report, out);
        return out.toString();
    }

    private void finding(Finding finding, StringBuilder out) {
        Source source = finding.source();
        Position start = source.position(finding.span().start());
        String place = source.path() + ":" + start.line() + ":" + start.column();
        out.append(style.apply(Ink.PLACE, clean(place)))
                .append(": ")
                .append(style.apply(ink(finding.severity()), finding.severity().word()))
                .append(": ")
                .append(style.apply(Ink.STRONG, clean(finding.message())))
                .append(style.apply(Ink.QUIET, " [" + finding.rule().id() + "]"))
                .append('\n');
        excerpt(source, finding.span(), ink(finding.severity()), out);
        trace(finding, out);
        for (Finding.Related related : finding.related()) {
            Position at = source.position(related.span().start());
            line(out, "note", clean(related.message()) + " (line " + at.line() + ")");
        }
        if (!finding.build().presence().isEmpty()) {
            line(out, "only where", clean(finding.build().presence()));
        }
        if (!finding.build().configurations().isEmpty()) {
            line(out, "only in", clean(String.join(", ", finding.build().configurations())));
        }
        for (String unknown : finding.unknowns()) {
            line(out, "not known", clean(unknown));
        }
        advice(finding.rule(), out);
        for (Finding.Fix fix : finding.fixes()) {
            line(out, "fix", fix(source, fix));
        }
        out.append('\n');
    }

    /** The way of a value, numbered from its source on. */
    private void trace(Finding finding, StringBuilder out) {
        int number = 1;
        for (Finding.Step step : finding.trace()) {
            Position at = step.source().position(step.span().start());
            boolean elsewhere = !step.source().path().equals(finding.source().path());
            String place = (elsewhere ? step.source().path() + ":" : "line ") + at.line();
            String code = clean(step.source().text(step.span()));
            line(
                    out,
                    number == 1 ? "trace" : "",
                    number + ". " + clean(place) + ": `" + code + "` " + clean(step.what()));
            number++;
        }
    }

    /** Hint and guidance, once a report for each rule: the tenth finding needs no tenth lesson. */
    private void advice(Rule rule, StringBuilder out) {
        if (!rule.wording().hint().isEmpty()) {
            line(out, "do", clean(rule.wording().hint()));
        }
        if (!explained.add(rule.id())) {
            return;
        }
        for (TopicRef topic : rule.classification().topics()) {
            String title = guide.title(topic);
            String summary = guide.summary(topic);
            line(out, "guidance", topic + (title.isEmpty() ? "" : "  " + title));
            if (!summary.isEmpty()) {
                line(out, "", summary);
            }
        }
        if (!guide.address(rule).isEmpty()) {
            line(out, "see", guide.address(rule));
        }
    }

    private void line(StringBuilder out, String label, String text) {
        out.append(
                        style.apply(
                                Ink.QUIET,
                                String.format("%10s%s ", label, label.isEmpty() ? " " : ":")))
                .append(text)
                .append('\n');
    }

    private static String fix(Source source, Finding.Fix fix) {
        String safety = fix.safety() == Rule.Safety.SAFE ? "" : " (look before you take it)";
        return "`"
                + clean(source.text(fix.span()))
                + "` -> `"
                + clean(fix.replacement())
                + "`"
                + safety;
    }

    private void excerpt(Source source, Span span, Ink ink, StringBuilder out) {
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        String text = source.line(start.line());
        int from = Math.min(start.column() - 1, text.length());
        int to =
                end.line() == start.line()
                        ? Math.min(end.column() - 1, text.length())
                        : text.length();
        int cut = from > EXCERPT_WIDTH * 2 / 3 ? from - EXCERPT_WIDTH / 3 : 0;
        int stop = Math.min(text.length(), cut + EXCERPT_WIDTH);
        String number = Integer.toString(start.line());
        String shown = clean(text.substring(cut, stop));
        String before = text.substring(cut, from).replaceAll("[^\t]", " ").replace("\t", "    ");
        int carets = Math.max(1, Math.min(to, stop) - from);
        out.append(style.apply(Ink.QUIET, String.format("%6s | ", number)))
                .append(shown)
                .append('\n');
        out.append(style.apply(Ink.QUIET, "       | "))
                .append(before)
                .append(style.apply(ink, "^" + "~".repeat(carets - 1)))
                .append('\n');
    }

    private void troubles(Report report, StringBuilder out) {
        for (Report.Refusal refusal : report.refused()) {
            trouble(out, "refused", refusal.what() + ": " + refusal.reason());
        }
        for (Input.Skipped skipped : report.skipped()) {
            trouble(out, "skipped", skipped.path() + ": " + skipped.reason());
        }
        for (Report.GivenUp givenUp : report.givenUp()) {
            trouble(
                    out,
                    "incomplete",
                    givenUp.path() + ": " + givenUp.rule() + ": " + givenUp.reason());
        }
    }

    private void trouble(StringBuilder out, String label, String text) {
        out.append(style.apply(Ink.WARNING, label)).append(": ").append(clean(text)).append('\n');
    }

    private void summary(Report report, StringBuilder out) {
        Map<Severity, Long> bySeverity =
                report.findings().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::severity, TreeMap::new, Collectors.counting()));
        List<String> counts = new ArrayList<>();
        bySeverity.forEach(
                (severity, n) -> counts.add(style.apply(ink(severity), n + " " + severity.word())));
        int total = report.findings().size();
        out.append(
                        total == 0
                                ? style.apply(Ink.GOOD, "No findings")
                                : total + (total == 1 ? " finding" : " findings"))
                .append(counts.isEmpty() ? "" : " (" + String.join(", ", counts) + ")")
                .append("; checked ")
                .append(checked(report))
                .append(" with ")
                .append(count(report.rules().size(), "rule"));
        if (!report.skipped().isEmpty()) {
            out.append("; skipped ").append(count(report.skipped().size(), "file"));
        }
        if (!report.gaps().isEmpty()) {
            out.append("; did not understand ")
                    .append(count(report.gaps().size(), "stretch", "stretches"));
        }
        out.append(".\n");
    }

    private static String checked(Report report) {
        return report.checked().isEmpty()
                ? "nothing"
                : report.checked().entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String count(int n, String noun) {
        return count(n, noun, noun + "s");
    }

    private static String count(int n, String noun, String nouns) {
        return n + " " + (n == 1 ? noun : nouns);
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Ink.ALARM;
            case MEDIUM -> Ink.WARNING;
            case LOW -> Ink.STRONG;
        };
    }

    /** A text on one line, with tabs as four blanks and no other control character. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\t') {
                                out.append("    ");
                            } else if (Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT) {
                                out.append(c == '\n' ? " " : c == '\r' ? "" : "?");
                            } else {
                                out.appendCodePoint(c);
                            }
                        });
        return out.toString();
    }
}
