package org.ringfence.site.html;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a site stands on the web, and where its sources do. A site needs neither to work.
 *
 * @param base the address of the start page, which ends with {@code /}; or empty
 * @param sources what the path of a Markdown file is put behind to edit it, which ends with {@code
 *     /}; or empty
 */
public record Web(String base, String sources) {
    public static final Web NOWHERE = new Web("", "");

    /**
     * @throws IllegalArgumentException if an address is not one of the web, says what was expected
     */
    public Web {
        base = checked(base);
        sources = checked(sources);
    }

    private static String checked(String address) {
        if (address.isEmpty()) {
            return address;
        }
        try {
            URI uri = new URI(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return address.endsWith("/") ? address : address + "/";
            }
        } catch (URISyntaxException e) {
            // told below, in the same words
        }
        throw new IllegalArgumentException(
                "`"
                        + address
                        + "` is no address of a folder on the web, such as https://example.org/docs/");
    }

    /** Says whether it is known where the site stands. */
    public boolean known() {
        return !base.isEmpty();
    }

    /**
     * Returns the one address of a page; empty where the site stands nowhere.
     *
     * @param page its path below the root of the site
     */
    public String address(String page) {
        String place = page.equals("index.html") ? "" : page.replaceFirst("/index\\.html$", "/");
        return known() ? base + place : "";
    }

    /**
     * Returns the path of the start page on its host: what a page at no fixed place begins with.
     */
    public String path() {
        return URI.create(base).getRawPath();
    }

    /**
     * Returns where a page is edited; empty where that is not known.
     *
     * @param source the path of its Markdown below the root of the guidance, or empty
     */
    public String editing(String source) {
        if (sources.isEmpty() || source.isEmpty()) {
            return "";
        }
        try {
            return sources + new URI(null, null, "/" + source, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
