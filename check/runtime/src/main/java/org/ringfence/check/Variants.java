package org.ringfence.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Span;

/** Reports on the same inputs, each read as another configuration builds them, become one. */
public final class Variants {
    private Variants() {}

    /** What makes a finding of one variant that of another. */
    private record Identity(String path, Span span, String rule, String message) {
        static Identity of(Finding finding) {
            return new Identity(
                    finding.source().path(),
                    finding.span(),
                    finding.rule().id(),
                    finding.message());
        }
    }

    private record Place(String path, Gap gap) {}

    /**
     * One report of several. A finding that not all of them have names those that do; how it looks
     * is taken from the first of them.
     *
     * @param reports by the names of the configurations, of one validator, at least one
     */
    public static Report merged(SortedMap<String, Report> reports) {
        Map<Identity, Finding> findings = new LinkedHashMap<>();
        Map<Identity, List<String>> names = new LinkedHashMap<>();
        SortedMap<String, Integer> checked = new TreeMap<>();
        reports.forEach(
                (name, report) -> {
                    for (Finding finding : report.findings()) {
                        Identity identity = Identity.of(finding);
                        findings.putIfAbsent(identity, finding);
                        names.computeIfAbsent(identity, i -> new ArrayList<>()).add(name);
                    }
                    report.checked().forEach((kind, n) -> checked.merge(kind, n, Math::max));
                });
        List<Finding> merged = new ArrayList<>();
        findings.forEach((identity, f) -> merged.add(in(f, names.get(identity), reports.size())));
        Collection<Report> all = reports.values();
        return new Report(
                merged,
                reports.get(reports.firstKey()).rules(),
                checked,
                union(all, Report::skipped, Function.identity()),
                union(all, Report::gaps, gap -> new Place(gap.source().path(), gap.gap())),
                union(all, Report::givenUp, Function.identity()),
                union(all, Report::refused, Function.identity()));
    }

    private static Finding in(Finding finding, List<String> names, int all) {
        String presence = finding.build().presence();
        return finding.in(new Finding.Build(presence, names.size() == all ? List.of() : names));
    }

    private static <T> List<T> union(
            Collection<Report> reports, Function<Report, List<T>> part, Function<T, ?> identity) {
        Map<Object, T> found = new LinkedHashMap<>();
        for (Report report : reports) {
            part.apply(report).forEach(item -> found.putIfAbsent(identity.apply(item), item));
        }
        return List.copyOf(found.values());
    }
}
