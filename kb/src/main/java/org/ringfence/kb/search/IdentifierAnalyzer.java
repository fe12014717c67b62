package org.ringfence.kb.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Turns guidance and queries into terms: words of letters, digits and underscores, see {@link
 * IdentifierFilter}.
 */
final class IdentifierAnalyzer extends Analyzer {

    /** Escaped underscores, soft hyphens and characters of no width. */
    private static final NormalizeCharMap FOLDED = folded();

    /** What a question is made of besides its subject. */
    private static final List<String> QUESTION_WORDS =
            List.of(
                    "how", "what", "why", "when", "which", "do", "does", "i", "my", "can", "should",
                    "we", "s", "t");

    private static final CharArraySet STOP_WORDS = stopWords();

    private static NormalizeCharMap folded() {
        var map = new NormalizeCharMap.Builder();
        map.add("\\_", "_");
        for (var invisible : List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF")) {
            map.add(invisible, "");
        }
        return map.build();
    }

    private static CharArraySet stopWords() {
        var words = new CharArraySet(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, true);
        words.addAll(QUESTION_WORDS);
        return CharArraySet.unmodifiableSet(words);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(FOLDED, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words =
                CharTokenizer.fromTokenCharPredicate(c -> Character.isLetterOrDigit(c) || c == '_');
        return new TokenStreamComponents(words, new IdentifierFilter(words, STOP_WORDS));
    }

    /**
     * A term of a text.
     *
     * @param whole false for the stem of a part of the word before it
     * @param start in the text, UTF-16 units from 0
     * @param end exclusive
     */
    record Term(String text, boolean whole, int start, int end) {}

    /** Returns the terms of a text in order. */
    List<Term> terms(String text) {
        var terms = new ArrayList<Term>();
        try (var stream = tokenStream("", text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            var offset = stream.getAttribute(OffsetAttribute.class);
            var increment = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(
                        new Term(
                                term.toString(),
                                increment.getPositionIncrement() > 0,
                                offset.startOffset(),
                                offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory failed", e);
        }
        return terms;
    }
}
