package org.ringfence.subject;

/**
 * A stretch of a source.
 *
 * @param start first character, 0-based, in UTF-16 units
 * @param end one past the last character, in UTF-16 units; equal to {@code start} for a point
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The smallest span that covers both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
