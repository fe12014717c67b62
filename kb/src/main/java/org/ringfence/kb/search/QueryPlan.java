package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What is asked of the index for one query text.
 *
 * <p>The best of title, headings and body counts, not their sum, so that a page which names the
 * subject beats one that mentions it everywhere. The weights are set by hand.
 */
final class QueryPlan {

    private static final int MAX_TERMS = 64;
    private static final float TIE = 0.2f;
    private static final List<Weighted> PAGE_FIELDS =
            List.of(
                    new Weighted(TopicDocuments.TITLE, 1.5f),
                    new Weighted(TopicDocuments.HEADINGS, 1f),
                    new Weighted(TopicDocuments.BODY, 1f));
    private static final List<Weighted> SECTION_FIELDS =
            List.of(
                    new Weighted(TopicDocuments.SECTION_TITLE, 1f),
                    new Weighted(TopicDocuments.SECTION_HEADING, 1.5f),
                    new Weighted(TopicDocuments.SECTION_BODY, 1f));
    private static final float EXACT = 20f;
    private static final float PREFIX = 8f;
    private static final float CORRECTED = 0.8f;

    private record Weighted(String field, float weight) {}

    private final String text;
    private final Set<String> terms = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<Corrections.Correction> corrections = new ArrayList<>();
    private final String last;

    private QueryPlan(String text, String last) {
        this.text = text;
        this.last = last;
    }

    static QueryPlan of(String text, IdentifierAnalyzer analyzer, IndexReader reader)
            throws IOException {
        var found = analyzer.terms(text);
        found = found.subList(0, Math.min(found.size(), MAX_TERMS));
        var words = found.stream().filter(IdentifierAnalyzer.Term::whole).toList();
        var plan = new QueryPlan(text, words.isEmpty() ? "" : words.get(words.size() - 1).text());
        found.forEach(term -> plan.terms.add(term.text()));
        for (var word : words) {
            if (!exists(word.text(), reader)) {
                plan.correct(word.text(), reader);
            }
        }
        return plan;
    }

    private void correct(String word, IndexReader reader) throws IOException {
        unknown.add(word);
        var completions =
                word.equals(last)
                        ? Corrections.completions(word, reader)
                        : List.<Corrections.Correction>of();
        corrections.addAll(completions.isEmpty() ? Corrections.of(word, reader) : completions);
    }

    private static boolean exists(String term, IndexReader reader) throws IOException {
        return reader.docFreq(new Term(TopicDocuments.BODY, term)) > 0
                || reader.docFreq(new Term(TopicDocuments.TITLE, term)) > 0
                || reader.docFreq(new Term(TopicDocuments.HEADINGS, term)) > 0;
    }

    /** Returns the terms that a passage should contain. */
    Set<String> terms() {
        var all = new LinkedHashSet<>(terms);
        corrections.forEach(correction -> all.add(correction.word()));
        return all;
    }

    /** Returns the query for pages. */
    Query pages() {
        var query = new BooleanQuery.Builder();
        query.add(bestOf(PAGE_FIELDS), Occur.SHOULD);
        var exact = new TermQuery(new Term(TopicDocuments.EXACT_TITLE, TopicDocuments.exact(text)));
        query.add(new BoostQuery(new ConstantScoreQuery(exact), EXACT), Occur.SHOULD);
        if (last.length() > 2 && unknown.contains(last)) {
            var prefix = new PrefixQuery(new Term(TopicDocuments.TITLE, last));
            query.add(new BoostQuery(new ConstantScoreQuery(prefix), PREFIX), Occur.SHOULD);
        }
        return query.build();
    }

    /** Returns the query for sections. */
    Query sections() {
        return bestOf(SECTION_FIELDS);
    }

    private Query bestOf(List<Weighted> fields) {
        var alternatives = new ArrayList<Query>();
        fields.forEach(of -> alternatives.add(new BoostQuery(in(of.field()), of.weight())));
        return new DisjunctionMaxQuery(alternatives, TIE);
    }

    private Query in(String field) {
        var query = new BooleanQuery.Builder();
        for (var term : terms) {
            query.add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        }
        for (var correction : corrections) {
            var near = new TermQuery(new Term(field, correction.word()));
            query.add(new BoostQuery(near, CORRECTED * correction.likeness()), Occur.SHOULD);
        }
        return query.build();
    }
}
