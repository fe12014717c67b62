package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * How well an index answers judged queries, looking at the first ten hits.
 *
 * @param all over all queries
 * @param classes over the queries of each class, by name
 * @param missing judged pages that the index does not have; they count as not found
 */
public record Evaluation(Row all, List<Row> classes, List<String> missing) {

    /** How many hits are looked at. */
    public static final int DEPTH = 10;

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_240_229L;

    /**
     * The figures for a set of queries.
     *
     * @param name of the class, or {@code all}
     * @param mrr mean of one over the rank of the first right hit, 0 when none is found
     * @param ndcg mean of the discounted gain over the best possible, gain being {@code 2^grade -
     *     1}
     * @param recall mean part of the judged pages that is found
     */
    public record Row(String name, int queries, Figure mrr, Figure ndcg, Figure recall) {}

    /** A mean with the interval in which 95 % of its bootstrap resamples lie. */
    public record Figure(double mean, double low, double high) {}

    /** The measures of one query. */
    private record Measures(String type, double mrr, double ndcg, double recall) {}

    public Evaluation {
        Objects.requireNonNull(all);
        classes = List.copyOf(classes);
        missing = List.copyOf(missing);
    }

    /**
     * Asks an index all queries. A judged path may lie below some folder of the index, as long as
     * it is clear which page is meant.
     */
    public static Evaluation of(GuidanceIndex index, List<Qrels.Judged> queries)
            throws IOException {
        var paths = new JudgedPaths(index.paths());
        var measured = new ArrayList<Measures>();
        for (var judged : queries) {
            measured.add(measures(judged, paths, index.search(judged.query(), DEPTH)));
        }
        var byClass = new TreeMap<String, List<Measures>>();
        for (var measures : measured) {
            byClass.computeIfAbsent(measures.type(), type -> new ArrayList<>()).add(measures);
        }
        var classes = byClass.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
        return new Evaluation(row("all", measured), classes, paths.missing());
    }

    private static Measures measures(Qrels.Judged judged, JudgedPaths paths, List<Hit> hits) {
        var wanted = paths.resolve(judged.grades());
        var found = new HashSet<String>();
        var first = 0.0;
        var gain = 0.0;
        for (var rank = 1; rank <= hits.size(); rank++) {
            var name = name(hits.get(rank - 1), wanted);
            if (wanted.containsKey(name) && found.add(name)) {
                first = first == 0 ? 1.0 / rank : first;
                gain += gain(wanted.get(name), rank);
            }
        }
        var grades = wanted.values().stream().mapToInt(grade -> -grade).sorted().toArray();
        var best = 0.0;
        for (var rank = 1; rank <= Math.min(DEPTH, grades.length); rank++) {
            best += gain(-grades[rank - 1], rank);
        }
        return new Measures(
                judged.type(), first, gain / best, (double) found.size() / wanted.size());
    }

    /** Returns what a judgement calls a hit: its page, or one of the anchors of its section. */
    private static String name(Hit hit, Map<String, Integer> wanted) {
        return hit.anchors().stream()
                .map(anchor -> hit.path() + "#" + anchor)
                .filter(wanted::containsKey)
                .findFirst()
                .orElse(hit.path());
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(rank + 1);
    }

    private static Row row(String name, List<Measures> measured) {
        return new Row(
                name,
                measured.size(),
                figure(measured.stream().mapToDouble(Measures::mrr).toArray()),
                figure(measured.stream().mapToDouble(Measures::ndcg).toArray()),
                figure(measured.stream().mapToDouble(Measures::recall).toArray()));
    }

    private static Figure figure(double[] values) {
        if (values.length == 0) {
            return new Figure(0, 0, 0);
        }
        var random = new Random(SEED);
        var means = new double[RESAMPLES];
        for (var sample = 0; sample < RESAMPLES; sample++) {
            var sum = 0.0;
            for (var i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        var mean = Arrays.stream(values).average().orElse(0);
        return new Figure(mean, means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]);
    }
}
