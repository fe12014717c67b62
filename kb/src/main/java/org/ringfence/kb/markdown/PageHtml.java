package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.ringfence.kb.Topic;

/**
 * Renders a page from its source when asked, so that a large guidance need not keep all its HTML.
 *
 * @param body the page without its front matter
 * @param path of the page below the root
 * @param drawnIn the texts of the files that the page includes or shows, by path
 */
record PageHtml(String body, String path, Map<String, String> drawnIn) implements Topic.Body {

    PageHtml {
        drawnIn = Map.copyOf(drawnIn);
    }

    @Override
    public List<String> texts() {
        var texts = new ArrayList<String>();
        texts.add(body);
        new TreeMap<>(drawnIn).forEach((file, text) -> texts.addAll(List.of(file, text)));
        return texts;
    }

    @Override
    public String html(Topic.Addresses addresses) {
        var page = PageParser.parse(body, path, file -> Optional.ofNullable(drawnIn.get(file)));
        var outline = Outline.of(page.document(), 0);
        outline.title().ifPresent(Node::unlink);
        outline.anchors().keySet().forEach(PageHtml::keepOneTitle);
        var rendered = renderer(outline.anchors()).render(page.document());
        return SafeHtml.of(rendered, addresses).strip();
    }

    /** The h1 of the output is the title that the site writes. */
    private static void keepOneTitle(Heading heading) {
        heading.setLevel(Math.max(2, heading.getLevel()));
    }

    private static HtmlRenderer renderer(Map<Heading, String> anchors) {
        return HtmlRenderer.builder()
                .extensions(PageParser.EXTENSIONS)
                .attributeProviderFactory(
                        context ->
                                (node, tag, attributes) -> {
                                    if (node instanceof Heading heading
                                            && anchors.containsKey(heading)) {
                                        attributes.put("id", anchors.get(heading));
                                    }
                                })
                .nodeRendererFactory(Own::new)
                .build();
    }

    /**
     * Renders the nodes that CommonMark does not have, and raw HTML with its placeholders escaped.
     */
    private static final class Own implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Own(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    Alert.class, Example.class, Included.class, HtmlInline.class, HtmlBlock.class);
        }

        @Override
        public void render(Node node) {
            var out = context.getWriter();
            if (node instanceof HtmlInline html) {
                out.raw(RawTags.escapePlaceholders(html.getLiteral()));
            } else if (node instanceof HtmlBlock html) {
                out.line();
                out.raw(RawTags.escapePlaceholders(html.getLiteral()));
                out.line();
            } else if (node instanceof Alert alert) {
                element("div", "alert alert-" + alert.kind(), () -> alert(alert));
            } else if (node instanceof Example example) {
                element("figure", "example " + example.kind(), () -> example(example));
            } else {
                children(node);
            }
        }

        private void alert(Alert alert) {
            element("p", "alert-title", () -> context.getWriter().text(capitalised(alert.kind())));
            context.getWriter().line();
            children(alert);
        }

        private void example(Example example) {
            var caption = capitalised(example.kind()) + ": " + example.file();
            var out = context.getWriter();
            out.tag("figcaption");
            out.text(caption);
            out.tag("/figcaption");
            out.tag("pre");
            var extension = example.file().substring(example.file().lastIndexOf('.') + 1);
            out.tag("code", Map.of("class", "language-" + extension.toLowerCase(Locale.ROOT)));
            out.text(example.code());
            out.tag("/code");
            out.tag("/pre");
        }

        private void element(String name, String className, Runnable content) {
            var out = context.getWriter();
            out.line();
            out.tag(name, Map.of("class", className));
            content.run();
            out.tag("/" + name);
            out.line();
        }

        private void children(Node parent) {
            Consumer<Node> render = context::render;
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                render.accept(child);
            }
        }

        private static String capitalised(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
    }
}
