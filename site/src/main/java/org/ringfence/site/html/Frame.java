package org.ringfence.site.html;

import java.util.List;
import java.util.Objects;

/**
 * What every page has around its content.
 *
 * @param heading the only h1
 * @param description one sentence for search engines, or empty
 * @param root leads from the page to the root of the site: {@code ""} or {@code ../../}
 * @param area which of the main pages it belongs to: {@code topics}, {@code rules}, {@code
 *     coverage}, {@code language} or empty
 * @param around navigation, the way here, and what comes before and after
 * @param outline of the page
 * @param chrome what is the same on all pages
 */
public record Frame(
        String heading,
        String description,
        String root,
        String area,
        Around around,
        List<Heading> outline,
        Chrome chrome) {

    public record Around(List<NavItem> nav, List<Ref> crumbs, Ref previous, Ref next) {
        public Around {
            nav = List.copyOf(nav);
            crumbs = List.copyOf(crumbs);
        }
    }

    /**
     * @param language whether there is a language reference to lead to
     * @param packs the rule packs with their versions, for the foot of the page
     */
    public record Chrome(boolean language, List<String> packs) {
        public Chrome {
            packs = List.copyOf(packs);
        }
    }

    public Frame {
        Objects.requireNonNull(heading, "heading");
        outline = List.copyOf(outline);
    }

    /** Returns the address of a page by its path below the root of the site. */
    public String to(String path) {
        return root + path;
    }

    public String tabTitle() {
        return heading.equals("Ringfence") ? heading : heading + " · Ringfence";
    }
}
