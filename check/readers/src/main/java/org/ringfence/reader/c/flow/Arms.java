package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arms of {@code #if} groups with the conditions under which they are there. Arm 0 is the code
 * that is always there.
 */
final class Arms {
    static final int ALWAYS = 0;

    private final List<Map<String, Boolean>> conditions = new ArrayList<>();

    Arms() {
        conditions.add(Map.of());
    }

    boolean isEmpty() {
        return conditions.size() == 1;
    }

    /**
     * Adds an arm.
     *
     * @param outer the arm that it stands in
     * @param earlier the conditions of the arms before it in its group, as written
     * @param own its condition, as written; {@code else} for a last arm without one
     */
    int add(int outer, List<String> earlier, String own) {
        Map<String, Boolean> all = new HashMap<>(conditions.get(outer));
        for (String condition : earlier) {
            all.putIfAbsent(name(condition), isNegated(condition));
        }
        if (!own.equals("else")) {
            all.putIfAbsent(name(own), !isNegated(own));
        }
        conditions.add(Map.copyOf(all));
        return conditions.size() - 1;
    }

    private static boolean isNegated(String condition) {
        return condition.startsWith("!")
                && condition.indexOf('&') < 0
                && condition.indexOf('|') < 0;
    }

    private static String name(String condition) {
        String bare = isNegated(condition) ? condition.substring(1).strip() : condition.strip();
        boolean defined = bare.startsWith("defined") && bare.indexOf('&') < 0;
        return defined && bare.indexOf('|') < 0
                ? bare.substring("defined".length()).replaceAll("[()\\s]", "")
                : bare;
    }

    /**
     * Which arms cannot be there when all of {@code present} are; everything if those exclude each
     * other.
     */
    boolean[] barred(int[] present) {
        Map<String, Boolean> known = new HashMap<>();
        boolean conflict = false;
        for (int arm : present) {
            conflict |= excludes(known, arm);
            known.putAll(conditions.get(arm));
        }
        boolean[] barred = new boolean[conditions.size()];
        for (int arm = 0; arm < barred.length; arm++) {
            barred[arm] = conflict || excludes(known, arm);
        }
        return barred;
    }

    private boolean excludes(Map<String, Boolean> known, int arm) {
        return conditions.get(arm).entrySet().stream()
                .anyMatch(e -> known.getOrDefault(e.getKey(), e.getValue()) != e.getValue());
    }
}
