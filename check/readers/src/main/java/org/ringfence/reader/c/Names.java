package org.ringfence.reader.c;

import java.util.HashSet;
import java.util.Set;

/** Each different word of a text once, found by its characters without making a string first. */
final class Names {
    private String[] table = new String[1024];
    private int size;

    /** The word at {@code start} to {@code end} of the text; equal words are the same object. */
    String of(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int length = end - start;
        int mask = table.length - 1;
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            String there = table[slot];
            if (there == null) {
                String word = text.substring(start, end);
                table[slot] = word;
                if (++size * 2 > table.length) {
                    grow();
                }
                return word;
            }
            if (there.length() == length
                    && there.hashCode() == hash
                    && text.startsWith(there, start)) {
                return there;
            }
        }
    }

    Set<String> all() {
        Set<String> words = new HashSet<>(size * 2);
        for (String word : table) {
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    private void grow() {
        String[] old = table;
        table = new String[old.length * 2];
        int mask = table.length - 1;
        for (String word : old) {
            if (word != null) {
                int slot = spread(word.hashCode()) & mask;
                while (table[slot] != null) {
                    slot = slot + 1 & mask;
                }
                table[slot] = word;
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
