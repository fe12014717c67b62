package org.ringfence.dsl.compile;

/**
 * The text that a literal stands for, where each character knows its place in the file.
 *
 * <p>Built by one decoder, then only read.
 */
final class Decoded {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];
    private int end;

    /**
     * @param end the offset behind the last character of the literal's content
     */
    Decoded(int end) {
        this.end = end;
    }

    void add(char c, int offset) {
        if (text.length() == offsets.length) {
            offsets = java.util.Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[text.length()] = offset;
        text.append(c);
    }

    String text() {
        return text.toString();
    }

    /** The offset in the file of a character of the text; of its end for any index behind it. */
    int offset(int index) {
        return index < text.length() ? offsets[Math.max(0, index)] : end;
    }

    /** The stretch of the file for a stretch of the text, which may reach beyond it. */
    Place place(int start, int length) {
        int from = offset(start);
        int last = Math.max(0, start) + length - 1;
        int to = length <= 0 ? from : last < text.length() ? offset(last) + 1 : end;
        return new Place(from, Math.max(0, to - from));
    }
}
