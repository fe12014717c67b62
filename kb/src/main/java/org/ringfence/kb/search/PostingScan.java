package org.ringfence.kb.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * What every page and section has of a query, from one pass over the postings of each term. Pages
 * are summed up from their sections, so that a text is indexed only once. Lives for one search.
 */
final class PostingScan {

    private final IndexReader reader;
    private final Layout layout;

    /** BM25 of the text of pages and of sections. */
    final float[] body;

    final float[] sectionBody;

    /** The slots found, a bit each, by page and by document of a section. */
    final int[] bodySlots;

    final int[] titleSlots;
    final int[] nameSlots;
    final int[] metaSlots;
    final int[] sectionSlots;
    final int[] headingSlots;

    /** How much each slot tells, and all together. */
    final float[] weights;

    final float total;

    PostingScan(Slots slots, IndexReader reader, Layout layout) throws IOException {
        this.reader = reader;
        this.layout = layout;
        body = new float[layout.pages()];
        bodySlots = new int[layout.pages()];
        titleSlots = new int[layout.pages()];
        nameSlots = new int[layout.pages()];
        metaSlots = new int[layout.pages()];
        sectionBody = new float[layout.documents()];
        sectionSlots = new int[layout.documents()];
        headingSlots = new int[layout.documents()];
        weights = new float[slots.all().size()];
        var sum = 0f;
        for (var slot = 0; slot < weights.length; slot++) {
            scan(slot, slots.all().get(slot));
            sum += weights[slot];
        }
        total = sum;
        for (var implied : slots.implied()) {
            for (var mask : List.of(bodySlots, titleSlots, nameSlots, sectionSlots, headingSlots)) {
                imply(mask, implied);
            }
        }
    }

    private static void imply(int[] slots, Slots.Implied implied) {
        for (var i = 0; i < slots.length; i++) {
            if ((slots[i] & implied.whole()) != 0) {
                slots[i] |= implied.parts();
            }
        }
    }

    /** Returns the weight of slots together. */
    float weight(int mask) {
        var sum = 0f;
        for (var rest = mask; rest != 0; rest &= rest - 1) {
            sum += weights[Integer.numberOfTrailingZeros(rest)];
        }
        return sum;
    }

    private void scan(int number, Slots.Slot slot) throws IOException {
        var bit = 1 << number;
        var inBody = matches(IndexFields.BODY, slot);
        var inTitle = matches(IndexFields.TITLE, slot);
        var inNames = matches(IndexFields.NAMES, slot);
        var inHeadings = matches(IndexFields.HEADING, slot);
        for (var i = 0; i < inTitle.count; i++) {
            titleSlots[layout.pageOf(inTitle.documents[i])] |= bit;
        }
        for (var i = 0; i < inNames.count; i++) {
            nameSlots[layout.pageOf(inNames.documents[i])] |= bit;
        }
        for (var i = 0; i < inHeadings.count; i++) {
            headingSlots[inHeadings.documents[i]] |= bit;
        }
        var inMeta = matches(IndexFields.META, slot);
        for (var i = 0; i < inMeta.count; i++) {
            metaSlots[layout.pageOf(inMeta.documents[i])] |= bit;
        }
        var pages = Math.max(pages(inBody), Math.max(inTitle.count, inNames.count));
        weights[number] = (float) Math.log(1 + (layout.pages() - pages + 0.5) / (pages + 0.5));
        body(inBody, weights[number], bit);
    }

    private int pages(Matches matches) {
        var count = 0;
        var last = -1;
        for (var i = 0; i < matches.count; i++) {
            var page = layout.pageOf(matches.documents[i]);
            count += page == last ? 0 : 1;
            last = page;
        }
        return count;
    }

    private void body(Matches matches, float weight, int bit) {
        for (var i = 0; i < matches.count; ) {
            var page = layout.pageOf(matches.documents[i]);
            var frequency = 0f;
            var worth = 0f;
            for (; i < matches.count && layout.pageOf(matches.documents[i]) == page; i++) {
                var document = matches.documents[i];
                var part = Layout.saturated(matches.frequencies[i], layout.sectionNorm(document));
                sectionBody[document] += weight * matches.worths[i] * part;
                sectionSlots[document] |= bit;
                frequency += matches.frequencies[i];
                worth = Math.max(worth, matches.worths[i]);
            }
            body[page] += weight * worth * Layout.saturated(frequency, layout.pageNorm(page));
            bodySlots[page] |= bit;
        }
    }

    /** Documents in order with how often they have a slot and what that is worth. */
    private static final class Matches {
        private int[] documents;
        private float[] frequencies;
        private float[] worths;
        private int count;

        Matches(int size) {
            documents = new int[size];
            frequencies = new float[size];
            worths = new float[size];
        }

        void add(int document, float frequency, float worth) {
            if (count == documents.length) {
                var size = 2 * count + 16;
                documents = Arrays.copyOf(documents, size);
                frequencies = Arrays.copyOf(frequencies, size);
                worths = Arrays.copyOf(worths, size);
            }
            documents[count] = document;
            frequencies[count] = frequency;
            worths[count++] = worth;
        }

        /** Joins both; where a document is in both, what is worth more counts. */
        static Matches merged(Matches a, Matches b) {
            if (a.count == 0 || b.count == 0) {
                return a.count == 0 ? b : a;
            }
            var all = new Matches(a.count + b.count);
            var j = 0;
            for (var i = 0; i < a.count; i++) {
                for (; j < b.count && b.documents[j] < a.documents[i]; j++) {
                    all.add(b.documents[j], b.frequencies[j], b.worths[j]);
                }
                var both = j < b.count && b.documents[j] == a.documents[i];
                if (both && b.frequencies[j] * b.worths[j] > a.frequencies[i] * a.worths[i]) {
                    all.add(b.documents[j], b.frequencies[j], b.worths[j]);
                } else {
                    all.add(a.documents[i], a.frequencies[i], a.worths[i]);
                }
                j += both ? 1 : 0;
            }
            for (; j < b.count; j++) {
                all.add(b.documents[j], b.frequencies[j], b.worths[j]);
            }
            return all;
        }
    }

    private Matches matches(String field, Slots.Slot slot) throws IOException {
        var all = new Matches(0);
        for (var alternative : slot.alternatives().entrySet()) {
            var term = new Term(field, alternative.getKey());
            all = Matches.merged(all, matches(term, alternative.getValue()));
        }
        return all;
    }

    private Matches matches(Term term, float worth) throws IOException {
        var found = new Matches(0);
        for (var leaf : reader.leaves()) {
            var postings = leaf.reader().postings(term, PostingsEnum.FREQS);
            if (postings == null) {
                continue;
            }
            for (var d = postings.nextDoc();
                    d != DocIdSetIterator.NO_MORE_DOCS;
                    d = postings.nextDoc()) {
                var document = leaf.docBase + d;
                if (layout.pageOf(document) >= 0) {
                    found.add(document, postings.freq(), worth);
                }
            }
        }
        return found;
    }
}
