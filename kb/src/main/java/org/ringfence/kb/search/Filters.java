package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Words of a query that say where to look, not what for: {@code area:FOLDER} and {@code api:NAME}.
 * Any other word with a colon is looked for like every word.
 *
 * @param text the query without them
 * @param terms that a page must have, all of them
 */
record Filters(String text, List<Term> terms) {

    private static final Pattern FILTER = Pattern.compile("(?<!\\S)(area|api):(\\S{1,200})(?!\\S)");

    static Filters of(String query) {
        var terms = new ArrayList<Term>();
        var text =
                FILTER.matcher(query)
                        .replaceAll(
                                filter -> {
                                    var isArea = filter.group(1).equals("area");
                                    var value = normal(filter.group(2));
                                    terms.add(
                                            new Term(
                                                    isArea ? IndexFields.AREA : IndexFields.API,
                                                    value));
                                    return Matcher.quoteReplacement(isArea ? "" : filter.group(2));
                                });
        return new Filters(text, List.copyOf(terms));
    }

    /** Returns the form in which folders and APIs are compared. */
    static String normal(String value) {
        var plain = value.replace("\\", "").replaceAll("/+$", "");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Returns the pages that may be hits, by number; empty when all may. */
    Optional<BitSet> pages(DirectoryReader reader, Layout layout) throws IOException {
        var all = Optional.<BitSet>empty();
        for (var term : terms) {
            var found = pages(term, reader, layout);
            all.ifPresent(found::and);
            all = Optional.of(found);
        }
        return all;
    }

    private static BitSet pages(Term term, DirectoryReader reader, Layout layout)
            throws IOException {
        var pages = new BitSet();
        for (var leaf : reader.leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.NONE);
            for (var d = next(postings); d != DocIdSetIterator.NO_MORE_DOCS; d = next(postings)) {
                var page = layout.pageOf(leaf.docBase + d);
                if (page >= 0) {
                    pages.set(page);
                }
            }
        }
        return pages;
    }

    private static int next(PostingsEnum postings) throws IOException {
        return postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
    }
}
