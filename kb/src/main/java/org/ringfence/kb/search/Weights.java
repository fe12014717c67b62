package org.ringfence.kb.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each feature of a page or section counts, depending on what the query looks like. A line
 * of the file is the name of a feature and a weight for each of the {@link #gates}; it is learned
 * from judged queries, not written by hand.
 */
final class Weights {

    /** What the weights of a feature are multiplied with, in the order of the columns. */
    static final List<String> GATES = List.of("always", "length", "name", "idle", "single");

    private static final float LONG = 12;

    private final Map<String, float[]> byFeature;

    private Weights(Map<String, float[]> byFeature) {
        this.byFeature = byFeature;
    }

    /** Reads the weights that come with the program. */
    static Weights ofProgram() {
        try (InputStream in = Weights.class.getResourceAsStream("ranking.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program is not whole: it has no ranking.tsv");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("ranking.tsv", e);
        }
    }

    static Weights parse(String text) {
        var byFeature = new HashMap<String, float[]>();
        for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            var columns = line.split("\t");
            var weights = new float[GATES.size()];
            for (var gate = 0; gate < weights.length; gate++) {
                weights[gate] = Float.parseFloat(columns[gate + 1]);
            }
            byFeature.put(columns[0], weights);
        }
        return new Weights(byFeature);
    }

    /** Returns how far each gate is open for a query, from 0 to 1. */
    static float[] gates(Slots slots) {
        var count = slots.all().size();
        return new float[] {
            1, Math.min(1, count / LONG), slots.hasName() ? 1 : 0, slots.idle(), count == 1 ? 1 : 0
        };
    }

    /**
     * Returns the weights of features for one query; a feature without a line counts for nothing.
     */
    float[] of(List<String> features, float[] gates) {
        var weights = new float[features.size()];
        for (var i = 0; i < weights.length; i++) {
            var line = byFeature.getOrDefault(features.get(i), new float[gates.length]);
            for (var gate = 0; gate < gates.length; gate++) {
                weights[i] += gates[gate] * line[gate];
            }
        }
        return weights;
    }
}
