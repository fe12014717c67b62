package org.ringfence.kb;

import java.util.List;
import java.util.Objects;

/**
 * A line of the table of contents.
 *
 * @param title what a reader sees
 * @param topicId the topic it leads to, or empty for a mere grouping or an address elsewhere
 * @param children in order
 */
public record TocEntry(String title, String topicId, List<TocEntry> children) {

    public TocEntry {
        Objects.requireNonNull(title);
        Objects.requireNonNull(topicId);
        children = List.copyOf(children);
    }
}
