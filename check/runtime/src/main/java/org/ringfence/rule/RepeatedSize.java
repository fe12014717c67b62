package org.ringfence.rule;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * About how many states a regular expression takes once its counted repetitions are written out:
 * the engine writes them out, so {@code ((a{900}){900}){900}} would fill the memory.
 */
final class RepeatedSize {
    private RepeatedSize() {}

    /** At least 0; what is no regular expression has some size too. */
    static long of(String regex) {
        Deque<long[]> groups = new ArrayDeque<>();
        // each level holds the size so far and the size of its last atom
        groups.push(new long[2]);
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '(') {
                groups.push(new long[2]);
            } else if (c == ')' && groups.size() > 1) {
                long[] inner = groups.pop();
                add(groups.element(), inner[0] + inner[1]);
            } else if (c == '{') {
                long[] level = groups.element();
                level[1] = Math.min(level[1] * count(regex, i), Integer.MAX_VALUE);
            } else {
                add(groups.element(), 1);
            }
        }
        return groups.stream().mapToLong(level -> level[0] + level[1]).sum();
    }

    private static void add(long[] level, long atom) {
        level[0] = Math.min(level[0] + level[1], Integer.MAX_VALUE);
        level[1] = atom;
    }

    /** The larger bound of the counted repetition that opens here, at least 1. */
    private static long count(String regex, int open) {
        long largest = 1;
        long number = 0;
        for (int i = open + 1; i < regex.length() && regex.charAt(i) != '}'; i++) {
            char c = regex.charAt(i);
            number = Character.isDigit(c) ? Math.min(number * 10 + c - '0', 100_000) : 0;
            largest = Math.max(largest, number);
        }
        return largest;
    }
}
