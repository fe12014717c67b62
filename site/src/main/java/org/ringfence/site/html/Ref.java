package org.ringfence.site.html;

import java.util.Objects;

/**
 * A link.
 *
 * @param text what a reader sees
 * @param href relative to the page, or empty where there is nothing to lead to
 */
public record Ref(String text, String href) {
    public static final Ref NONE = new Ref("", "");

    public Ref {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(href, "href");
    }

    public boolean leads() {
        return !href.isEmpty();
    }
}
