package org.ringfence.site.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * The body of a page of guidance, finished for the site. The only text that enters a page
 * unescaped: it must come from {@link org.ringfence.kb.Topic#html}, which promises safe HTML.
 */
public final class Fragment implements Content {
    public static final Fragment EMPTY = new Fragment("", Set.of());

    /** The address that stands for a file which the site does not have. */
    public static final String NOWHERE = "#nowhere";

    private static final Set<String> RESERVED = Set.of("rf-main");

    private final String html;
    private final Set<String> ids;

    private Fragment(String html, Set<String> ids) {
        this.html = html;
        this.ids = ids;
    }

    /**
     * Puts in permalinks, containers for wide tables, and the marked lines of examples.
     *
     * @param safe HTML that may be shown as it is
     * @param rule the page of a rule by its id; {@link Ref#NONE} where there is none
     */
    public static Fragment of(String safe, Function<String, Ref> rule) {
        Document document = Jsoup.parseBodyFragment(safe);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        uniqueIds(body);
        body.select("h1").forEach(heading -> heading.tagName("h2"));
        body.select("h2[id], h3[id], h4[id], h5[id], h6[id]").forEach(Fragment::permalink);
        body.select("table").forEach(Fragment::container);
        body.select("pre").forEach(pre -> pre.attr("tabindex", "0"));
        body.select("a[href^=//]").forEach(link -> link.attr("href", "https:" + link.attr("href")));
        body.select("a[href=" + NOWHERE + "], a[href^=/]").forEach(Element::unwrap);
        body.select("img").forEach(Fragment::image);
        body.select("a[href^=http:], a[href^=https:]").forEach(Fragment::outward);
        body.select("figure.example").forEach(figure -> example(figure, rule));
        tones(body);
        Set<String> ids = new LinkedHashSet<>(body.select("[id]").eachAttr("id"));
        ids.addAll(body.select("a[name]").eachAttr("name"));
        return new Fragment(body.html().strip(), ids);
    }

    /** Returns the anchors that the fragment has. */
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    /** Code right below a heading that reads Avoid or Prefer looks like what it is. */
    private static void tones(Element body) {
        String tone = "";
        for (Element element : body.children()) {
            if (element.tagName().matches("h[1-6]")) {
                String text = element.ownText().toLowerCase(Locale.ROOT);
                tone = text.equals("avoid") || text.equals("prefer") ? text : "";
            } else if (element.tagName().equals("pre") && !tone.isEmpty()) {
                element.addClass(tone);
            }
        }
    }

    private static void permalink(Element heading) {
        String label = "Link to “" + heading.text() + "”";
        heading.appendElement("a")
                .addClass("permalink")
                .attr("href", Anchor.href(heading.id()))
                .attr("aria-label", label)
                .text("#");
    }

    private static void container(Element table) {
        if (table.closest("div.scroll") != null) {
            return;
        }
        Element container =
                new Element("div")
                        .addClass("scroll")
                        .attr("tabindex", "0")
                        .attr("role", "group")
                        .attr("aria-label", "Table");
        table.replaceWith(container);
        container.appendChild(table);
    }

    /** An image of the site is shown; one of another host would be a request to it. */
    private static void image(Element image) {
        String source = image.attr("src");
        if (source.matches("(?i)https?:.*")) {
            Element link =
                    new Element("a").attr("href", source).text("[" + image.attr("alt") + "]");
            image.replaceWith(link);
        } else if (source.equals(NOWHERE) || source.matches("(?s)\\s*(?:[A-Za-z][\\w+.-]*:|/).*")) {
            String alternative = "[" + image.attr("alt") + "]";
            image.replaceWith(new Element("span").addClass("missing").text(alternative));
        } else {
            image.attr("loading", "lazy");
        }
    }

    /**
     * Of elements with the same id the first keeps it; ids of the page around are not to be had.
     */
    private static void uniqueIds(Element body) {
        Set<String> taken = new LinkedHashSet<>(RESERVED);
        for (Element element : body.select("[id]")) {
            if (!taken.add(element.id())) {
                element.removeAttr("id");
            }
        }
    }

    private static void outward(Element link) {
        link.attr("rel", "noreferrer").addClass("outward");
    }

    private static void example(Element figure, Function<String, Ref> rule) {
        for (Element caption : figure.select("> figcaption")) {
            String[] parts = caption.text().split(": ", 2);
            caption.empty().appendElement("strong").text(parts[0]);
            if (parts.length == 2) {
                caption.appendText(" ").appendElement("code").text(parts[1]);
            }
        }
        for (Element code : figure.select("pre > code")) {
            String text = code.wholeText();
            code.empty();
            lines(CodeLine.of(text, remarks(text, rule)), code);
        }
    }

    private static Map<Integer, List<Ref>> remarks(String code, Function<String, Ref> rule) {
        Map<Integer, List<Ref>> remarks = new TreeMap<>();
        CodeLine.expected(code)
                .forEach(
                        (line, ids) ->
                                remarks.put(
                                        line, ids.stream().map(rule).filter(Ref::leads).toList()));
        return remarks;
    }

    private static void lines(List<CodeLine> lines, Element code) {
        for (CodeLine line : lines) {
            Element span = code.appendElement("span").addClass("line");
            span.appendChild(new TextNode(line.text() + "\n"));
            if (line.hit()) {
                span.addClass("hit");
            }
            for (Ref remark : line.remarks()) {
                code.appendElement("span")
                        .addClass("remark")
                        .appendText("flagged by ")
                        .appendElement("a")
                        .attr("href", remark.href())
                        .text(remark.text());
            }
        }
    }
}
