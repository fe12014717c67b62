package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds what a word that no page has was probably meant to be: a name not typed to its end, or a
 * typing error.
 */
final class Corrections {

    private static final int MAX = 5;
    private static final int MAX_COMPLETIONS = 1_000;

    /** Shorter words have too many neighbours. */
    private static final int MIN_LENGTH = 4;

    /** From this length on two typing errors are likely enough. */
    private static final int LONG = 8;

    /** Where words are looked for; names before texts. */
    private static final List<String> FIELDS =
            List.of(
                    IndexFields.TITLE,
                    IndexFields.HEADING,
                    IndexFields.NAMES,
                    IndexFields.META,
                    IndexFields.BODY);

    /**
     * A word of the index.
     *
     * @param likeness 1 for the same word, less the more typing errors lie between
     */
    record Correction(String word, float likeness) {}

    private final IndexReader reader;

    Corrections(IndexReader reader) {
        this.reader = reader;
    }

    /** Says whether a page has one of these terms. */
    boolean hasAny(Collection<String> terms) throws IOException {
        for (var field : FIELDS) {
            for (var term : terms) {
                if (reader.docFreq(new Term(field, term)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the commonest words that start so. */
    List<Correction> completions(String start) throws IOException {
        for (var field : FIELDS) {
            var found = completions(start, field);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Correction> completions(String start, String field) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null || start.length() < MIN_LENGTH) {
            return List.of();
        }
        var prefix = new BytesRef(start);
        var found = new ArrayList<Completion>();
        var words = terms.iterator();
        var more = words.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (more
                && StringHelper.startsWith(words.term(), prefix)
                && found.size() < MAX_COMPLETIONS) {
            found.add(new Completion(words.term().utf8ToString(), words.docFreq()));
            more = words.next() != null;
        }
        found.sort(
                Comparator.comparingInt((Completion word) -> -word.pages())
                        .thenComparing(Completion::word));
        return found.stream().limit(MAX).map(word -> new Correction(word.word(), 1f)).toList();
    }

    private record Completion(String word, int pages) {}

    /** Returns the likeliest words first; those of names are preferred to those of the text. */
    List<Correction> of(String word) throws IOException {
        if (word.length() >= MIN_LENGTH) {
            for (var field : FIELDS) {
                var found = of(new Term(field, word));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Correction> of(Term word) throws IOException {
        var terms = MultiTerms.getTerms(reader, word.field());
        if (terms == null) {
            return List.of();
        }
        var edits = word.text().length() < LONG ? 1 : 2;
        var near = new FuzzyTermsEnum(terms, word, edits, 1, true);
        var likeness = near.attributes().addAttribute(BoostAttribute.class);
        var found = new ArrayList<Correction>();
        while (near.next() != null) {
            found.add(new Correction(near.term().utf8ToString(), likeness.getBoost()));
        }
        found.sort(
                Comparator.comparingDouble((Correction correction) -> -correction.likeness())
                        .thenComparing(Correction::word));
        return List.copyOf(found.subList(0, Math.min(MAX, found.size())));
    }
}
