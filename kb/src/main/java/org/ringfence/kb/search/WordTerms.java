package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
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

    private final Map<String, Terms> kept = new HashMap<>();
    private final PorterStemmer stemmer = new PorterStemmer();

    Terms of(String word) {
        if (word.length() > MAX_WORD) {
            return terms(word);
        }
        if (kept.size() > MAX_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(word, this::terms);
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
