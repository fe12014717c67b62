package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ringfence.subject.Gap;

/** The tokens of a text, those of directives included, and where directives lie. */
final class Tokens {
    static final byte IDENTIFIER = 1;
    static final byte NUMBER = 2;
    static final byte STRING = 3;
    static final byte CHAR = 4;
    static final byte PUNCTUATOR = 5;
    static final byte HOLE = 6;
    static final byte OTHER = 7;

    private byte[] kinds = new byte[256];
    private boolean[] lineStarts = new boolean[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private String[] texts = new String[256];
    private int size;

    final Names names = new Names();
    final List<Directive> directives = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();

    /**
     * A preprocessing line.
     *
     * @param name {@code define}, {@code if} and so on; empty for a lone {@code #}
     * @param from the token of {@code #}
     * @param to one past the last token of the line
     * @param argument what stands after the name of an {@code #include} or an {@code #if}, in
     *     single spaces
     */
    record Directive(String name, int from, int to, int start, int end, String argument) {}

    void add(byte kind, int start, int end, String text, boolean lineStart) {
        if (size == kinds.length) {
            int more = size * 2;
            kinds = Arrays.copyOf(kinds, more);
            lineStarts = Arrays.copyOf(lineStarts, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            texts = Arrays.copyOf(texts, more);
        }
        kinds[size] = kind;
        lineStarts[size] = lineStart;
        starts[size] = start;
        ends[size] = end;
        texts[size] = text;
        size++;
    }

    int size() {
        return size;
    }

    byte kind(int token) {
        return kinds[token];
    }

    /** Without line continuations. */
    String text(int token) {
        return texts[token];
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** Whether the token is the first of its line. */
    boolean lineStart(int token) {
        return lineStarts[token];
    }

    Set<String> words() {
        return names.all();
    }
}
