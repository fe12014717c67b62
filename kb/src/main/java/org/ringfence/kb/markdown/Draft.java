package org.ringfence.kb.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/**
 * A page that has been read, before its links are known to lead anywhere.
 *
 * @param lines how many lines of the file stand before the body
 * @param titleAnchors anchors that mean the top of the page
 */
record Draft(
        String id,
        String path,
        String title,
        String summary,
        int lines,
        Map<String, List<String>> attributes,
        List<Section> sections,
        Set<String> titleAnchors,
        List<PageLinks.Raw> links,
        Topic.Body body) {

    /** Returns the same page with another body. */
    Draft with(Topic.Body other) {
        return new Draft(
                id, path, title, summary, lines, attributes, sections, titleAnchors, links, other);
    }

    /** Returns all anchors that a link may name. */
    Set<String> anchors() {
        var anchors = new HashSet<>(titleAnchors);
        for (var section : sections) {
            anchors.add(section.anchor());
            anchors.addAll(section.aliases());
        }
        return anchors;
    }
}
