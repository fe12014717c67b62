package org.ringfence.kb.search;

import java.util.List;
import java.util.Objects;

/**
 * A page that answers a query, with the section that does so best.
 *
 * @param topicId the id of the page
 * @param title of the page
 * @param anchor of the best section, {@code ""} for the top of the page
 * @param heading of the best section; empty when the page starts without one
 * @param path of the source, relative to the root of the guidance
 * @param score larger is better; comparable within one result list only
 * @param passages the places of that section that match, best first; never empty for a section with
 *     text
 * @param anchors every anchor that leads into that section, {@code anchor} first
 */
public record Hit(
        String topicId,
        String title,
        String anchor,
        String heading,
        String path,
        float score,
        List<Passage> passages,
        List<String> anchors) {

    /**
     * A piece of a section's plain text.
     *
     * @param text without markup
     * @param highlights what matches in {@code text}: ascending, not overlapping
     */
    public record Passage(String text, List<Range> highlights) {
        public Passage {
            Objects.requireNonNull(text);
            highlights = List.copyOf(highlights);
        }
    }

    /** A part of a text, in UTF-16 units from 0; {@code end} is exclusive. */
    public record Range(int start, int end) {
        public Range {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException(start + ".." + end);
            }
        }
    }

    public Hit {
        Objects.requireNonNull(topicId);
        Objects.requireNonNull(anchor);
        passages = List.copyOf(passages);
        anchors = List.copyOf(anchors);
    }
}
