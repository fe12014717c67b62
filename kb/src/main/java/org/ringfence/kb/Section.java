package org.ringfence.kb;

import java.util.List;
import java.util.Objects;

/**
 * A part of a page that a link can point to: from an h2 or h3 to the next.
 *
 * @param anchor the fragment, unique in its page; {@code ""} for what stands before the first h2
 * @param heading as plain text; in the first section the h1, or empty
 * @param level of the heading, 1 to 6
 * @param line of the heading in the source, 1-based
 * @param text the plain text below the heading: no markup, blocks separated by line feeds
 * @param aliases further anchors inside this section: explicit ids and deeper headings
 */
public record Section(
        String anchor, String heading, int level, int line, String text, List<String> aliases) {

    public Section {
        Objects.requireNonNull(anchor);
        Objects.requireNonNull(heading);
        Objects.requireNonNull(text);
        if (level < 1 || level > 6 || line < 1) {
            throw new IllegalArgumentException("level " + level + ", line " + line);
        }
        aliases = List.copyOf(aliases);
    }

    /** Says whether an anchor (without {@code #}) lies in this section. */
    public boolean has(String wanted) {
        return anchor.equals(wanted) || aliases.contains(wanted);
    }
}
