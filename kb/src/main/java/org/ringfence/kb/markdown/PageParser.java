package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses the body of a page, with everything it draws in put in place. */
final class PageParser {

    static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create(),
                    TaskListItemsExtension.create(),
                    FootnotesExtension.create());

    /** A mistake in a body; line and column from 0. */
    record Mistake(boolean missingExample, int line, int column, String message) {}

    /** A parsed body and what is wrong with it. */
    record Page(Node document, List<Mistake> mistakes) {}

    private PageParser() {}

    /** Parses the body of the page at {@code path}. */
    static Page parse(String body, String path, Neighbours neighbours) {
        var mistakes = new ArrayList<Mistake>();
        var document = document(body, mistakes);
        new Dialect(path, neighbours, mistakes).apply(document);
        return new Page(document, List.copyOf(mistakes));
    }

    /** Parses a text on its own, without drawing anything in. */
    static Node document(String body, List<Mistake> mistakes) {
        var costly = CostGuard.check(body);
        if (costly.isPresent()) {
            mistakes.add(costly.get());
            return new Document();
        }
        var guard = new DepthGuard();
        var document =
                Parser.builder()
                        .postProcessor(guard)
                        .extensions(EXTENSIONS)
                        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                        .maxOpenBlockParsers(DepthGuard.MAX_DEPTH)
                        .build()
                        .parse(Directives.toMarkdown(body));
        if (guard.hasCut()) {
            mistakes.add(
                    new Mistake(
                            false,
                            0,
                            0,
                            "nested deeper than %d levels; what lies deeper is left out"
                                    .formatted(DepthGuard.MAX_DEPTH)));
        }
        return document;
    }

    /**
     * Returns where a node starts, line and column from 0; empty for nodes that were put in later.
     */
    static Optional<Yaml.At> at(Node node) {
        return node.getSourceSpans().stream()
                .findFirst()
                .map(span -> new Yaml.At(span.getLineIndex(), span.getColumnIndex()));
    }
}
