package org.ringfence.site.html;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What every page has around its content.
 *
 * @param heading the only h1
 * @param description one sentence for search engines, or empty
 * @param root leads from the page to the root of the site: {@code ""} or {@code ../../}
 * @param area the key of the main page it belongs to, or empty
 * @param text the address of the page as Markdown, or empty
 * @param around navigation, the way here, and what comes before and after
 * @param outline of the page
 * @param chrome what is the same on all pages
 */
public record Frame(
        String heading,
        String description,
        String root,
        String area,
        String text,
        Around around,
        List<Heading> outline,
        Chrome chrome) {

    /**
     * @param page the path of the page itself, below the root of the site
     * @param source the path of its Markdown below the root of the guidance, or empty
     */
    public record Around(
            String page,
            String source,
            List<NavItem> nav,
            List<Ref> crumbs,
            Ref previous,
            Ref next) {
        public Around {
            nav = List.copyOf(nav);
            crumbs = List.copyOf(crumbs);
        }
    }

    /**
     * @param areas the main pages
     * @param foot pages that the foot leads to
     * @param packs the rule packs with their versions, for the foot of the page
     * @param web where the site and its sources stand
     * @param served whether a server stands behind the pages, which finds and checks
     */
    public record Chrome(
            List<Area> areas, List<Area> foot, List<String> packs, Web web, boolean served) {
        public Chrome {
            areas = List.copyOf(areas);
            foot = List.copyOf(foot);
            packs = List.copyOf(packs);
        }

        /** Says whether a page is one of those that the site has. */
        public boolean leadsTo(String page) {
            return Stream.concat(areas.stream(), foot.stream())
                    .anyMatch(area -> area.page().equals(page));
        }
    }

    /**
     * @param key what {@link Frame#area} says on its pages
     * @param page its path below the root of the site
     */
    public record Area(String key, String text, String page) {}

    public Frame {
        Objects.requireNonNull(heading, "heading");
        outline = List.copyOf(outline);
    }

    /** Returns the one address of the page on the web, or an empty text. */
    public String address() {
        return chrome.web().address(around.page());
    }

    /** Returns where the page is edited, or an empty text. */
    public String editing() {
        return chrome.web().editing(around.source());
    }

    /** Returns the address of a page by its path below the root of the site. */
    public String to(String path) {
        return root + path;
    }

    public String tabTitle() {
        return heading.equals("Ringfence") ? heading : heading + " · Ringfence";
    }
}
