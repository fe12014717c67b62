package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.util.BytesRef;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * Knows the terms of each word: the whole of it in lower case, unstemmed, and the stems of its
 * parts, so that an API name is found by its name and by the words in it. Keeps what it found,
 * since a text has few different words; one instance per thread.
 */
final class WordTerms {

    private static final int MAX_KEPT = 200_000;

    /** Longer words are no words; their parts count, but not the whole. */
    private static final int MAX_WORD = 200;

    /** Shorter words are no inflections; the stemmer would make {@code i} of {@code is}. */
    private static final int MIN_STEMMED = 3;

    /** What a question is made of besides its subject. */
    private static final Set<String> QUESTION_WORDS =
            Set.of(
                    "how", "what", "why", "when", "which", "do", "does", "i", "my", "can", "should",
                    "we", "s", "t");

    private static final int MAX_PARTS = 64;

    private static final CharArraySet STOP_WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

    /**
     * What a word is searched by.
     *
     * @param whole in lower case
     * @param stems of its parts, in order; a single one for an ordinary word
     * @param parts where these stand in the word
     * @param stop whether the word is one that every text has; it then has no stems
     */
    record Terms(String whole, List<String> stems, List<IdentifierParts.Part> parts, boolean stop) {
        /** Whether the word was made of several. */
        boolean compound() {
            return stems.size() > 1;
        }
    }

    /** A term as the index takes it; {@code count} belongs to whoever counts a text. */
    static final class Token {
        final BytesRef bytes;
        int count;

        private Token(String term) {
            bytes = new BytesRef(term);
        }
    }

    /** A word with its terms, as {@link Words} meets it. */
    static final class Entry {
        private final char[] word;
        private final int hash;
        private final Terms terms;

        /** What a long text is searched by: ordinary words only by their stems. */
        final Token[] inText;

        /** What a name is searched by: every word whole too. */
        final Token[] inName;

        private Entry(char[] word, int hash, Terms terms, List<Token> inText, List<Token> inName) {
            this.word = word;
            this.hash = hash;
            this.terms = terms;
            this.inText = inText.toArray(Token[]::new);
            this.inName = inName.toArray(Token[]::new);
        }

        Terms terms() {
            return terms;
        }

        private boolean is(char[] text, int start, int length, int textHash) {
            if (hash != textHash || word.length != length) {
                return false;
            }
            for (var i = 0; i < length; i++) {
                if (word[i] != text[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final PorterStemmer stemmer = new PorterStemmer();
    private final Map<String, Token> tokens = new HashMap<>();

    /** What was found, each at the place that its hash names or after it. */
    private Entry[] entries = new Entry[1 << 14];

    private int kept;

    Terms of(String word) {
        var text = word.toCharArray();
        var hash = 0;
        for (var c : text) {
            hash = Words.hash(hash, c);
        }
        return entry(text, 0, text.length, hash).terms();
    }

    /** Finds a word that is a part of a text and has this {@linkplain Words#hash hash}. */
    Entry entry(char[] text, int start, int length, int hash) {
        if (length > MAX_WORD) {
            return made(text, start, length, hash);
        }
        var place = hash & (entries.length - 1);
        for (var entry = entries[place]; entry != null; entry = entries[place]) {
            if (entry.is(text, start, length, hash)) {
                return entry;
            }
            place = (place + 1) & (entries.length - 1);
        }
        var made = made(text, start, length, hash);
        if (2 * ++kept >= entries.length) {
            grow();
        }
        put(made);
        return made;
    }

    private void put(Entry entry) {
        var place = entry.hash & (entries.length - 1);
        while (entries[place] != null) {
            place = (place + 1) & (entries.length - 1);
        }
        entries[place] = entry;
    }

    /** Makes room for twice as many words, or forgets them all when they are too many. */
    private void grow() {
        var old = entries;
        if (kept >= MAX_KEPT) {
            entries = new Entry[old.length];
            kept = 1;
            tokens.clear();
            return;
        }
        entries = new Entry[2 * old.length];
        for (var entry : old) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    private Entry made(char[] text, int start, int length, int hash) {
        var terms = terms(new String(text, start, length));
        var inText = new ArrayList<Token>();
        var inName = new ArrayList<Token>();
        if (!terms.stems().isEmpty()) {
            inName.add(token(terms.whole()));
        }
        if (terms.compound()) {
            inText.add(token(terms.whole()));
        }
        for (var stem : terms.stems()) {
            if (!stem.equals(terms.whole())) {
                inName.add(token(stem));
            }
            if (!terms.compound() || !stem.equals(terms.whole())) {
                inText.add(token(stem));
            }
        }
        var word = Arrays.copyOfRange(text, start, start + length);
        return new Entry(word, hash, terms, inText, inName);
    }

    private Token token(String term) {
        return tokens.computeIfAbsent(term, Token::new);
    }

    private Terms terms(String word) {
        var all = IdentifierParts.of(word);
        var parts = all.subList(0, Math.min(all.size(), MAX_PARTS));
        var whole = word.toLowerCase(Locale.ROOT);
        var stop = STOP_WORDS.contains(whole) || QUESTION_WORDS.contains(whole);
        if (parts.isEmpty() || (parts.size() == 1 && stop)) {
            return new Terms(whole, List.of(), List.of(), parts.size() == 1);
        }
        var stems = new ArrayList<String>();
        for (var part : parts) {
            stems.add(stem(word.substring(part.start(), part.end()).toLowerCase(Locale.ROOT)));
        }
        var shortened = whole.length() > MAX_WORD ? whole.substring(0, MAX_WORD) : whole;
        return new Terms(shortened, List.copyOf(stems), List.copyOf(parts), false);
    }

    /** Returns what a word in lower case has in common with its inflections. */
    String stem(String word) {
        if (word.length() < MIN_STEMMED || word.length() > MAX_WORD) {
            return word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
