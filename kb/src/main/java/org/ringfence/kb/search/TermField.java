package org.ringfence.kb.search;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

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
        var stream = reuse instanceof Terms terms ? terms : new Terms();
        stream.start(new Words(text), words, everyWhole);
        return stream;
    }

    /** Lucene keeps one of these for each field and fills it again for each document. */
    private static final class Terms extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final Deque<String> pending = new ArrayDeque<>();
        private Words text = new Words("");
        private WordTerms words = new WordTerms();
        private boolean everyWhole;

        void start(Words newText, WordTerms newWords, boolean newEveryWhole) {
            text = newText;
            words = newWords;
            everyWhole = newEveryWhole;
            pending.clear();
        }

        @Override
        public void reset() {
            clearAttributes();
        }

        @Override
        public boolean incrementToken() {
            while (pending.isEmpty()) {
                if (!text.next()) {
                    return false;
                }
                queue(words.of(text.word()));
            }
            term.setBytesRef(new BytesRef(pending.poll()));
            return true;
        }

        private void queue(WordTerms.Terms found) {
            var stems = found.stems();
            if (found.compound() || (everyWhole && !stems.isEmpty())) {
                pending.add(found.whole());
            }
            for (var stem : stems) {
                if (pending.isEmpty() || !stem.equals(found.whole())) {
                    pending.add(stem);
                }
            }
        }
    }
}
