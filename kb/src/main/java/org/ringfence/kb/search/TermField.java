package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** A text whose words are searched by their {@link WordTerms}. */
final class TermField extends Field {

    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PRESENT = type(IndexOptions.DOCS);

    private final String text;
    private final WordTerms words;
    private final boolean everyWhole;

    private TermField(String name, FieldType type, String text, WordTerms words) {
        super(name, type);
        this.text = text;
        this.words = words;
        this.everyWhole = type == PRESENT;
    }

    /**
     * A long text: of ordinary words only the stems, which saves half of the index; lengths are
     * kept.
     */
    static TermField text(String name, String text, WordTerms words) {
        return new TermField(name, COUNTED, text, words);
    }

    /** A name: every word whole and by its stems; only whether it occurs counts. */
    static TermField name(String name, String text, WordTerms words) {
        return new TermField(name, PRESENT, text, words);
    }

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    @Override
    public TokenStream tokenStream(Analyzer unused, TokenStream reuse) {
        var stream = reuse instanceof Tokens tokens ? tokens : new Tokens();
        if (everyWhole) {
            stream.list(new Words(text), words);
        } else {
            stream.count(new Words(text), words);
        }
        return stream;
    }

    /** Lucene keeps one of these for each field and fills it again for each document. */
    private static final class Tokens extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final List<WordTerms.Token> tokens = new ArrayList<>();
        private boolean counted;
        private int next;

        /** Counts the terms of a text, so that the index meets each of them once. */
        void count(Words text, WordTerms words) {
            start(true);
            while (text.next()) {
                for (var token : text.in(words).inText) {
                    if (token.count++ == 0) {
                        tokens.add(token);
                    }
                }
            }
        }

        void list(Words text, WordTerms words) {
            start(false);
            while (text.next()) {
                tokens.addAll(List.of(text.in(words).inName));
            }
        }

        private void start(boolean newCounted) {
            counted = newCounted;
            tokens.clear();
            next = 0;
        }

        @Override
        public void reset() {
            clearAttributes();
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            var token = tokens.get(next++);
            term.setBytesRef(token.bytes);
            if (counted) {
                frequency.setTermFrequency(token.count);
                token.count = 0;
            }
            return true;
        }
    }
}
