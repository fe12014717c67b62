package org.ringfence.site.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.ringfence.site.highlight.Highlighter;

/**
 * The body of a page of guidance, finished for the site. The only text that enters a page
 * unescaped: it must come from {@link org.ringfence.kb.Topic#html}, which promises safe HTML.
 */
public final class Fragment implements Content {
    public static final Fragment EMPTY = new Fragment("", Set.of());

    /** The address that stands for a file which the site does not have. */
    public static final String NOWHERE = "#nowhere";

    private final String html;
    private final Set<String> ids;

    private Fragment(String html, Set<String> ids) {
        this.html = html;
        this.ids = ids;
    }

    /**
     * Puts in permalinks, containers for wide tables, colours, and the marked lines of examples.
     *
     * @param safe HTML that may be shown as it is
     * @param rule the page of a rule by its id; {@link Ref#NONE} where there is none
     */
    public static Fragment of(String safe, Function<String, Ref> rule, Highlighter colours) {
        Document document = Jsoup.parseBodyFragment(safe);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        var finish = new Finish(rule, colours);
        // a list of its own, for the tree changes on the way
        for (Element element : List.copyOf(body.getAllElements())) {
            finish.visit(element);
        }
        return new Fragment(body.html().strip(), Set.copyOf(finish.ids));
    }

    /** Returns the anchors that the fragment has. */
    public Set<String> ids() {
        return ids;
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    /** Changes the elements of one fragment, in their order. */
    private static final class Finish {
        private final Function<String, Ref> rule;
        private final Highlighter colours;
        private final Set<String> ids = new HashSet<>();

        /** Avoid or prefer, below a heading that reads so. */
        private String tone = "";

        Finish(Function<String, Ref> rule, Highlighter colours) {
            this.rule = rule;
            this.colours = colours;
        }

        void visit(Element element) {
            ownId(element);
            switch (element.tagName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
                case "table" -> container(element);
                case "pre" -> code(element);
                case "a" -> link(element);
                case "img" -> image(element);
                case "figcaption" -> caption(element);
                case "input" ->
                        element.attr("aria-label", element.hasAttr("checked") ? "Done" : "To do");
                default -> {}
            }
        }

        /** Of elements with the same id the first keeps it; that of the page around is taken. */
        private void ownId(Element element) {
            if (!element.hasAttr("id")) {
                return;
            }
            if (element.id().equals("rf-main") || !ids.add(element.id())) {
                element.removeAttr("id");
            }
        }

        private void heading(Element heading) {
            if (heading.tagName().equals("h1")) {
                heading.tagName("h2");
            }
            String text = heading.text();
            String word = text.toLowerCase(Locale.ROOT);
            tone = word.equals("avoid") || word.equals("prefer") ? word : "";
            if (heading.hasAttr("id")) {
                heading.appendElement("a")
                        .addClass("permalink")
                        .attr("href", Anchor.href(heading.id()))
                        .attr("aria-label", "Link to: " + text)
                        .text("#");
            }
        }

        private static void container(Element table) {
            if (inside(table, "table")) {
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

        private void link(Element link) {
            if (link.hasAttr("name")) {
                ids.add(link.attr("name"));
            }
            String target = link.attr("href");
            if (target.startsWith("//")) {
                target = "https:" + target;
                link.attr("href", target);
            } else if (target.equals(NOWHERE) || target.startsWith("/")) {
                link.unwrap();
                return;
            }
            if (target.startsWith("http:") || target.startsWith("https:")) {
                link.attr("rel", "noreferrer").addClass("outward");
            }
        }

        /** An image of the site is shown; one of another host would be a request to it. */
        private static void image(Element image) {
            String source = image.attr("src");
            String alternative = "[" + image.attr("alt") + "]";
            if (source.matches("(?i)https?:.*")) {
                Element link = new Element("a").attr("href", source).text(alternative);
                image.replaceWith(link.attr("rel", "noreferrer").addClass("outward"));
            } else if (source.equals(NOWHERE)
                    || source.matches("(?s)\\s*(?:[A-Za-z][\\w+.-]*:|/).*")) {
                image.replaceWith(new Element("span").addClass("missing").text(alternative));
            } else {
                image.attr("loading", "lazy");
                if (!inside(image, "a")) {
                    Element zoom = new Element("a").addClass("zoom").attr("href", source);
                    image.replaceWith(zoom);
                    zoom.appendChild(image);
                }
            }
        }

        private static boolean inside(Element element, String tag) {
            Element around = element.parent();
            while (around != null && !around.tagName().equals(tag)) {
                around = around.parent();
            }
            return around != null;
        }

        private static void caption(Element caption) {
            String[] parts = caption.text().split(": ", 2);
            caption.empty().appendElement("strong").text(parts[0]);
            if (parts.length == 2) {
                caption.appendText(" ").appendElement("code").text(parts[1]);
            }
        }

        private void code(Element pre) {
            pre.attr("tabindex", "0");
            Element figure = pre.parent();
            boolean example =
                    figure != null
                            && figure.tagName().equals("figure")
                            && figure.hasClass("example");
            Element code = pre.childrenSize() == 1 ? pre.child(0) : pre;
            String language = language(code);
            if (code != pre && code.childrenSize() == 0) {
                String text = code.wholeText();
                code.empty();
                if (example) {
                    lines(CodeLine.of(text, language, colours, notes(text)), code);
                } else {
                    plain(colours.lines(language, text), code);
                }
            }
            Element box = new Element("div").addClass("code");
            if (!tone.isEmpty() && pre.parent() != null && pre.parent().tagName().equals("body")) {
                box.addClass(tone);
            }
            if (!language.isEmpty()) {
                box.attr("data-lang", language);
            }
            pre.replaceWith(box);
            box.appendChild(pre);
        }

        private static String language(Element code) {
            String name = code.className();
            return name.startsWith("language-") ? name.substring("language-".length()) : "";
        }

        private Map<Integer, List<CodeLine.Note>> notes(String code) {
            Map<Integer, List<CodeLine.Note>> notes = new TreeMap<>();
            CodeLine.expected(code)
                    .forEach(
                            (line, ids) ->
                                    notes.put(
                                            line,
                                            ids.stream()
                                                    .map(rule)
                                                    .filter(Ref::leads)
                                                    .map(Finish::note)
                                                    .toList()));
            return notes;
        }

        private static CodeLine.Note note(Ref rule) {
            var remark = new CodeLine.Remark("", Inline.EMPTY, rule, List.of());
            return new CodeLine.Note(CodeLine.Part.NONE, remark);
        }

        private static void plain(List<List<Highlighter.Run>> lines, Element code) {
            List<Highlighter.Run> runs = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                runs.addAll(lines.get(i));
                if (i + 1 < lines.size()) {
                    runs.add(new Highlighter.Run("", "\n"));
                }
            }
            runs(runs, code);
        }

        private static void runs(List<Highlighter.Run> runs, Element into) {
            for (Highlighter.Run run : runs) {
                if (run.style().isEmpty()) {
                    into.appendChild(new TextNode(run.text()));
                } else {
                    into.appendElement("span").attr("class", run.style()).text(run.text());
                }
            }
        }

        private static void lines(List<CodeLine> lines, Element code) {
            for (CodeLine line : lines) {
                Element span = code.appendElement("span").attr("class", line.look().style());
                runs(line.runs(), span);
                span.appendText("\n");
                for (CodeLine.Remark remark : line.remarks()) {
                    code.appendElement("span")
                            .addClass("remark")
                            .appendText("flagged by ")
                            .appendElement("a")
                            .attr("href", remark.rule().href())
                            .text(remark.rule().text());
                }
            }
        }
    }
}
