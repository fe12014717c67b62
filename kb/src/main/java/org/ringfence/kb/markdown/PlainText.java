package org.ringfence.kb.markdown;

import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Writes a node as a reader sees it: no markup, a line feed after each block, cells separated by a
 * bar.
 */
final class PlainText extends AbstractVisitor {

    private final StringBuilder out;

    private PlainText(StringBuilder out) {
        this.out = out;
    }

    /** Returns the text of a node on one line or, for blocks, on several. */
    static String of(Node node) {
        var out = new StringBuilder();
        append(node, out);
        return out.toString().strip();
    }

    static void append(Node node, StringBuilder out) {
        node.accept(new PlainText(out));
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral().replace('\u00A0', ' '));
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral().replace('\u00A0', ' '));
    }

    @Override
    public void visit(HtmlInline html) {
        var literal = html.getLiteral();
        if (literal.toLowerCase(Locale.ROOT).startsWith("<br")) {
            out.append('\n');
        } else if (!RawTags.isInvisible(literal)) {
            out.append(RawTags.text(literal));
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        for (var line : (Iterable<String>) RawTags.text(html.getLiteral()).lines()::iterator) {
            var plain = line.replace('\u00A0', ' ').strip();
            plain = plain.endsWith(" |") ? plain.substring(0, plain.length() - 2) : plain;
            if (!plain.isEmpty() && !plain.equals("|")) {
                out.append(plain).append('\n');
            }
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof Example example) {
            code(example.code());
        } else if (!(block instanceof Included)) {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell && node.getNext() != null) {
            out.append(" | ");
        } else if (node instanceof TableRow) {
            out.append('\n');
        }
    }

    private void block(Block block) {
        visitChildren(block);
        out.append('\n');
    }

    private void code(String code) {
        out.append(code);
        if (!code.endsWith("\n")) {
            out.append('\n');
        }
    }
}
