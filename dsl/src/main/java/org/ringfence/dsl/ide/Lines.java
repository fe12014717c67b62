package org.ringfence.dsl.ide;

import java.util.stream.IntStream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.ringfence.dsl.compile.Place;
import org.ringfence.subject.Source;

/**
 * A text whose places are told in the words of the protocol: lines and characters from 0, in UTF-16
 * units. Places outside of the text mean the nearest inside.
 */
final class Lines {
    private final Source source;
    private final int[] starts;

    Lines(Source source) {
        this.source = source;
        String text = source.text();
        this.starts =
                IntStream.rangeClosed(0, text.length())
                        .filter(i -> i == 0 || endsLine(text, i - 1))
                        .toArray();
    }

    private static boolean endsLine(String text, int index) {
        char c = text.charAt(index);
        return c == '\n' || c == '\r' && !text.startsWith("\n", index + 1);
    }

    Source source() {
        return source;
    }

    String text() {
        return source.text();
    }

    Position position(int offset) {
        var at = source.position(Math.max(0, Math.min(offset, text().length())));
        return new Position(at.line() - 1, at.column() - 1);
    }

    Range range(int from, int to) {
        return new Range(position(from), position(to));
    }

    Range range(Place place) {
        return range(place.offset(), place.offset() + place.length());
    }

    int offset(Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        } else if (line >= starts.length) {
            return text().length();
        }
        int length = source.line(line + 1).length();
        return starts[line] + Math.max(0, Math.min(position.getCharacter(), length));
    }

    /** The text with a stretch replaced. */
    String with(Range range, String replacement) {
        int from = offset(range.getStart());
        int to = Math.max(from, offset(range.getEnd()));
        return text().substring(0, from) + replacement + text().substring(to);
    }
}
