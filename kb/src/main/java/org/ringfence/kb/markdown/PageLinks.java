package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Finds every link and image of a page, those in raw HTML included. */
final class PageLinks extends AbstractVisitor {

    /** A link as written; line and column from 0. */
    record Raw(String target, String text, Yaml.At at, boolean image) {}

    private final List<Raw> found = new ArrayList<>();
    private Yaml.At around = new Yaml.At(0, 0);
    private boolean included;

    private PageLinks() {}

    static List<Raw> in(Node document) {
        var links = new PageLinks();
        document.accept(links);
        return List.copyOf(links.found);
    }

    @Override
    public void visit(Link link) {
        add(link.getDestination(), PlainText.of(link), at(link), false);
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(image.getDestination(), PlainText.of(image), at(image), true);
        visitChildren(image);
    }

    @Override
    public void visit(CustomBlock block) {
        var outer = around;
        var wasIncluded = included;
        if (block instanceof Included) {
            around = at(block);
            included = true;
        }
        visitChildren(block);
        around = outer;
        included = wasIncluded;
    }

    @Override
    public void visit(HtmlInline html) {
        for (var tag : RawTags.in(html.getLiteral())) {
            if (tag.name().equals("a") && !tag.end()) {
                add(tag, "href", textUpToEnd(html), at(html));
            } else if (tag.name().equals("img")) {
                add(tag, "src", tag.attributes().getOrDefault("alt", ""), at(html));
            }
        }
    }

    private static String textUpToEnd(Node start) {
        var text = new StringBuilder();
        for (var node = start.getNext(); node != null && !isEnd(node); node = node.getNext()) {
            PlainText.append(node, text);
        }
        return text.toString().strip();
    }

    private static boolean isEnd(Node node) {
        return node instanceof HtmlInline html
                && html.getLiteral().toLowerCase(Locale.ROOT).startsWith("</a");
    }

    @Override
    public void visit(HtmlBlock html) {
        var literal = html.getLiteral();
        if (!literal.contains("href") && !literal.contains("src") && !literal.contains("HREF")) {
            return;
        }
        for (var tag : RawTags.in(literal)) {
            if (tag.name().equals("a") && !tag.end()) {
                var end = literal.indexOf("</", tag.offset());
                var text =
                        RawTags.text(
                                literal.substring(tag.offset(), end < 0 ? literal.length() : end));
                add(tag, "href", text.strip(), at(html, tag.offset()));
            } else if (tag.name().equals("img")) {
                var alt = tag.attributes().getOrDefault("alt", "");
                add(tag, "src", alt, at(html, tag.offset()));
            }
        }
    }

    private void add(RawTags.Tag tag, String attribute, String text, Yaml.At at) {
        add(tag.attributes().getOrDefault(attribute, ""), text, at, attribute.equals("src"));
    }

    private void add(String target, String text, Yaml.At at, boolean image) {
        if (!target.isBlank()) {
            found.add(new Raw(target, text, at, image));
        }
    }

    /**
     * A node that an inclusion brought in stands, for the author of the page, where the inclusion
     * stands.
     */
    private Yaml.At at(Node node) {
        return included ? around : PageParser.at(node).orElse(around);
    }

    private Yaml.At at(HtmlBlock html, int offset) {
        var literal = html.getLiteral();
        var line = 0;
        var start = 0;
        for (var feed = literal.indexOf('\n');
                feed >= 0 && feed < offset;
                feed = literal.indexOf('\n', start)) {
            line++;
            start = feed + 1;
        }
        var column = offset - start;
        var spans = html.getSourceSpans();
        if (included || line >= spans.size()) {
            return at(html);
        }
        var span = spans.get(line);
        return new Yaml.At(span.getLineIndex(), span.getColumnIndex() + column);
    }
}
