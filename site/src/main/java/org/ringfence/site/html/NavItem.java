package org.ringfence.site.html;

import java.util.List;
import java.util.Objects;

/**
 * A line of the navigation; many pages share it.
 *
 * @param page the path of the page it leads to, below the root of the site; empty for none
 * @param own whether that page is its own, and not one below it
 * @param open whether its children show from the start
 */
public record NavItem(String text, String page, boolean own, boolean open, List<NavItem> children) {
    public NavItem {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(page, "page");
        children = List.copyOf(children);
    }

    public boolean group() {
        return !children.isEmpty();
    }
}
