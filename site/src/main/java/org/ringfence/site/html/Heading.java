package org.ringfence.site.html;

/** A line of the outline of a page; {@code level} is 2 or 3. */
public record Heading(String text, String anchor, int level) {
    public String href() {
        return Anchor.href(anchor);
    }
}
