package org.ringfence.kb.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import org.ringfence.kb.Topic;

/**
 * Lets through what guidance needs and nothing else, whatever the HTML came from. Every page passes
 * here as a whole, after rendering, so that neither an author nor a mistake of the renderer can put
 * a script into the site.
 */
final class SafeHtml {

    private static final Pattern ID = Pattern.compile("[^\\s\"'<>&`=]{1,200}");
    private static final Pattern CLASS =
            Pattern.compile(
                    "alert(?: alert-(?:note|tip|important|caution|warning))?|alert-title|example (?:avoid|prefer)"
                            + "|footnotes?|footnote-(?:ref|backref)|language-[A-Za-z0-9_+#.-]{1,40}");
    private static final Pattern ALIGN = Pattern.compile("(?i)left|right|center");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "a",
                            "abbr",
                            "b",
                            "blockquote",
                            "br",
                            "caption",
                            "cite",
                            "code",
                            "col",
                            "colgroup",
                            "dd",
                            "del",
                            "details",
                            "dfn",
                            "div",
                            "dl",
                            "dt",
                            "em",
                            "figcaption",
                            "figure",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "hr",
                            "i",
                            "img",
                            "ins",
                            "kbd",
                            "li",
                            "mark",
                            "ol",
                            "p",
                            "pre",
                            "q",
                            "s",
                            "samp",
                            "section",
                            "small",
                            "span",
                            "strike",
                            "strong",
                            "sub",
                            "summary",
                            "sup",
                            "table",
                            "tbody",
                            "td",
                            "tfoot",
                            "th",
                            "thead",
                            "tr",
                            "tt",
                            "u",
                            "ul",
                            "var")
                    .allowElements(
                            (element, attributes) -> {
                                var type = attributes.indexOf("type");
                                return type >= 0 && attributes.contains("disabled")
                                        ? element
                                        : null;
                            },
                            "input")
                    .allowWithoutAttributes("span", "a", "figure", "section")
                    .allowAttributes("id")
                    .matching(ID)
                    .globally()
                    .allowAttributes("name")
                    .matching(ID)
                    .onElements("a")
                    .allowAttributes("class")
                    .matching(CLASS)
                    .globally()
                    .allowAttributes("title")
                    .globally()
                    .allowAttributes("href")
                    .onElements("a")
                    .allowAttributes("src", "alt")
                    .onElements("img")
                    .allowAttributes("width", "height")
                    .matching(NUMBER)
                    .onElements("img")
                    .allowAttributes("align")
                    .matching(ALIGN)
                    .onElements("td", "th", "tr", "col", "p", "div")
                    .allowAttributes("colspan", "rowspan")
                    .matching(NUMBER)
                    .onElements("td", "th")
                    .allowAttributes("start")
                    .matching(NUMBER)
                    .onElements("ol")
                    .allowAttributes("open")
                    .onElements("details")
                    .allowAttributes("type")
                    .matching(true, "checkbox")
                    .onElements("input")
                    .allowAttributes("disabled", "checked")
                    .onElements("input")
                    .allowUrlProtocols("http", "https", "mailto")
                    .toFactory();

    private SafeHtml() {}

    /**
     * Returns the safe part of a fragment, balanced, with links that lead where {@code addresses}
     * says.
     */
    static String of(String html, Topic.Addresses addresses) {
        var writer = new Writer(addresses);
        HtmlSanitizer.sanitize(html, POLICY.apply(writer));
        return writer.out.toString();
    }

    /**
     * Writes what the policy let through; every text and attribute is escaped here, in one place.
     */
    private static final class Writer implements HtmlStreamEventReceiver {

        private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "input");
        private final Topic.Addresses addresses;
        private final StringBuilder out = new StringBuilder();

        Writer(Topic.Addresses addresses) {
            this.addresses = addresses;
        }

        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {
            out.append('<').append(element);
            for (var i = 0; i + 1 < attributes.size(); i += 2) {
                var name = attributes.get(i);
                var value = attributes.get(i + 1);
                if (name.equals("href") || name.equals("src")) {
                    address(value).ifPresent(address -> attribute(name, address));
                } else {
                    attribute(name, value);
                }
            }
            out.append('>');
        }

        private java.util.Optional<String> address(String target) {
            var ofFootnote = target.startsWith("#fn");
            return addresses
                    .of(target)
                    .or(
                            () ->
                                    ofFootnote
                                            ? java.util.Optional.of(target)
                                            : java.util.Optional.empty());
        }

        private void attribute(String name, String value) {
            out.append(' ').append(name).append("=\"");
            escape(value);
            out.append('"');
        }

        @Override
        public void closeTag(String element) {
            if (!VOID.contains(element)) {
                out.append("</").append(element).append('>');
            }
        }

        @Override
        public void text(String text) {
            escape(text);
        }

        private void escape(String text) {
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                switch (c) {
                    case '&' -> out.append("&amp;");
                    case '<' -> out.append("&lt;");
                    case '>' -> out.append("&gt;");
                    case '"' -> out.append("&quot;");
                    default -> out.append(c);
                }
            }
        }
    }
}
