package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.LongHeap;

/**
 * Puts pages in order for one query: a scan of the postings gives candidates of several kinds, and
 * a weighted sum of their features decides.
 */
final class Ranking {

    /**
     * A page that may be a hit.
     *
     * @param page its number
     * @param section the document of its best section
     * @param features see {@link PageFeatures}
     */
    record Candidate(int page, int section, float[] features, float score) {}

    /** Puts a page before all others when its title is the query: nobody can mean another page. */
    static final float NAMED = 100;

    static final int EXACT_TITLE = PageFeatures.NAMES.indexOf("title-exact");

    private static final int BY_TITLE = 60;
    private static final int BY_TEXT = 70;
    private static final int BY_NAME = 60;
    private static final int BY_HEADING = 50;

    private final Layout layout;
    private final PostingScan scan;
    private final PageFeatures features;
    private final float[] weights;
    private final Optional<BitSet> allowed;

    Ranking(Slots slots, DirectoryReader reader, Layout layout, Weights weights)
            throws IOException {
        this.layout = layout;
        this.scan = new PostingScan(slots, reader, layout);
        this.features = new PageFeatures(slots, scan, layout, reader, weights);
        this.allowed = slots.filters().pages(reader, layout);
        this.weights = weights.of(PageFeatures.NAMES, Weights.gates(slots));
    }

    /** Returns the best pages first; of pages that are equally good, the earlier in the index. */
    List<Candidate> best(int limit) throws IOException {
        var candidates = new ArrayList<>(candidates(limit));
        candidates.sort(
                Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                        .thenComparingInt(Candidate::page));
        return candidates.subList(0, Math.min(limit, candidates.size()));
    }

    /** Returns all pages that were looked at closely to find so many, in the order of the index. */
    List<Candidate> candidates(int limit) throws IOException {
        var candidates = new ArrayList<Candidate>();
        for (var page : pages(limit)) {
            var found = features.of(page);
            var score = NAMED * found.values()[EXACT_TITLE];
            for (var i = 0; i < weights.length; i++) {
                score += weights[i] * found.values()[i];
            }
            candidates.add(new Candidate(page, found.section(), found.values(), score));
        }
        return candidates;
    }

    /** Returns the features of the promising sections of a page. */
    List<PageFeatures.OfSection> sections(int page) throws IOException {
        return features.sections(page);
    }

    /** Returns the pages worth a closer look: those best by title, by text, by name, by heading. */
    private TreeSet<Integer> pages(int limit) {
        var sections = new float[layout.pages()];
        var headings = new float[layout.pages()];
        for (var document = 0; document < layout.documents(); document++) {
            var slots = scan.headingSlots[document];
            if (scan.sectionBody[document] > 0 || slots != 0) {
                var page = layout.pageOf(document);
                var heading = slots == 0 ? 0 : scan.weight(slots);
                sections[page] = Math.max(sections[page], scan.sectionBody[document] + heading);
                headings[page] = Math.max(headings[page], heading);
            }
        }
        var byTitle = new Best(BY_TITLE + limit);
        var byText = new Best(BY_TEXT + limit);
        var byName = new Best(BY_NAME + limit);
        var byHeading = new Best(BY_HEADING + limit);
        for (var page = 0; page < layout.pages(); page++) {
            if (allowed.isPresent() && !allowed.get().get(page)) {
                continue;
            }
            var text = scan.body[page];
            if (text == 0
                    && sections[page] == 0
                    && (scan.titleSlots[page] | scan.nameSlots[page]) == 0) {
                continue;
            }
            var title = scan.weight(scan.titleSlots[page]);
            var all = scan.weight(scan.titleSlots[page] | scan.nameSlots[page]);
            if (title > 0) {
                byTitle.add(page, title * 30 / (30 + layout.titleLength(page)) + 0.3f * text);
            }
            byText.add(page, text + sections[page]);
            if (all > 0) {
                byName.add(page, all + 0.5f * title + 0.2f * text);
            }
            if (headings[page] > 0) {
                byHeading.add(page, headings[page] + 0.5f * title + 0.2f * text);
            }
        }
        var pages = new TreeSet<Integer>();
        List.of(byTitle, byText, byName, byHeading).forEach(best -> pages.addAll(best.pages()));
        return pages;
    }

    /** The pages with the highest scores; equal ones in order of their numbers. */
    private static final class Best {

        /**
         * Each the bits of a score, which sort as scores do, above those of the reversed number.
         */
        private final LongHeap kept;

        private final int size;

        Best(int size) {
            this.size = size;
            this.kept = new LongHeap(size);
        }

        void add(int page, float score) {
            var key = (long) Float.floatToIntBits(score) << 32 | (Integer.MAX_VALUE - page);
            if (score > 0 && (kept.size() < size || key > kept.top())) {
                kept.insertWithOverflow(key);
            }
        }

        List<Integer> pages() {
            var pages = new ArrayList<Integer>();
            for (var i = 1; i <= kept.size(); i++) {
                pages.add(Integer.MAX_VALUE - (int) kept.get(i));
            }
            return pages;
        }
    }
}
