package org.ringfence.kb.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;

/**
 * Which pages the links between them favour; repeated links and those to the page itself count
 * once.
 */
final class LinkGraph {

    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 20;

    /**
     * How a page stands among the others, on coarse scales, so that far-off changes rarely touch
     * it.
     *
     * @param linked twice the binary logarithm of how many pages link to it, plus 1
     * @param rank four times the binary logarithm of how its PageRank exceeds that of a page
     *     without links to it
     */
    record Standing(int linked, int rank) {}

    private final Map<String, Standing> standings = new HashMap<>();

    LinkGraph(Guidance guidance) {
        var numbers = new HashMap<String, Integer>();
        guidance.topics().forEach(topic -> numbers.put(topic.id(), numbers.size()));
        var count = numbers.size();
        var out = new int[count][];
        var inbound = new int[count];
        for (var topic : guidance.topics()) {
            Set<Integer> to = new LinkedHashSet<>();
            for (var link : topic.links()) {
                if (link.destination() instanceof Link.ToTopic target) {
                    to.add(numbers.getOrDefault(target.topicId(), -1));
                }
            }
            to.remove(numbers.get(topic.id()));
            to.remove(-1);
            out[numbers.get(topic.id())] = to.stream().mapToInt(Integer::intValue).toArray();
            to.forEach(target -> inbound[target]++);
        }
        var rank = rank(out);
        var least = Arrays.stream(rank).min().orElse(1);
        numbers.forEach(
                (id, number) ->
                        standings.put(
                                id,
                                new Standing(
                                        (int) Math.round(2 * log2(1 + inbound[number])),
                                        (int) Math.round(4 * log2(rank[number] / least)))));
    }

    Standing of(String topicId) {
        return standings.get(topicId);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static double[] rank(int[][] out) {
        var count = out.length;
        var rank = new double[count];
        Arrays.fill(rank, 1.0 / Math.max(1, count));
        for (var round = 0; round < ROUNDS; round++) {
            var next = new double[count];
            var loose = 0.0;
            for (var page = 0; page < count; page++) {
                if (out[page].length == 0) {
                    loose += rank[page];
                }
                for (var target : out[page]) {
                    next[target] += DAMPING * rank[page] / out[page].length;
                }
            }
            for (var page = 0; page < count; page++) {
                next[page] += (1 - DAMPING + DAMPING * loose) / count;
            }
            rank = next;
        }
        return rank;
    }
}
