package org.ringfence.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.formatting2.Gap.Blank;
import org.ringfence.dsl.formatting2.Gap.Kind;

/** Writes the tokens of one file with the white space of a {@link Layout} and their comments. */
final class Printer {
    private static final String BEFORE_A_REMARK = "    ";

    private final String newLine;
    private final StringBuilder out = new StringBuilder();

    /** The white space and comments since the last token. */
    private final List<Hidden> hidden = new ArrayList<>();

    /**
     * A comment with what stands before it.
     *
     * @param text without its line end
     * @param lineEnds before it
     */
    private record Hidden(String text, int lineEnds) {
        boolean endsLine() {
            return text.startsWith("//");
        }
    }

    private int lineEnds;
    private ILeafNode last;

    Printer(String newLine) {
        this.newLine = newLine;
    }

    void hidden(ILeafNode leaf) {
        String text = leaf.getText();
        if (text.isBlank()) {
            lineEnds += lineEnds(text);
            return;
        }
        hidden.add(new Hidden(text.stripTrailing(), lineEnds));
        lineEnds = text.startsWith("//") ? lineEnds(text) : 0;
    }

    private static int lineEnds(String text) {
        return (int) text.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
    }

    void token(ILeafNode leaf, Layout layout) {
        boolean broken = lineEnds > 0 || hidden.stream().anyMatch(h -> h.lineEnds() > 0);
        if (last == null) {
            comments(Gap.line(0, Blank.NEVER));
        } else {
            comments(layout.between(last, leaf, broken));
        }
        out.append(leaf.getText());
        last = leaf;
    }

    String finish() {
        boolean anything = last != null || !hidden.isEmpty();
        comments(Gap.line(0, Blank.AS_WRITTEN));
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
        return anything ? out + newLine : "";
    }

    /** Writes the comments, and around them what a gap asks for. */
    private void comments(Gap gap) {
        boolean line = gap.kind() == Kind.LINE;
        Blank blank = gap.blank();
        boolean ended = false;
        boolean leading = false;
        for (Hidden comment : hidden) {
            if (ended || comment.lineEnds() > 0) {
                newLine(gap.remarks(), line ? blank : Blank.NEVER, comment.lineEnds() > 1);
                blank = blank == Blank.ALWAYS ? Blank.AS_WRITTEN : blank;
                leading = true;
            } else if (!out.isEmpty()) {
                out.append(comment.endsLine() ? BEFORE_A_REMARK : " ");
            }
            out.append(comment.text());
            ended = comment.endsLine();
        }
        boolean written = lineEnds > 0 || ended;
        boolean breaks =
                line && (written || !leading)
                        || written && (gap.kind() == Kind.AS_WRITTEN || !hidden.isEmpty());
        if (breaks) {
            newLine(gap.indent(), blank, lineEnds > 1);
        } else if (gap.kind() != Kind.TIGHT || !hidden.isEmpty()) {
            out.append(' ');
        }
        hidden.clear();
        lineEnds = 0;
    }

    private void newLine(int indent, Blank blank, boolean wasBlank) {
        if (out.isEmpty()) {
            return;
        }
        out.append(newLine);
        if (blank == Blank.ALWAYS || blank == Blank.AS_WRITTEN && wasBlank) {
            out.append(newLine);
        }
        out.append(" ".repeat(indent));
    }
}
