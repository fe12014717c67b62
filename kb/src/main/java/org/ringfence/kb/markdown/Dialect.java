package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.ringfence.kb.markdown.PageParser.Mistake;

/**
 * Replaces what is special in guidance pages (alerts, examples, inclusions) by nodes of its own.
 */
final class Dialect {

    private static final Pattern ALERT =
            Pattern.compile("(?is)\\[!(note|tip|important|caution|warning)\\]\\s*(.*)");
    private static final Pattern DIV = Pattern.compile("(?is)\\[!div\\b[^\\]]*\\]\\s*(.*)");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?i)\\[!(avoid|prefer)\\s+([^\\]\\n]+?)\\s*\\]");
    private static final Pattern INCLUDE = Pattern.compile("(?is)(.*)\\[!include\\s*");
    private static final int MAX_INCLUDES = 100;

    private final String path;
    private final Neighbours neighbours;
    private final List<Mistake> mistakes;
    private int includes;

    /**
     * Where the page includes what is being worked on; a mistake in an included file is reported
     * there.
     */
    private Optional<Yaml.At> outermost = Optional.empty();

    Dialect(String path, Neighbours neighbours, List<Mistake> mistakes) {
        this.path = path;
        this.neighbours = neighbours;
        this.mistakes = mistakes;
    }

    void apply(Node document) {
        apply(document, List.of(path));
    }

    /** {@code stack} holds the page and the files it is being included through. */
    private void apply(Node document, List<String> stack) {
        var found = new Found();
        document.accept(found);
        found.quotes.forEach(this::alert);
        found.paragraphs.forEach(this::example);
        found.links.forEach(Dialect::tab);
        found.links.forEach(link -> include(link, stack));
    }

    /** Collects first, since a tree must not change under its visitor. */
    private static final class Found extends AbstractVisitor {
        private final List<BlockQuote> quotes = new ArrayList<>();
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();

        @Override
        public void visit(BlockQuote quote) {
            quotes.add(quote);
            visitChildren(quote);
        }

        @Override
        public void visit(Paragraph paragraph) {
            paragraphs.add(paragraph);
            visitChildren(paragraph);
        }

        @Override
        public void visit(Link link) {
            links.add(link);
        }
    }

    private void alert(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first)) {
            return;
        }
        var start = leadingText(first);
        var alert = ALERT.matcher(start);
        if (alert.matches()) {
            replaceLeadingText(first, alert.group(2));
            var block = new Alert(alert.group(1).toLowerCase(Locale.ROOT));
            quote.insertBefore(block);
            moveChildren(quote, block);
            quote.unlink();
            return;
        }
        var div = DIV.matcher(start);
        if (div.matches()) {
            replaceLeadingText(first, div.group(1));
        }
    }

    /** Returns the plain text that starts a paragraph, up to the first other node. */
    private static String leadingText(Paragraph paragraph) {
        var text = new StringBuilder();
        for (var node = paragraph.getFirstChild();
                node instanceof Text leading;
                node = node.getNext()) {
            text.append(leading.getLiteral());
        }
        return text.toString();
    }

    private static void replaceLeadingText(Paragraph paragraph, String rest) {
        while (paragraph.getFirstChild() instanceof Text text) {
            text.unlink();
        }
        if (!rest.isEmpty()) {
            paragraph.prependChild(new Text(rest));
        } else if (paragraph.getFirstChild() instanceof SoftLineBreak lineBreak) {
            lineBreak.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
    }

    private void example(Paragraph paragraph) {
        var matcher = EXAMPLE.matcher(leadingText(paragraph));
        if (!(paragraph.getLastChild() instanceof Text) || !matcher.matches()) {
            return;
        }
        var file = matcher.group(2);
        var inFolder = !file.contains("/") && !file.contains("\\") && !file.startsWith(".");
        var code =
                inFolder
                        ? TreePath.resolve(path, file).flatMap(neighbours::text)
                        : Optional.<String>empty();
        if (code.isEmpty()) {
            var at = at(paragraph);
            mistakes.add(
                    new Mistake(
                            true,
                            at.line(),
                            at.column(),
                            inFolder
                                    ? "the example '%s' is not in the folder of this page"
                                            .formatted(file)
                                    : "the example '%s' must be a file in the folder of this page, named without a path"
                                            .formatted(file)));
        }
        paragraph.insertBefore(
                new Example(matcher.group(1).toLowerCase(Locale.ROOT), file, code.orElse("")));
        paragraph.unlink();
    }

    /**
     * A heading {@code ## [Name](#tab/x)} starts a tab on Microsoft Learn; here it stays a heading.
     */
    private static void tab(Link link) {
        if (link.getDestination().startsWith("#tab/") && link.getParent() instanceof Heading) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }

    private void include(Link link, List<String> stack) {
        var parent = link.getParent();
        if (!(parent instanceof Paragraph)
                || !(link.getPrevious() instanceof Text before)
                || !(link.getNext() instanceof Text after)) {
            return;
        }
        var start = new StringBuilder(before.getLiteral());
        while (before.getPrevious() instanceof Text text) {
            start.insert(0, text.getLiteral());
            before.unlink();
            before = text;
        }
        var opening = INCLUDE.matcher(start);
        if (!opening.matches() || !after.getLiteral().startsWith("]")) {
            before.setLiteral(start.toString());
            return;
        }
        before.setLiteral(opening.group(1));
        after.setLiteral(after.getLiteral().substring(1));
        var included = included(link, stack);
        included.setSourceSpans(link.getSourceSpans());
        var alone =
                before.getLiteral().isBlank()
                        && after.getLiteral().isBlank()
                        && parent.getFirstChild() == before
                        && parent.getLastChild() == after;
        if (alone) {
            parent.insertBefore(included);
            parent.unlink();
        } else {
            if (included.getFirstChild() instanceof Paragraph only) {
                moveChildren(only, included);
                only.unlink();
            }
            link.insertBefore(included);
            link.unlink();
        }
    }

    private Included included(Link link, List<String> stack) {
        var isOutermost = outermost.isEmpty();
        outermost = Optional.of(at(link));
        var result = filled(link, stack);
        if (isOutermost) {
            outermost = Optional.empty();
        }
        return result;
    }

    private Included filled(Link link, List<String> stack) {
        var result = new Included();
        var target = TreePath.resolve(path, TreePath.decode(link.getDestination()));
        var text = target.flatMap(neighbours::text);
        if (text.isEmpty()) {
            mistake(link, "the included file '%s' is not there".formatted(link.getDestination()));
            return result;
        }
        if (stack.contains(target.get()) || ++includes > MAX_INCLUDES) {
            mistake(
                    link,
                    includes > MAX_INCLUDES
                            ? "more than %d inclusions in one page".formatted(MAX_INCLUDES)
                            : "'%s' includes itself".formatted(target.get()));
            return result;
        }
        var inner = new ArrayList<Mistake>();
        var document = PageParser.document(FrontMatter.of(text.get()).body(), inner);
        inner.forEach(mistake -> mistake(link, "in '" + target.get() + "': " + mistake.message()));
        rebase(document, target.get());
        var deeper = new ArrayList<>(stack);
        deeper.add(target.get());
        apply(document, deeper);
        moveChildren(document, result);
        return result;
    }

    private void mistake(Link link, String message) {
        var at = at(link);
        mistakes.add(new Mistake(false, at.line(), at.column(), message));
    }

    private Yaml.At at(Node node) {
        return outermost.or(() -> PageParser.at(node)).orElse(new Yaml.At(0, 0));
    }

    /** Makes the links of an included file relative to the page. */
    private void rebase(Node document, String from) {
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        link.setDestination(rebased(link.getDestination(), from));
                        visitChildren(link);
                    }

                    @Override
                    public void visit(Image image) {
                        image.setDestination(rebased(image.getDestination(), from));
                    }
                });
    }

    private String rebased(String target, String from) {
        if (!TreePath.isRelative(target)) {
            return target;
        }
        return TreePath.resolve(from, target)
                .map(resolved -> TreePath.relative(path, resolved))
                .orElse(target);
    }

    private static void moveChildren(Node from, Node to) {
        while (from.getFirstChild() != null) {
            to.appendChild(from.getFirstChild());
        }
    }
}
