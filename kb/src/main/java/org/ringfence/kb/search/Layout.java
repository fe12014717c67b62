package org.ringfence.kb.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * Which documents of an index are pages and which sections belong to them, and how long their texts
 * are.
 */
final class Layout {

    private static final float K1 = 1.2f;
    private static final float B = 0.75f;

    /** The length that each norm stands for; Lucene keeps them in one byte. */
    private static final float[] LENGTHS = lengths();

    private final int[] pages;
    private final int[] pageOf;

    /** What BM25 adds to a frequency before dividing by it, for sections and for pages. */
    private final float[] sectionNorm;

    private final float[] pageNorm;

    private final byte[] titleLength;
    private final byte[] linked;
    private final byte[] rank;

    private static float[] lengths() {
        var lengths = new float[256];
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = SmallFloat.byte4ToInt((byte) i);
        }
        return lengths;
    }

    Layout(DirectoryReader reader) throws IOException {
        var documents = reader.maxDoc();
        pageOf = new int[documents];
        var found = new int[documents];
        var count = 0;
        var start = 0;
        for (var leaf : reader.leaves()) {
            var live = leaf.reader().getLiveDocs();
            var isPage = leaf.reader().getNumericDocValues(IndexFields.LINKED);
            for (var page = next(isPage);
                    page != DocIdSetIterator.NO_MORE_DOCS;
                    page = next(isPage)) {
                var document = leaf.docBase + page;
                var lives = live == null || live.get(page);
                Arrays.fill(pageOf, start, document + 1, lives ? count : -1);
                if (lives) {
                    found[count++] = document;
                }
                start = document + 1;
            }
        }
        pages = Arrays.copyOf(found, count);
        linked = numbers(reader, IndexFields.LINKED);
        rank = numbers(reader, IndexFields.RANK);
        titleLength = new byte[count];
        sectionNorm = new float[documents];
        pageNorm = new float[count];
        norms(reader);
    }

    private static int next(NumericDocValues values) throws IOException {
        return values == null ? DocIdSetIterator.NO_MORE_DOCS : values.nextDoc();
    }

    private byte[] numbers(DirectoryReader reader, String field) throws IOException {
        var numbers = new byte[pages.length];
        for (var leaf : reader.leaves()) {
            var values = leaf.reader().getNumericDocValues(field);
            for (var d = next(values); d != DocIdSetIterator.NO_MORE_DOCS; d = next(values)) {
                if (pageOf[leaf.docBase + d] >= 0) {
                    numbers[pageOf[leaf.docBase + d]] = (byte) Math.min(127, values.longValue());
                }
            }
        }
        return numbers;
    }

    /** Returns what {@link TopicDocuments#sum} gave for each page. */
    long[] sums(DirectoryReader reader) throws IOException {
        var sums = new long[pages.length];
        for (var leaf : reader.leaves()) {
            var values = leaf.reader().getNumericDocValues(IndexFields.SUM);
            for (var d = next(values); d != DocIdSetIterator.NO_MORE_DOCS; d = next(values)) {
                if (pageOf[leaf.docBase + d] >= 0) {
                    sums[pageOf[leaf.docBase + d]] = values.longValue();
                }
            }
        }
        return sums;
    }

    private void norms(DirectoryReader reader) throws IOException {
        var total = 0f;
        var sections = 0;
        for (var leaf : reader.leaves()) {
            var titles = leaf.reader().getNormValues(IndexFields.TITLE);
            for (var d = next(titles); d != DocIdSetIterator.NO_MORE_DOCS; d = next(titles)) {
                var page = pageOf[leaf.docBase + d];
                if (page >= 0) {
                    titleLength[page] =
                            (byte) Math.min(127, LENGTHS[(int) titles.longValue() & 0xFF]);
                }
            }
            var bodies = leaf.reader().getNormValues(IndexFields.BODY);
            for (var d = next(bodies); d != DocIdSetIterator.NO_MORE_DOCS; d = next(bodies)) {
                var page = pageOf[leaf.docBase + d];
                if (page >= 0) {
                    var length = LENGTHS[(int) bodies.longValue() & 0xFF];
                    sectionNorm[leaf.docBase + d] = length;
                    pageNorm[page] += length;
                    total += length;
                    sections++;
                }
            }
        }
        toNorms(sectionNorm, total / Math.max(1, sections));
        toNorms(pageNorm, total / Math.max(1, pages.length));
    }

    private static void toNorms(float[] lengths, float average) {
        for (var i = 0; i < lengths.length; i++) {
            lengths[i] = K1 * (1 - B + B * lengths[i] / Math.max(1, average));
        }
    }

    int documents() {
        return pageOf.length;
    }

    int pages() {
        return pages.length;
    }

    /** Returns the number of the page that a document belongs to, from 0; -1 for a deleted one. */
    int pageOf(int document) {
        return pageOf[document];
    }

    /** Returns the document of a page. */
    int document(int page) {
        return pages[page];
    }

    /** Returns the document of a page's first section; the others follow, and then the page. */
    int firstSection(int page) {
        var document = pages[page];
        while (document > 0 && pageOf[document - 1] == page) {
            document--;
        }
        return document;
    }

    float sectionNorm(int document) {
        return sectionNorm[document];
    }

    float pageNorm(int page) {
        return pageNorm[page];
    }

    int titleLength(int page) {
        return titleLength[page];
    }

    int linked(int page) {
        return linked[page];
    }

    int rank(int page) {
        return rank[page];
    }

    /** Returns the part of its weight that a term gets for a frequency, from 0 to below 1. */
    static float saturated(float frequency, float norm) {
        return frequency / (frequency + norm);
    }
}
