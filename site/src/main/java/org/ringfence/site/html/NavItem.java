package org.ringfence.site.html;

import java.util.List;
import java.util.Objects;

/**
 * A line of the navigation.
 *
 * @param current whether it leads to the page it stands on
 * @param open whether its children show from the start
 */
public record NavItem(Ref ref, boolean current, boolean open, List<NavItem> children) {
    public NavItem {
        Objects.requireNonNull(ref, "ref");
        children = List.copyOf(children);
    }

    public boolean group() {
        return !children.isEmpty();
    }
}
