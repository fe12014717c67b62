package org.ringfence.reader.c;

import java.util.List;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Span;

/**
 * A place in a stream with a limit that nothing reads beyond, shared by the parsers of expressions,
 * statements and declarations. It makes nodes and notes gaps.
 */
final class Cursor {
    /** Brackets, blocks and operators inside each other. */
    static final int MAX_NESTING = 200;

    /** Levels of a tree, such as those of a long sum. */
    static final int MAX_TREE = 400;

    static final int MAX_GAPS = 2000;

    private final Stream stream;
    private final List<Gap> gaps;
    final Dialect dialect;
    int pos;
    int limit;
    private int nesting;

    Cursor(Stream stream, Dialect dialect, List<Gap> gaps) {
        this.stream = stream;
        this.dialect = dialect;
        this.gaps = gaps;
        this.limit = stream.size();
    }

    boolean atEnd() {
        return pos >= limit;
    }

    String text() {
        return text(pos);
    }

    /** Empty beyond the limit. */
    String text(int at) {
        return at >= 0 && at < limit ? stream.text(at) : "";
    }

    byte kind() {
        return kind(pos);
    }

    /** 0 beyond the limit and for markers. */
    byte kind(int at) {
        return at >= 0 && at < limit ? stream.kind(at) : 0;
    }

    boolean is(String text) {
        return pos < limit && stream.text(pos).equals(text);
    }

    boolean is(int at, String text) {
        return at >= 0 && at < limit && stream.text(at).equals(text);
    }

    boolean accept(String text) {
        if (is(text)) {
            pos++;
            return true;
        }
        return false;
    }

    boolean isWord(int at) {
        return kind(at) == Tokens.IDENTIFIER && !isKeyword(text(at));
    }

    boolean isKeyword(String text) {
        return Words.isKeyword(text) && !(dialect == Dialect.C && Words.isOnlyCpp(text));
    }

    boolean isHole(int at) {
        return kind(at) == Tokens.HOLE;
    }

    boolean isWordOrHole(int at) {
        return isWord(at) || isHole(at);
    }

    boolean isMarker() {
        return pos < limit && stream.isMarker(pos);
    }

    boolean lineStart(int at) {
        return at < limit && stream.lineStart(at);
    }

    /** Whether no character stands between this token and the next. */
    boolean touchesNext(int at) {
        return at + 1 < limit && stream.end(at) == stream.start(at + 1);
    }

    String condition() {
        return stream.condition(pos);
    }

    /** Where the bracket that opens here is closed, at most the limit. */
    int closing(int at) {
        int partner = stream.partner(at);
        return partner < 0 ? limit : Math.min(partner, limit);
    }

    boolean isClosed(int at) {
        int partner = stream.partner(at);
        return partner >= 0 && partner < limit;
    }

    /** The place after a bracketed group that starts here, or after one token. */
    int after(int at) {
        String text = text(at);
        if (text.equals("(") || text.equals("[") || text.equals("{")) {
            return Math.min(closing(at) + 1, limit);
        }
        if (stream.isMarker(at) && text.equals(Stream.OPEN)) {
            int marker = at;
            while (!stream.text(marker).equals(Stream.CLOSE)) {
                marker = stream.partner(marker);
            }
            return Math.min(marker + 1, limit);
        }
        return at + 1;
    }

    int start(int at) {
        return stream.size() == 0 ? 0 : stream.start(Math.min(at, stream.size() - 1));
    }

    int end(int at) {
        return at < 0 ? 0 : stream.end(Math.min(at, stream.size() - 1));
    }

    /** The token where the next text stands, for markers the one behind. */
    int token(int at) {
        return stream.token(at);
    }

    /** Goes one level down; the caller calls {@link #leave} unless this says no. */
    boolean enter() {
        if (nesting >= MAX_NESTING) {
            return false;
        }
        nesting++;
        return true;
    }

    void leave() {
        nesting--;
    }

    /** Reads what stands in the braces that open here, and goes on behind them. */
    void braced(String tooDeep, Runnable read) {
        int open = pos;
        int close = closing(open);
        int outer = limit;
        pos++;
        limit = close;
        if (enter()) {
            read.run();
            leave();
        } else {
            pos = close;
            gapFrom(open, tooDeep);
        }
        limit = outer;
        pos = Math.min(close + 1, outer);
        if (close >= outer) {
            gapFrom(open, "a brace that is not closed");
        }
    }

    CNode node(String kind, String label, int from, List<CNode> children) {
        int start = start(from);
        int end = Math.max(start, end(pos - 1));
        int deepest = 0;
        for (CNode child : children) {
            deepest = Math.max(deepest, child.depth);
        }
        if (deepest >= MAX_TREE && isExpression(kind)) {
            gap(start, end, "an expression of too many parts");
            return new CNode("opaque", "", start, end, List.of());
        }
        return new CNode(kind, label, start, end, children);
    }

    /** Statements nest no deeper than {@link #MAX_NESTING}; only operators can pile up higher. */
    private static boolean isExpression(String kind) {
        return switch (kind) {
            case "binary",
                    "call",
                    "member",
                    "index",
                    "postfix",
                    "unary",
                    "cast",
                    "assign",
                    "conditional",
                    "array" ->
                    true;
            default -> false;
        };
    }

    CNode leaf(String kind, String label, int from) {
        return node(kind, label, from, List.of());
    }

    /** Something of no length before the current token. */
    CNode empty() {
        int at = end(pos - 1);
        return new CNode("empty", "", at, at, List.of());
    }

    void gapFrom(int from, String reason) {
        gap(start(from), Math.max(start(from), end(pos - 1)), reason);
    }

    private void gap(int start, int end, String reason) {
        if (gaps.size() < MAX_GAPS) {
            gaps.add(new Gap(new Span(start, end), reason));
        }
    }
}
