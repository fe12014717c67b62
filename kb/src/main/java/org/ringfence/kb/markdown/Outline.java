package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.ringfence.kb.Section;

/**
 * The headings of a page, their anchors, and the sections they open.
 *
 * @param title the first heading when it is an h1
 * @param anchors of every heading
 * @param titleAnchors what leads to the title, and so to the top of the page
 * @param sections in page order; the first has the anchor {@code ""}
 */
record Outline(
        Optional<Heading> title,
        Map<Heading, String> anchors,
        Set<String> titleAnchors,
        List<Section> sections) {

    /** The deepest heading that opens a section of its own. */
    private static final int SECTION_LEVEL = 3;

    /** Reads a parsed body that starts {@code linesBefore} lines below the start of its file. */
    static Outline of(Node document, int linesBefore) {
        var anchors = new IdentityHashMap<Heading, String>();
        var slugs = new Slugs();
        var title = new ArrayList<Heading>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        if (anchors.isEmpty()
                                && heading.getLevel() == 1
                                && heading.getParent() == document) {
                            title.add(heading);
                        }
                        anchors.put(heading, slugs.next(PlainText.of(heading)));
                    }
                });
        var first = title.stream().findFirst();
        var titleAnchors = new LinkedHashSet<String>();
        first.ifPresent(heading -> explicit(heading, titleAnchors));
        first.ifPresent(heading -> titleAnchors.add(anchors.get(heading)));
        var sections = new Cutter(anchors, first, linesBefore).cut(document);
        return new Outline(first, anchors, titleAnchors, sections);
    }

    /** Adds the anchors that raw HTML at or below a node declares. */
    private static void explicit(Node node, Set<String> ids) {
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(HtmlInline html) {
                        add(html.getLiteral(), ids);
                    }

                    @Override
                    public void visit(HtmlBlock html) {
                        add(html.getLiteral(), ids);
                    }
                });
    }

    private static void add(String html, Set<String> ids) {
        if (!RawTags.mayAnchor(html)) {
            return;
        }
        for (var tag : RawTags.in(html)) {
            var id = tag.attributes().getOrDefault("id", "");
            var name = tag.name().equals("a") ? tag.attributes().getOrDefault("name", "") : "";
            for (var anchor : List.of(id, name)) {
                if (!anchor.isBlank()) {
                    ids.add(anchor);
                }
            }
        }
    }

    /** Cuts a document at its headings; lives for one page. */
    private static final class Cutter {
        private final Map<Heading, String> anchors;
        private final Optional<Heading> title;
        private final int linesBefore;
        private final List<Section> sections = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final Set<String> aliases = new LinkedHashSet<>();
        private String anchor = "";
        private String heading = "";
        private int level = 1;
        private int line = 1;

        Cutter(Map<Heading, String> anchors, Optional<Heading> title, int linesBefore) {
            this.anchors = anchors;
            this.title = title;
            this.linesBefore = linesBefore;
            this.line = linesBefore + 1;
        }

        List<Section> cut(Node document) {
            for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
                if (title.isPresent() && title.get() == node) {
                    heading = PlainText.of(node);
                    line = line(node);
                    aliases.add(anchors.get(title.get()));
                    explicit(node, aliases);
                } else if (node instanceof Heading opening && opening.getLevel() <= SECTION_LEVEL) {
                    close();
                    anchor = anchors.get(opening);
                    heading = PlainText.of(opening);
                    level = opening.getLevel();
                    line = line(opening);
                    explicit(opening, aliases);
                } else {
                    PlainText.append(node, text);
                    inner(node);
                }
            }
            close();
            return List.copyOf(sections);
        }

        private void inner(Node node) {
            explicit(node, aliases);
            node.accept(
                    new AbstractVisitor() {
                        @Override
                        public void visit(Heading deeper) {
                            aliases.add(anchors.get(deeper));
                        }
                    });
        }

        private int line(Node node) {
            return linesBefore + 1 + PageParser.at(node).map(Yaml.At::line).orElse(0);
        }

        private void close() {
            aliases.remove(anchor);
            var plain = text.toString().strip();
            sections.add(new Section(anchor, heading, level, line, plain, List.copyOf(aliases)));
            text.setLength(0);
            aliases.clear();
        }
    }
}
