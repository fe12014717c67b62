package org.ringfence.kb.markdown;

import java.util.Optional;

/**
 * Refuses a text that would keep the parser busy for minutes. At each {@code <} the parser looks
 * for the end of a tag up to the end of the paragraph, so its time grows with their number times
 * the length of the paragraph.
 */
final class CostGuard {

    /**
     * Steps that one page may cost at worst; a few seconds. Ordinary pages stay below a thousandth
     * of it.
     */
    static final long MAX_STEPS = 2_000_000_000L;

    private CostGuard() {}

    /** Returns the place where the limit is passed, if it is. */
    static Optional<PageParser.Mistake> check(String body) {
        var all = 0L;
        for (var at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
            all++;
        }
        if (all * body.length() <= MAX_STEPS) {
            return Optional.empty();
        }
        var total = 0L;
        var openings = 0L;
        var length = 0L;
        var line = 0;
        var firstLine = 0;
        for (var start = 0; start < body.length(); line++) {
            var feed = body.indexOf('\n', start);
            var end = feed < 0 ? body.length() : feed + 1;
            var opened = openings(body, start, end);
            if (opened < 0) {
                total += openings * length;
                openings = 0;
                length = 0;
                firstLine = line + 1;
            } else {
                openings += opened;
                length += end - start;
            }
            if (total + openings * length > MAX_STEPS) {
                return Optional.of(mistake(firstLine, openings, length));
            }
            start = end;
        }
        return Optional.empty();
    }

    private static PageParser.Mistake mistake(int line, long openings, long length) {
        var message =
                "a paragraph with %d '<' in %d characters would take too long to read; the page is left empty";
        return new PageParser.Mistake(false, line, 0, message.formatted(openings, length));
    }

    /** Returns how many {@code <} a line has, or -1 for a blank line. */
    private static long openings(String body, int start, int end) {
        var openings = 0L;
        var blank = true;
        for (var i = start; i < end; i++) {
            blank &= Character.isWhitespace(body.charAt(i));
            openings += body.charAt(i) == '<' ? 1 : 0;
        }
        return blank ? -1 : openings;
    }
}
