package org.ringfence.kb.search;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Finds the words of a text: runs of letters, digits and underscores. Escaped underscores count as
 * such; soft hyphens and characters of no width count for nothing.
 */
final class Words {

    /** A word: where it stands in the text, in UTF-16 units from 0, end exclusive. */
    record Word(String text, int start, int end) {}

    private static final boolean[] IN_WORD = inWord();

    /** Differs from run to run, so that nobody can write many words with the same hash. */
    private static final int FACTOR = new SplittableRandom().nextInt() | 1;

    private final char[] text;
    private final StringBuilder folded = new StringBuilder();
    private int at;
    private int start;
    private int hash;

    Words(String text) {
        this.text = text.toCharArray();
    }

    /** Calls {@code consumer} for the terms of each word of a text. */
    static void each(String text, WordTerms terms, Consumer<WordTerms.Terms> consumer) {
        var words = new Words(text);
        while (words.next()) {
            consumer.accept(words.in(terms).terms());
        }
    }

    static void each(String text, Consumer<Word> consumer) {
        var words = new Words(text);
        while (words.next()) {
            consumer.accept(new Word(words.word(), words.start(), words.end()));
        }
    }

    /** Returns the hash of some characters and one more; that of none is 0. */
    static int hash(int before, char c) {
        var mixed = FACTOR * (before + c);
        return mixed ^ (mixed >>> 15);
    }

    /** Goes to the next word; false at the end. */
    boolean next() {
        var i = at;
        while (i < text.length && width(i) == 0 && !isEscape(i)) {
            i++;
        }
        start = i;
        folded.setLength(0);
        var sum = 0;
        // nearly all words end here
        for (; i < text.length && text[i] < 128 && IN_WORD[text[i]]; i++) {
            sum = hash(sum, text[i]);
        }
        at = i;
        hash = sum;
        if (i < text.length && (text[i] >= 128 || text[i] == '\\')) {
            rest();
        }
        return at > start;
    }

    /** Takes what else belongs to the word, and folds away what counts for nothing. */
    private void rest() {
        var plain = true;
        while (at < text.length) {
            var width = width(at);
            if (width > 0) {
                if (!plain) {
                    folded.append(text, at, width);
                }
                at += width;
            } else if (isEscape(at) || (isInvisible(text[at]) && continues(at))) {
                if (plain) {
                    folded.append(text, start, at - start);
                    plain = false;
                }
                at++;
            } else {
                break;
            }
        }
        var word = word();
        hash = 0;
        for (var i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
    }

    /** Returns the current word without what is folded away. */
    String word() {
        return folded.length() == 0 ? new String(text, start, at - start) : folded.toString();
    }

    /** Finds the current word. */
    WordTerms.Entry in(WordTerms words) {
        if (isPlain()) {
            return words.entry(text, start, at - start, hash);
        }
        var word = folded.toString().toCharArray();
        return words.entry(word, 0, word.length, hash);
    }

    /** Whether nothing of the current word is folded away. */
    boolean isPlain() {
        return folded.length() == 0;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    /** Whether a backslash stands before an underscore. */
    private boolean isEscape(int i) {
        return text[i] == '\\' && i + 1 < text.length && text[i + 1] == '_';
    }

    private boolean continues(int i) {
        var next = i;
        while (next < text.length && isInvisible(text[next])) {
            next++;
        }
        return next < text.length && width(next) > 0;
    }

    /** Returns how many UTF-16 units the part of a word at {@code i} takes; 0 for none. */
    private int width(int i) {
        var c = text[i];
        if (c < 128) {
            return IN_WORD[c] ? 1 : 0;
        }
        var point = Character.codePointAt(text, i);
        return Character.isLetterOrDigit(point) ? Character.charCount(point) : 0;
    }

    private static boolean[] inWord() {
        var inWord = new boolean[128];
        for (var c = 0; c < inWord.length; c++) {
            inWord[c] = Character.isLetterOrDigit(c) || c == '_';
        }
        return inWord;
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }
}
