package org.ringfence.site;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ringfence.check.Finding;
import org.ringfence.check.Report;
import org.ringfence.rule.Severity;
import org.ringfence.rule.TopicRef;
import org.ringfence.site.html.FindingViews;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Inline;
import org.ringfence.site.html.Ref;

/** What a check found: one page over all, and one for each file with what stands around. */
final class FindingPages {
    private static final int LONGEST_CHART = 10;

    private final Parts parts;
    private final Found found;
    private final Html html;
    private final Map<String, List<Finding>> byFile = new LinkedHashMap<>();
    private final Map<String, String> pages = new LinkedHashMap<>();

    FindingPages(Parts parts, Found found, Html html) {
        this.parts = parts;
        this.found = found;
        this.html = html;
        Set<String> taken = new HashSet<>();
        for (Finding finding : found.report().findings()) {
            String path = finding.source().path();
            byFile.computeIfAbsent(path, x -> new ArrayList<>()).add(finding);
            pages.computeIfAbsent(path, x -> Places.finding(path, taken));
        }
    }

    /** Returns the page of each file that something was found in. */
    Map<String, String> files() {
        return pages;
    }

    String overview() {
        Report report = found.report();
        String about =
                count(report.findings().size(), "finding") + " in " + count(byFile.size(), "file");
        var title = new Frames.Title("findings", "Findings", about + ".");
        return html.findings(
                parts.frames().main(Places.FINDINGS, title, List.of()),
                new FindingViews.Overview(
                        looked(report), charts(), lines(), incomplete(report), trend(report)));
    }

    private static String looked(Report report) {
        List<String> kinds = new ArrayList<>();
        report.checked().forEach((kind, number) -> kinds.add(number + " " + kind));
        return "Checked "
                + (kinds.isEmpty() ? "nothing" : String.join(", ", kinds))
                + " with "
                + count(report.rules().size(), "rule")
                + ".";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private List<FindingViews.Chart> charts() {
        return List.of(
                severities(),
                chart(
                        "By topic",
                        f ->
                                f.rule().classification().topics().stream()
                                        .map(TopicRef::topic)
                                        .distinct()
                                        .toList(),
                        this::topic),
                chart("By rule", f -> List.of(f.rule().id()), id -> rule(id, Places.FINDINGS)),
                chart("By file", f -> List.of(f.source().path()), this::file));
    }

    private FindingViews.Chart chart(
            String title, Function<Finding, List<String>> kinds, Function<String, Ref> what) {
        Map<String, Long> counts =
                found.report().findings().stream()
                        .flatMap(finding -> kinds.apply(finding).stream())
                        .collect(groupingBy(kind -> kind, TreeMap::new, counting()));
        List<FindingViews.Bar> bars =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(LONGEST_CHART)
                        .map(
                                entry ->
                                        new FindingViews.Bar(
                                                what.apply(entry.getKey()),
                                                "",
                                                entry.getValue().intValue()))
                        .toList();
        return new FindingViews.Chart(title, bars, counts.size() - bars.size());
    }

    /** The worst first, however many there are of it. */
    private FindingViews.Chart severities() {
        Map<Severity, Integer> counts = counts(found.report());
        List<FindingViews.Bar> bars = new ArrayList<>();
        counts.forEach(
                (severity, number) -> {
                    var all = new Ref(severity.word(), "?severity=" + severity.word());
                    bars.add(new FindingViews.Bar(all, severity.word(), number));
                });
        return new FindingViews.Chart("By severity", bars, 0);
    }

    private static Map<Severity, Integer> counts(Report report) {
        Map<Severity, Integer> counts = new TreeMap<>();
        report.findings().forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        return counts;
    }

    private Ref topic(String id) {
        return parts.catalog()
                .guidance()
                .topic(id)
                .map(
                        topic ->
                                new Ref(
                                        topic.title(),
                                        parts.places()
                                                .topic(id)
                                                .map(to -> Places.href(Places.FINDINGS, to))
                                                .orElse("")))
                .orElse(new Ref(id, ""));
    }

    private Ref rule(String id, String from) {
        return new Ref(id, parts.places().rule(id).map(to -> Places.href(from, to)).orElse(""));
    }

    private Ref file(String path) {
        return new Ref(path, Places.href(Places.FINDINGS, pages.get(path)));
    }

    private List<FindingViews.Line> lines() {
        return found.report().findings().stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding.ORDER))
                .map(this::line)
                .toList();
    }

    private FindingViews.Line line(Finding finding) {
        String path = finding.source().path();
        int line = finding.source().position(finding.span().start()).line();
        return new FindingViews.Line(
                new Ref(path + ":" + line, file(path).href() + "#L" + line),
                finding.severity().word(),
                Inline.of(finding.message()),
                rule(finding.rule().id(), Places.FINDINGS),
                finding.rule().classification().topics().stream()
                        .map(TopicRef::topic)
                        .distinct()
                        .map(id -> new Ref(id, topic(id).href()))
                        .toList());
    }

    private static List<String> incomplete(Report report) {
        List<String> said = new ArrayList<>();
        report.skipped().forEach(s -> said.add(s.path() + " was not read: " + s.reason()));
        report.givenUp()
                .forEach(
                        g ->
                                said.add(
                                        g.rule()
                                                + " was given up on "
                                                + g.path()
                                                + ": "
                                                + g.reason()));
        report.refused().forEach(r -> said.add(r.what() + " was refused: " + r.reason()));
        if (!report.gaps().isEmpty()) {
            said.add("not understood: " + count(report.gaps().size(), "piece") + " of code");
        }
        return said;
    }

    private List<FindingViews.Moment> trend(Report report) {
        List<FindingViews.Moment> moments = new ArrayList<>();
        for (Found.Earlier earlier : found.earlier()) {
            moments.add(moment(earlier.label(), earlier.findings()));
        }
        if (!moments.isEmpty()) {
            moments.add(moment("this report", counts(report)));
        }
        return moments;
    }

    private static FindingViews.Moment moment(String label, Map<Severity, Integer> counts) {
        return new FindingViews.Moment(
                label,
                counts.getOrDefault(Severity.CRITICAL, 0),
                counts.getOrDefault(Severity.HIGH, 0),
                counts.getOrDefault(Severity.MEDIUM, 0),
                counts.getOrDefault(Severity.LOW, 0));
    }

    /** Returns the page of a file. */
    String file(String path, String page) {
        List<Finding> findings = byFile.get(path);
        var title = new Frames.Title("findings", path, count(findings.size(), "finding") + ".");
        var excerpts = new Excerpts(parts.colours(), id -> rule(id, page));
        return html.findingFile(parts.frames().finding(page, title), excerpts.of(findings));
    }
}
