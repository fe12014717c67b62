package org.ringfence.subject;

import java.util.Arrays;
import java.util.Objects;

/**
 * A decoded text with its path. All offsets into it are 0-based and count UTF-16 units. Lines end
 * with LF, CR LF or a lone CR.
 */
public final class Source {
    private final String path;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param path how reports name the file, with {@code /} between folders
     * @param text the decoded content without a byte order mark
     */
    public Source(String path, String text) {
        this.path = Objects.requireNonNull(path, "path");
        this.text = Objects.requireNonNull(text, "text");
        this.lineStarts = lineStarts(text);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /**
     * The line and column of an offset.
     *
     * @param offset 0 to the length of the text, inclusive
     */
    public Position position(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    /**
     * A line without its end.
     *
     * @param line 1-based
     */
    public String line(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end =
                    c == '\n'
                            || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (end) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return path;
    }
}
