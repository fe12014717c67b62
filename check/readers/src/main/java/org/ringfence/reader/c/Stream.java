package org.ringfence.reader.c;

import java.util.Arrays;

/**
 * What the parser reads: tokens without annotations and directives, with markers around the arms of
 * an {@code #if} that stands between statements, and for each bracket where its partner is.
 */
final class Stream {
    static final String OPEN = "#open";
    static final String ARM = "#arm";
    static final String CLOSE = "#close";

    private final Tokens tokens;
    private final int[] entries;
    private final String[] labels;
    private final int[] partners;

    /**
     * @param entries tokens, or below 0 for the marker {@code -1 - entry} of {@code labels}
     * @param labels markers: {@link #OPEN}, {@link #CLOSE}, or {@link #ARM} with its condition
     */
    Stream(Tokens tokens, int[] entries, String[] labels) {
        this.tokens = tokens;
        this.entries = entries;
        this.labels = labels;
        this.partners = partners();
    }

    int size() {
        return entries.length;
    }

    int token(int at) {
        return entries[at];
    }

    String text(int at) {
        int entry = entries[at];
        return entry >= 0 ? tokens.text(entry) : marker(entry);
    }

    private String marker(int entry) {
        String label = labels[-1 - entry];
        return label.startsWith(ARM) ? ARM : label;
    }

    /** The condition of an arm that starts here. */
    String condition(int at) {
        return labels[-1 - entries[at]].substring(ARM.length());
    }

    boolean isMarker(int at) {
        return entries[at] < 0;
    }

    byte kind(int at) {
        int entry = entries[at];
        return entry >= 0 ? tokens.kind(entry) : 0;
    }

    boolean lineStart(int at) {
        return entries[at] < 0 || tokens.lineStart(entries[at]);
    }

    /** The offset of the first character; for a marker that of what comes next. */
    int start(int at) {
        for (int i = at; i < entries.length; i++) {
            if (entries[i] >= 0) {
                return tokens.start(entries[i]);
            }
        }
        return end(entries.length - 1);
    }

    /** One past the last character; for a marker that of what came before. */
    int end(int at) {
        for (int i = at; i >= 0; i--) {
            if (entries[i] >= 0) {
                return tokens.end(entries[i]);
            }
        }
        return 0;
    }

    /**
     * For an opening bracket its closing one; for {@link #OPEN} and {@link #ARM} the next marker of
     * the same group; -1 where there is none.
     */
    int partner(int at) {
        return partners[at];
    }

    private int[] partners() {
        int[] found = new int[entries.length];
        Arrays.fill(found, -1);
        Brackets brackets = new Brackets(found);
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] < 0 || tokens.kind(entries[i]) == Tokens.PUNCTUATOR) {
                brackets.see(text(i), i);
            }
        }
        return found;
    }

    /** Pairs brackets in one pass; a closing one without partner is left alone. */
    private static final class Brackets {
        private final int[] found;
        private int[] stack = new int[64];
        private char[] shapes = new char[64];
        private int depth;

        /** Unclosed ones of each shape since the last brace. */
        private int round;

        private int square;
        private int braces;
        private int[] savedRound = new int[64];
        private int[] savedSquare = new int[64];

        private Brackets(int[] found) {
            this.found = found;
        }

        private void see(String text, int at) {
            switch (text) {
                case "(" -> {
                    push('(', at);
                    round++;
                }
                case "[" -> {
                    push('[', at);
                    square++;
                }
                case "{", OPEN, ARM -> brace(text, at);
                case ")" -> {
                    if (round > 0) {
                        pop('(', at);
                    }
                }
                case "]" -> {
                    if (square > 0) {
                        pop('[', at);
                    }
                }
                case "}" -> {
                    if (braces > 0) {
                        popBrace('{', at);
                    }
                }
                case CLOSE -> popBrace('#', at);
                default -> {}
            }
        }

        private void brace(String text, int at) {
            if (text.equals(ARM)) {
                popBrace('#', at);
            }
            savedRound = ensure(savedRound, depth);
            savedSquare = ensure(savedSquare, depth);
            savedRound[depth] = round;
            savedSquare[depth] = square;
            round = 0;
            square = 0;
            if (text.equals("{")) {
                braces++;
                push('{', at);
            } else {
                push('#', at);
            }
        }

        private static int[] ensure(int[] array, int index) {
            return index < array.length ? array : Arrays.copyOf(array, index * 2);
        }

        private void push(char shape, int at) {
            if (depth == stack.length) {
                stack = Arrays.copyOf(stack, depth * 2);
                shapes = Arrays.copyOf(shapes, depth * 2);
            }
            stack[depth] = at;
            shapes[depth++] = shape;
        }

        private void pop(char shape, int at) {
            while (depth > 0) {
                char top = shapes[--depth];
                if (top == '(') {
                    round--;
                } else {
                    square--;
                }
                if (top == shape) {
                    found[stack[depth]] = at;
                    return;
                }
            }
        }

        private void popBrace(char shape, int at) {
            while (depth > 0) {
                char top = shapes[--depth];
                if (top == '{' || top == '#') {
                    round = savedRound[depth];
                    square = savedSquare[depth];
                }
                if (top == '{') {
                    braces--;
                }
                if (top == shape) {
                    found[stack[depth]] = at;
                    return;
                }
                if (top == '#') {
                    depth++;
                    savedRound[depth - 1] = round;
                    savedSquare[depth - 1] = square;
                    round = 0;
                    square = 0;
                    return;
                }
            }
        }
    }
}
