package org.ringfence.kb;

import java.util.Collection;
import java.util.Optional;

/** Guesses what someone meant who wrote a name that does not exist. */
public final class NearMiss {

    private NearMiss() {}

    /**
     * Returns the candidate that a wrong name most likely stands for. A candidate with the same
     * last path part wins; otherwise the one with the fewest typing errors (a letter too many, too
     * few, wrong, or swapped with its neighbour), if they are few for the length. Ties go to the
     * alphabetically first.
     */
    public static Optional<String> of(String wrong, Collection<String> candidates) {
        var best = Optional.<String>empty();
        var bestCost = Math.max(1, Math.min(4, wrong.length() / 4)) + 1;
        var name = lastPart(wrong);
        for (var candidate : candidates) {
            var cost =
                    name.length() > 2 && lastPart(candidate).equals(name)
                            ? 0
                            : distance(wrong, candidate, bestCost);
            if (cost < bestCost || (cost == bestCost && isBefore(candidate, best))) {
                best = Optional.of(candidate);
                bestCost = cost;
            }
        }
        return best;
    }

    private static boolean isBefore(String candidate, Optional<String> best) {
        return best.isPresent() && candidate.compareTo(best.get()) < 0;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Returns the Damerau distance (adjacent swaps count one), or {@code limit + 1} when it is
     * above the limit.
     */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            // farther from the diagonal than the limit everything is too far
            var from = Math.max(1, i - limit);
            var to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? i : limit + 1;
            var least = row[from - 1];
            for (var j = from; j <= to; j++) {
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && swapped(a, b, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (to < b.length()) {
                row[to + 1] = limit + 1;
            }
            if (least > limit) {
                return limit + 1;
            }
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
