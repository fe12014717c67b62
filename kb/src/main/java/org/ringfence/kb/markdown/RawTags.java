package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.Encoding;

/**
 * Finds the tags in raw HTML of a page. Good enough to find anchors, links and text; what is safe
 * to show is decided elsewhere, by {@link SafeHtml}.
 */
final class RawTags {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|\\z)", Pattern.DOTALL);
    private static final Pattern ANCHORING = Pattern.compile("(?i)(?:id|name)\\s*=");
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
        for (var at = html.indexOf('<'); at >= 0; ) {
            var shape = Shape.at(html, at);
            if (shape.isTag()) {
                var attributes = attributes(html, shape.nameEnd(), shape.end() - 1);
                tags.add(new Tag(shape.name(html), shape.closing(), at, attributes));
            }
            at = html.indexOf('<', shape.isTag() ? shape.end() : at + 1);
        }
        return tags;
    }

    /** Says whether some tag may have an attribute that makes it an anchor. */
    static boolean mayAnchor(String html) {
        return html.indexOf('=') > 0 && ANCHORING.matcher(html).find();
    }

    private static Map<String, String> attributes(String html, int start, int end) {
        var equals = html.indexOf('=', start);
        if (equals < 0 || equals >= end) {
            return Map.of();
        }
        var attributes = new LinkedHashMap<String, String>();
        var attribute = ATTRIBUTE.matcher(html).region(start, end);
        while (attribute.find()) {
            attributes.putIfAbsent(
                    attribute.group(1).toLowerCase(Locale.ROOT),
                    Encoding.decodeHtml(
                            first(attribute.group(2), attribute.group(3), attribute.group(4)),
                            true));
        }
        return attributes;
    }

    /**
     * What stands at a {@code <}: something between angle brackets that starts with a letter, or
     * with a slash and a letter, if {@code end} is not 0.
     *
     * @param nameStart where the name starts, in UTF-16 units
     * @param nameEnd after its last unit
     * @param end after the {@code >}
     * @param plain whether the name has only letters, digits and hyphens
     */
    private record Shape(boolean closing, int nameStart, int nameEnd, int end, boolean plain) {

        private static final Shape NONE = new Shape(false, 0, 0, 0, false);

        static Shape at(String html, int start) {
            var closing = html.startsWith("/", start + 1);
            var nameStart = start + (closing ? 2 : 1);
            if (nameStart >= html.length() || !isLetter(html.charAt(nameStart))) {
                return NONE;
            }
            var nameEnd = nameStart;
            var plain = true;
            while (nameEnd < html.length() && !endsName(html.charAt(nameEnd))) {
                var c = html.charAt(nameEnd++);
                plain &= isLetter(c) || (c >= '0' && c <= '9') || c == '-';
            }
            var end = nameEnd;
            while (end < html.length() && html.charAt(end) != '<' && html.charAt(end) != '>') {
                end++;
            }
            return end < html.length() && html.charAt(end) == '>'
                    ? new Shape(closing, nameStart, nameEnd, end + 1, plain)
                    : NONE;
        }

        boolean isTag() {
            return end > 0 && plain;
        }

        /** Returns the name in lower case. */
        String name(String html) {
            return html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        }

        private static boolean isLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        private static boolean endsName(char c) {
            return c == '<' || c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r');
        }
    }

    /** Says whether a single tag, as it stands in a line of text, shows nothing itself. */
    static boolean isInvisible(String tag) {
        if (!tag.startsWith("<")) {
            return false;
        }
        var shape = Shape.at(tag, 0);
        return shape.isTag() && shape.end() == tag.length() && ELEMENTS.contains(shape.name(tag));
    }

    /** Returns the HTML with everything that looks like a tag but names no element escaped. */
    static String escapePlaceholders(String html) {
        var escaped = new StringBuilder(html.length() + 16);
        var done = 0;
        for (var at = html.indexOf('<'); at >= 0; ) {
            var shape = Shape.at(html, at);
            if (shape.end() > 0 && !ELEMENTS.contains(shape.name(html))) {
                escaped.append(html, done, at);
                placeholder(html, at, shape, escaped);
                done = shape.end();
            }
            at = html.indexOf('<', shape.end() > 0 ? shape.end() : at + 1);
        }
        return escaped.append(html, done, html.length()).toString();
    }

    private static void placeholder(String html, int at, Shape shape, StringBuilder out) {
        out.append("&lt;").append(html, at + 1, shape.end() - 1).append("&gt;");
    }

    /** Returns what a reader sees: cells of a row separated by a bar, blocks by a line feed. */
    static String text(String html) {
        if (html.indexOf('<') < 0) {
            return Encoding.decodeHtml(html, false);
        }
        var shown = visible(html);
        var text = new StringBuilder(shown.length());
        var done = 0;
        for (var at = shown.indexOf('<'); at >= 0; ) {
            var shape = Shape.at(shown, at);
            if (shape.end() > 0) {
                text.append(shown, done, at);
                done = shape.end();
                var name = shape.name(shown);
                if (!ELEMENTS.contains(name)) {
                    placeholder(shown, at, shape, text);
                } else if (SEPARATING.contains(name)) {
                    text.append('\n');
                } else if ((name.equals("td") || name.equals("th")) && shape.closing()) {
                    text.append(" | ");
                }
            }
            at = shown.indexOf('<', shape.end() > 0 ? shape.end() : at + 1);
        }
        return Encoding.decodeHtml(text.append(shown, done, shown.length()).toString(), false);
    }

    private static String visible(String html) {
        var plain = html.contains("<!--") ? COMMENT.matcher(html).replaceAll("") : html;
        return mayHide(plain) ? HIDDEN.matcher(plain).replaceAll("") : plain;
    }

    private static boolean mayHide(String html) {
        for (var at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at + 1, "s", 0, 1)
                    && (html.regionMatches(true, at + 1, "script", 0, 6)
                            || html.regionMatches(true, at + 1, "style", 0, 5))) {
                return true;
            }
        }
        return false;
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
