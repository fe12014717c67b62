package org.ringfence.cli.desk;

import java.util.List;
import java.util.Objects;
import org.ringfence.kb.search.Hit;

/**
 * A page that answers a search.
 *
 * @param area the part of the guidance that it belongs to
 * @param rules the ids of the rules that enforce it
 */
public record Found(Hit hit, String area, List<String> rules) {
    public Found {
        Objects.requireNonNull(hit, "hit");
        Objects.requireNonNull(area, "area");
        rules = List.copyOf(rules);
    }
}
