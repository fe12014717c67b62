package org.ringfence.kb.search;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an index is written.
 *
 * @param heldOut queries to measure the search with: no text of a link or of the table of contents
 *     that equals one of them becomes a name of a page
 * @param fingerprint of what the guidance was read from, to tell later whether the index is up to
 *     date; empty when that is not asked for
 */
public record IndexOptions(Set<String> heldOut, String fingerprint) {

    /** Nothing held out, no fingerprint. */
    public static final IndexOptions NONE = new IndexOptions(Set.of(), "");

    public IndexOptions {
        heldOut = Set.copyOf(heldOut);
        Objects.requireNonNull(fingerprint);
    }

    Set<String> exactHeldOut() {
        return heldOut.stream().map(Names::exact).collect(Collectors.toUnmodifiableSet());
    }
}
