package org.ringfence.reader.inf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ringfence.subject.Span;

/**
 * A logical line: comments are gone, continued lines are one.
 *
 * @param text what is left, blanks at the ends removed
 * @param offsets for each UTF-16 unit and for the end, the offset in the source
 * @param openQuote whether a quote does not end
 */
record Line(String text, int[] offsets, boolean openQuote) {
    /** All lines that say something. */
    static List<Line> of(String source) {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        boolean quoted = false;
        boolean comment = false;
        for (int i = 0; i <= source.length(); i++) {
            char c = i < source.length() ? source.charAt(i) : '\n';
            if (c == '\n' || c == '\r') {
                int kept = kept(joined);
                boolean continued = kept > 0 && joined.charAt(kept - 1) == '\\' && !quoted;
                if (continued && i < source.length()) {
                    cut(joined, offsets, kept - 1);
                    i +=
                            c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n'
                                    ? 1
                                    : 0;
                } else {
                    finish(joined, offsets, quoted, lines);
                }
                quoted = false;
                comment = false;
            } else if (!comment) {
                if (c == ';' && !quoted) {
                    comment = true;
                    continue;
                }
                quoted ^= c == '"';
                joined.append(c);
                offsets.add(i);
            }
        }
        return lines;
    }

    private static int kept(StringBuilder text) {
        int kept = text.length();
        while (kept > 0 && text.charAt(kept - 1) <= ' ') {
            kept--;
        }
        return kept;
    }

    private static void cut(StringBuilder text, List<Integer> offsets, int length) {
        text.setLength(length);
        offsets.subList(length, offsets.size()).clear();
    }

    private static void finish(
            StringBuilder joined, List<Integer> offsets, boolean quoted, List<Line> lines) {
        int to = kept(joined);
        int from = 0;
        while (from < to && joined.charAt(from) <= ' ') {
            from++;
        }
        if (to > from) {
            int[] map = new int[to - from + 1];
            for (int i = from; i < to; i++) {
                map[i - from] = offsets.get(i);
            }
            map[to - from] = map[to - from - 1] + 1;
            lines.add(new Line(joined.substring(from, to), map, quoted));
        }
        joined.setLength(0);
        offsets.clear();
    }

    Span span() {
        return span(0, text.length());
    }

    Span span(int from, int to) {
        int start = offsets[from];
        return new Span(start, to > from ? offsets[to - 1] + 1 : start);
    }

    /** The first of a character outside quotes from a place on, or -1. */
    int find(char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * What a stretch says.
     *
     * @param offsets for each UTF-16 unit and for the end, the offset in the source
     */
    record Said(String text, int[] offsets, Span span) {}

    /**
     * A stretch without the blanks around it, its quotes and its tokens resolved.
     *
     * @param strings what a token stands for, or itself in percent signs
     */
    Said said(int from, int to, Function<String, String> strings) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder out = new StringBuilder();
        List<Integer> map = new ArrayList<>();
        boolean quoted = false;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < end && text.charAt(i + 1) == '"';
                if (doubled) {
                    out.append('"');
                    map.add(offsets[i]);
                    i++;
                } else {
                    quoted = !quoted;
                }
                i++;
            } else if (c == '%') {
                i = token(i, end, strings, out, map);
            } else {
                out.append(c);
                map.add(offsets[i++]);
            }
        }
        int[] found = new int[map.size() + 1];
        for (int k = 0; k < map.size(); k++) {
            found[k] = map.get(k);
        }
        found[map.size()] = end > start ? offsets[end - 1] + 1 : offsets[start];
        return new Said(out.toString(), found, span(start, end));
    }

    private int token(
            int at,
            int end,
            Function<String, String> strings,
            StringBuilder out,
            List<Integer> map) {
        int close = text.indexOf('%', at + 1);
        String value;
        int next;
        if (close == at + 1) {
            value = "%";
            next = close + 1;
        } else if (close < 0 || close >= end) {
            value = "%";
            next = at + 1;
        } else {
            value = strings.apply(text.substring(at + 1, close));
            next = close + 1;
        }
        for (int k = 0; k < value.length(); k++) {
            map.add(offsets[at]);
        }
        out.append(value);
        return next;
    }
}
