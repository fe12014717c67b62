package org.ringfence.kb.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns {@code ranking.tsv} from judged queries and says how well that goes on queries that were
 * not learned from. The index must hold these queries out:
 *
 * <pre>{@code
 * ringfence index DOCS --index INDEX --hold-out pages.tsv --hold-out sections.tsv
 * java -cp ... org.ringfence.kb.search.RankingLearner INDEX ranking.tsv pages.tsv sections.tsv
 * }</pre>
 *
 * <p>The weights of sections are learned first, to find the right section of a page; with them, the
 * weights of pages.
 */
final class RankingLearner {

    private static final int FOLDS = 5;
    private static final int ROUNDS = 150;
    private static final double SHRINK = 0.0005;
    private static final double RATE = 0.1;
    private static final int LIMIT = 10;

    /** From 0, where each query counts the same, to 1, where each class does. */
    private static final double BALANCE = 0.75;

    /** A choice to learn: the features of what can be chosen, and how good each is. */
    private record Choice(
            String query, String type, float[] gates, float[][] features, double[] grades) {

        boolean hasRight() {
            return Arrays.stream(grades).anyMatch(grade -> grade > 0);
        }

        int fold() {
            return Math.floorMod(query.hashCode() * 31, FOLDS);
        }
    }

    private RankingLearner() {}

    public static void main(String[] args) throws IOException {
        var queries = new ArrayList<Qrels.Judged>();
        for (var file : Arrays.asList(args).subList(2, args.length)) {
            queries.addAll(Qrels.parse(Files.readString(Path.of(file))).queries());
        }
        try (var index = GuidanceIndex.open(Path.of(args[0]))) {
            var sections = sections(index, queries);
            report("sections", sections, PageFeatures.SECTION_NAMES.size());
            var ofSections = learn(sections, PageFeatures.SECTION_NAMES.size(), -1);
            var start = Weights.parse(lines(PageFeatures.SECTION_NAMES, ofSections));
            var pages = pages(index, queries, start);
            report("pages", pages, PageFeatures.NAMES.size());
            var ofPages = learn(pages, PageFeatures.NAMES.size(), -1);
            Files.writeString(
                    Path.of(args[1]),
                    "# learned by RankingLearner; feature\t"
                            + String.join("\t", Weights.GATES)
                            + "\n"
                            + lines(PageFeatures.NAMES, ofPages)
                            + lines(PageFeatures.SECTION_NAMES, ofSections));
        }
    }

    private static String lines(List<String> names, double[][] weights) {
        var lines = new StringBuilder();
        for (var i = 0; i < weights.length; i++) {
            lines.append(names.get(i));
            for (var weight : weights[i]) {
                lines.append('\t').append(String.format(Locale.ROOT, "%.4f", weight));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static List<Choice> sections(GuidanceIndex index, List<Qrels.Judged> queries)
            throws IOException {
        var choices = new ArrayList<Choice>();
        var paths = new JudgedPaths(index.paths());
        for (var judged : queries) {
            var wanted = paths.resolve(judged.grades());
            if (wanted.keySet().stream().noneMatch(path -> path.contains("#"))) {
                continue;
            }
            var slots = index.slots(judged.query());
            var ranking = index.ranking(slots);
            for (var candidate : ranking.candidates(LIMIT)) {
                var path = index.hit(slots, candidate.page(), candidate.section(), 0).path();
                if (wanted.keySet().stream().anyMatch(name -> name.startsWith(path + "#"))) {
                    var features = new ArrayList<float[]>();
                    var grades = new ArrayList<Double>();
                    for (var section : index.ranking(slots).sections(candidate.page())) {
                        var hit = index.hit(slots, candidate.page(), section.document(), 0);
                        features.add(section.values());
                        grades.add(grade(hit, wanted));
                    }
                    choices.add(choice(judged, slots, features, grades));
                }
            }
        }
        return choices;
    }

    private static double grade(Hit hit, Map<String, Integer> wanted) {
        return hit.anchors().stream().anyMatch(a -> wanted.containsKey(hit.path() + "#" + a))
                ? 1
                : 0;
    }

    private static Choice choice(
            Qrels.Judged judged, Slots slots, List<float[]> features, List<Double> grades) {
        return new Choice(
                judged.query(),
                judged.type(),
                Weights.gates(slots),
                features.toArray(float[][]::new),
                grades.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<Choice> pages(
            GuidanceIndex index, List<Qrels.Judged> queries, Weights start) throws IOException {
        var choices = new ArrayList<Choice>();
        var paths = new JudgedPaths(index.paths());
        for (var judged : queries) {
            var wanted = new HashMap<String, Integer>();
            paths.resolve(judged.grades())
                    .forEach((path, grade) -> wanted.put(path.split("#")[0], grade));
            var slots = index.slots(judged.query());
            var features = new ArrayList<float[]>();
            var grades = new ArrayList<Double>();
            for (var candidate : index.ranking(slots, start).candidates(LIMIT)) {
                var path = index.path(candidate.page());
                features.add(candidate.features());
                grades.add((double) wanted.getOrDefault(path, 0));
            }
            choices.add(choice(judged, slots, features, grades));
        }
        return choices;
    }

    /**
     * Prints the mean reciprocal rank by class, each query ranked by weights learned without it.
     */
    private static void report(String what, List<Choice> choices, int features) {
        var ranks = new TreeMap<String, List<Double>>();
        var found = choices.stream().filter(Choice::hasRight).count();
        for (var fold = 0; fold < FOLDS; fold++) {
            var weights = learn(choices, features, fold);
            for (var choice : choices) {
                if (choice.fold() == fold) {
                    var rank = reciprocal(choice, weights);
                    ranks.computeIfAbsent(choice.type(), type -> new ArrayList<>()).add(rank);
                    ranks.computeIfAbsent(" all", type -> new ArrayList<>()).add(rank);
                }
            }
        }
        System.out.printf("%s: %d choices, %d with a right one%n", what, choices.size(), found);
        ranks.forEach(
                (type, values) ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %-12s %5d queries, MRR@10 %.4f cross-validated%n",
                                type,
                                values.size(),
                                values.stream().mapToDouble(v -> v).average().orElse(0)));
    }

    private static double reciprocal(Choice choice, double[][] weights) {
        var scores = scores(choice, weights);
        var best = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < scores.length; i++) {
            best = choice.grades()[i] > 0 ? Math.max(best, scores[i]) : best;
        }
        var rank = 1;
        for (var i = 0; i < scores.length; i++) {
            rank += choice.grades()[i] == 0 && scores[i] >= best ? 1 : 0;
        }
        return rank <= Evaluation.DEPTH && best > Double.NEGATIVE_INFINITY ? 1.0 / rank : 0;
    }

    private static double[] scores(Choice choice, double[][] weights) {
        var effective = new double[weights.length];
        for (var f = 0; f < weights.length; f++) {
            for (var g = 0; g < choice.gates().length; g++) {
                effective[f] += weights[f][g] * choice.gates()[g];
            }
        }
        var scores = new double[choice.features().length];
        for (var i = 0; i < scores.length; i++) {
            if (weights.length == PageFeatures.NAMES.size()) {
                scores[i] = Ranking.NAMED * choice.features()[i][Ranking.EXACT_TITLE];
            }
            for (var f = 0; f < effective.length; f++) {
                scores[i] += effective[f] * choice.features()[i][f];
            }
        }
        return scores;
    }

    /** Makes the right choices likely, on all folds but one, with steps sized by Adam. */
    private static double[][] learn(List<Choice> choices, int features, int without) {
        var gates = Weights.GATES.size();
        var weights = new double[features][gates];
        var mean = new double[features][gates];
        var square = new double[features][gates];
        var learned = choices.stream().filter(c -> c.fold() != without && c.hasRight()).toList();
        var counts = learned.stream().collect(groupingBy(Choice::type, counting()));
        var share = (double) learned.size() / Math.max(1, counts.size());
        for (var round = 1; round <= ROUNDS; round++) {
            var gradient = new double[features][gates];
            for (var choice : learned) {
                // rare kinds of queries count more than their number, but not as much as common
                // ones
                var worth = Math.pow(share / counts.get(choice.type()), BALANCE);
                add(choice, worth, weights, gradient);
            }
            for (var f = 0; f < features; f++) {
                for (var g = 0; g < gates; g++) {
                    var slope = gradient[f][g] / learned.size() + SHRINK * weights[f][g];
                    mean[f][g] = 0.9 * mean[f][g] + 0.1 * slope;
                    square[f][g] = 0.99 * square[f][g] + 0.01 * slope * slope;
                    var step = mean[f][g] / (1 - Math.pow(0.9, round));
                    var size = Math.sqrt(square[f][g] / (1 - Math.pow(0.99, round))) + 1e-8;
                    weights[f][g] -= RATE * step / size;
                }
            }
        }
        return weights;
    }

    private static void add(Choice choice, double worth, double[][] weights, double[][] gradient) {
        var scores = scores(choice, weights);
        var top = Arrays.stream(scores).max().orElse(0);
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - top);
            sum += scores[i];
        }
        var grades = Arrays.stream(choice.grades()).sum();
        for (var f = 0; f < weights.length; f++) {
            var slope = 0.0;
            for (var i = 0; i < scores.length; i++) {
                var wrong = scores[i] / sum - choice.grades()[i] / grades;
                slope += wrong * choice.features()[i][f];
            }
            for (var g = 0; g < choice.gates().length; g++) {
                gradient[f][g] += worth * slope * choice.gates()[g];
            }
        }
    }
}
