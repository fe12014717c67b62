package org.ringfence.reader.c.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was worked out for the questions asked last. */
final class Recent<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /**
     * @param most how many answers are kept
     */
    Recent(int most) {
        this.most = most;
    }

    V get(K question, Function<K, V> answer) {
        V known = kept.get(question);
        if (known == null) {
            known = answer.apply(question);
            kept.put(question, known);
            if (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }
}
