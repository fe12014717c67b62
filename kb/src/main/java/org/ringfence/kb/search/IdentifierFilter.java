package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * Emits each word whole, in lower case and unstemmed, and at the same position the stems of its
 * parts, so that an API name is found by its name and by the words in it. Stop words count only
 * when they stand alone.
 */
final class IdentifierFilter extends TokenFilter {

    private static final int MAX_STEMS = 50_000;

    /** Shorter words are no inflections; the stemmer would make {@code i} of {@code is}. */
    private static final int MIN_STEMMED = 3;

    private record Pending(String term, int start, int end) {}

    private final CharArraySet stopWords;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Map<String, String> stems = new HashMap<>();
    private final PorterStemmer stemmer = new PorterStemmer();

    IdentifierFilter(TokenStream input, CharArraySet stopWords) {
        super(input);
        this.stopWords = stopWords;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            emit(pending.poll());
            return true;
        }
        while (input.incrementToken()) {
            var word = term.toString();
            var lower = word.toLowerCase(Locale.ROOT);
            var parts = IdentifierParts.of(word);
            if (parts.isEmpty() || (parts.size() == 1 && stopWords.contains(lower))) {
                continue;
            }
            queueParts(word, lower, parts);
            term.setEmpty().append(lower);
            return true;
        }
        return false;
    }

    private void queueParts(String word, String lower, List<IdentifierParts.Part> parts) {
        var start = offset.startOffset();
        var exact = offset.endOffset() - start == word.length();
        for (var part : parts) {
            var stem = stem(word.substring(part.start(), part.end()).toLowerCase(Locale.ROOT));
            if (!stem.equals(lower)) {
                pending.add(
                        exact
                                ? new Pending(stem, start + part.start(), start + part.end())
                                : new Pending(stem, start, offset.endOffset()));
            }
        }
    }

    private void emit(Pending part) {
        term.setEmpty().append(part.term());
        increment.setPositionIncrement(0);
        offset.setOffset(part.start(), part.end());
    }

    private String stem(String word) {
        if (word.length() < MIN_STEMMED) {
            return word;
        }
        if (stems.size() > MAX_STEMS) {
            stems.clear();
        }
        return stems.computeIfAbsent(
                word,
                plain -> {
                    stemmer.setCurrent(plain);
                    stemmer.stem();
                    return stemmer.getCurrent();
                });
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
    }
}
