package org.ringfence.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What rules had to do for a report. Steps are what a rule's budget is made of: visited nodes,
 * values and bindings, so that they are the same on any machine. A finding counts as 100. Reading
 * files is not counted.
 *
 * @param costs of each rule on each file that it looked at something in; by file, then by rule
 */
public record Profile(Report report, List<Cost> costs) {
    /** The dearest first, then by name. */
    private static final Comparator<Share> DEAREST =
            Comparator.comparing((Share share) -> -share.steps()).thenComparing(Share::name);

    public Profile {
        Objects.requireNonNull(report, "report");
        costs = List.copyOf(costs);
    }

    /**
     * What one rule did on one file.
     *
     * @param findings that came of it
     */
    public record Cost(String path, String rule, long steps, int findings) {}

    /** The costs of one rule on all files, or of one file under all rules. */
    public record Share(String name, long steps, int findings) {
        private Share plus(Share other) {
            return new Share(name, steps + other.steps, findings + other.findings);
        }
    }

    /** A rule on a file. */
    record Pair(String path, String rule) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::path).thenComparing(Pair::rule);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    static Profile of(Report report, SortedMap<Pair, Long> steps) {
        Map<Pair, Integer> findings = new TreeMap<>();
        for (Finding finding : report.findings()) {
            findings.merge(new Pair(finding.source().path(), finding.rule().id()), 1, Integer::sum);
        }
        return new Profile(
                report,
                steps.entrySet().stream()
                        .map(
                                entry ->
                                        new Cost(
                                                entry.getKey().path(),
                                                entry.getKey().rule(),
                                                entry.getValue(),
                                                findings.getOrDefault(entry.getKey(), 0)))
                        .toList());
    }

    /** All steps. */
    public long steps() {
        return costs.stream().mapToLong(Cost::steps).sum();
    }

    /** The rules that looked at something, the dearest first. */
    public List<Share> byRule() {
        return by(Cost::rule);
    }

    /** The files that something was looked at in, the dearest first. */
    public List<Share> byFile() {
        return by(Cost::path);
    }

    private List<Share> by(Function<Cost, String> name) {
        Map<String, Share> shares = new TreeMap<>();
        for (Cost cost : costs) {
            Share share = new Share(name.apply(cost), cost.steps(), cost.findings());
            shares.merge(share.name(), share, Share::plus);
        }
        return shares.values().stream().sorted(DEAREST).toList();
    }
}
