package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.Encoding;

/**
 * Finds the tags in raw HTML of a page. Good enough to find anchors, links and text; what is safe
 * to show is decided elsewhere, by {@link SafeHtml}.
 */
final class RawTags {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[\\s/][^<>]*)?)>");
    private static final Pattern ANY_TAG = Pattern.compile("</?([A-Za-z][^\\s<>/]*)[^<>]*>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "([A-Za-z_:][-A-Za-z0-9_:.]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'<>=`]+))");
    private static final Pattern HIDDEN =
            Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?(?:</\\1\\s*>|\\z)");
    private static final Set<String> SEPARATING =
            Set.of(
                    "br", "p", "div", "tr", "li", "ul", "ol", "table", "thead", "tbody", "dl", "dt",
                    "dd", "hr", "pre");

    /**
     * Every element name of HTML; whatever else looks like a tag is a placeholder that an author
     * wrote.
     */
    private static final Set<String> ELEMENTS =
            Set.of(
                    """
                    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
                    blockquote body br button canvas caption center cite code col colgroup command content data
                    datalist dd del details dfn dialog dir div dl dt element em embed fieldset figcaption figure font
                    footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input
                    ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta
                    meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param
                    picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select
                    shadow slot small source spacer span strike strong style sub summary sup svg table tbody td
                    template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
                    """
                            .strip()
                            .split("\\s+"));

    /**
     * A start or end tag.
     *
     * @param name in lower case
     * @param offset of {@code <}, in UTF-16 units
     */
    record Tag(String name, boolean end, int offset, Map<String, String> attributes) {}

    private RawTags() {}

    static List<Tag> in(String html) {
        var tags = new ArrayList<Tag>();
        var matcher = TAG.matcher(html);
        while (matcher.find()) {
            var attributes = new LinkedHashMap<String, String>();
            var attribute = ATTRIBUTE.matcher(matcher.group(3));
            while (attribute.find()) {
                attributes.putIfAbsent(
                        attribute.group(1).toLowerCase(Locale.ROOT),
                        Encoding.decodeHtml(
                                first(attribute.group(2), attribute.group(3), attribute.group(4)),
                                true));
            }
            tags.add(
                    new Tag(
                            matcher.group(2).toLowerCase(Locale.ROOT),
                            !matcher.group(1).isEmpty(),
                            matcher.start(),
                            attributes));
        }
        return tags;
    }

    /** Says whether a single tag, as it stands in a line of text, shows nothing itself. */
    static boolean isInvisible(String tag) {
        var matcher = TAG.matcher(tag);
        return matcher.matches() && ELEMENTS.contains(matcher.group(2).toLowerCase(Locale.ROOT));
    }

    /** Returns the HTML with everything that looks like a tag but names no element escaped. */
    static String escapePlaceholders(String html) {
        return ANY_TAG.matcher(html)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        ELEMENTS.contains(match.group(1).toLowerCase(Locale.ROOT))
                                                ? match.group()
                                                : match.group()
                                                        .replace("<", "&lt;")
                                                        .replace(">", "&gt;")));
    }

    /** Returns what a reader sees: cells of a row separated by a bar, blocks by a line feed. */
    static String text(String html) {
        var visible = HIDDEN.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
        var escaped = escapePlaceholders(visible);
        var text = new StringBuilder();
        var done = 0;
        var matcher = TAG.matcher(escaped);
        while (matcher.find()) {
            text.append(escaped, done, matcher.start());
            done = matcher.end();
            var name = matcher.group(2).toLowerCase(Locale.ROOT);
            if (SEPARATING.contains(name)) {
                text.append('\n');
            } else if ((name.equals("td") || name.equals("th")) && !matcher.group(1).isEmpty()) {
                text.append(" | ");
            }
        }
        text.append(escaped, done, escaped.length());
        return Encoding.decodeHtml(text.toString(), false);
    }

    private static String first(String... groups) {
        for (var group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
