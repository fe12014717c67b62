package org.ringfence.kb.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** Says in numbers from 0 to about 1 how pages and their sections fit a query. */
final class PageFeatures implements NameRecord.Query {

    static final List<String> NAMES =
            List.of(
                    "body",
                    "body-cover",
                    "section",
                    "section-score",
                    "section-cover",
                    "title-cover",
                    "title-precision",
                    "title",
                    "title-exact",
                    "title-pairs",
                    "heading1",
                    "path",
                    "former",
                    "toc",
                    "api-exact",
                    "link",
                    "name",
                    "name-exact",
                    "names-cover",
                    "meta-cover",
                    "heading",
                    "heading-exact",
                    "linked",
                    "rank",
                    "all");

    static final List<String> SECTION_NAMES =
            List.of(
                    "s.body",
                    "s.cover",
                    "s.heading-cover",
                    "s.heading",
                    "s.heading-exact",
                    "s.heading-pairs",
                    "s.link",
                    "s.with-title",
                    "s.first");

    /** Sections of a page that are looked at closely. */
    private static final int SECTIONS = 6;

    /** The features of a page, and the document of its best section. */
    record Found(float[] values, int section) {}

    /** The features of a section. */
    record OfSection(int document, float[] values, float score) {}

    private final PostingScan scan;
    private final Layout layout;
    private final Slots slots;
    private final Map<Integer, Integer> slotsByTerm = new HashMap<>();
    private final int exactHash;
    private final float[] sectionWeights;
    private final List<LeafReaderContext> leaves;
    private final BinaryDocValues[] pageNames;
    private final BinaryDocValues[] sectionNames;

    PageFeatures(
            Slots slots, PostingScan scan, Layout layout, DirectoryReader reader, Weights weights)
            throws IOException {
        this.slots = slots;
        this.scan = scan;
        this.layout = layout;
        this.exactHash = Names.exact(slots.text()).hashCode();
        this.sectionWeights = weights.of(SECTION_NAMES, Weights.gates(slots));
        for (var slot = 0; slot < slots.all().size(); slot++) {
            var bit = 1 << slot;
            for (var term : slots.all().get(slot).alternatives().keySet()) {
                slotsByTerm.merge(term.hashCode(), bit, (a, b) -> a | b);
            }
        }
        leaves = reader.leaves();
        pageNames = new BinaryDocValues[leaves.size()];
        sectionNames = new BinaryDocValues[leaves.size()];
        for (var i = 0; i < leaves.size(); i++) {
            pageNames[i] = leaves.get(i).reader().getBinaryDocValues(IndexFields.PAGE_NAMES);
            sectionNames[i] = leaves.get(i).reader().getBinaryDocValues(IndexFields.SECTION_NAMES);
        }
    }

    @Override
    public int exactHash() {
        return exactHash;
    }

    @Override
    public int slots(int termHash) {
        return slotsByTerm.getOrDefault(termHash, 0);
    }

    @Override
    public int closed(int found) {
        var all = found;
        for (var implied : slots.implied()) {
            if ((found & implied.whole()) != 0) {
                all |= implied.parts();
            } else if ((found & implied.parts()) == implied.parts()) {
                all |= implied.whole();
            }
        }
        return all;
    }

    private float part(int mask) {
        return scan.total == 0 ? 0 : scan.weight(mask) / scan.total;
    }

    private float f1(NameRecord.Fit fit) {
        var recall = part(fit.slots());
        var sum = recall + fit.precision();
        return sum == 0 ? 0 : 2 * recall * fit.precision() / sum;
    }

    private float pairs(NameRecord.Fit fit) {
        return Math.min(1, (float) fit.pairs() / Math.max(1, slots.all().size() - 1));
    }

    /** Returns the features of a page; pages must be asked for in ascending order. */
    Found of(int page) throws IOException {
        var best = bestSection(page);
        var values = new Values();
        var title = closed(scan.titleSlots[page]);
        var section =
                closed(scan.sectionSlots[best.document()] | scan.headingSlots[best.document()]);
        var names = closed(title | scan.nameSlots[page]);
        values.set("body", scan.total == 0 ? 0 : scan.body[page] / scan.total);
        values.set("body-cover", part(closed(scan.bodySlots[page])));
        values.set("section", best.values()[0] + best.values()[2]);
        values.set("section-score", best.score());
        values.set("section-cover", part(section | title));
        values.set("title-cover", part(title));
        values.set("names-cover", part(names));
        values.set("meta-cover", part(closed(scan.metaSlots[page])));
        values.set("heading", best.values()[3]);
        values.set("heading-exact", best.values()[4]);
        values.set("linked", layout.linked(page) / 16f);
        values.set("rank", layout.rank(page) / 32f);
        var all = part(closed(names | scan.bodySlots[page] | scan.metaSlots[page]));
        values.set("all", all > 0.999f ? 1 : 0);
        for (var fit : fits(pageNames, layout.document(page))) {
            name(fit, values);
        }
        return new Found(values.values, best.document());
    }

    private void name(NameRecord.Fit fit, Values values) {
        var f1 = f1(fit);
        switch (fit.kind()) {
            case TITLE -> {
                values.set("title", f1);
                values.set("title-precision", fit.precision());
                values.set("title-exact", fit.exact() ? 1 : 0);
                values.set("title-pairs", pairs(fit));
            }
            case HEADING -> values.atLeast("heading1", f1);
            case PATH -> values.atLeast("path", f1);
            case FORMER -> values.atLeast("former", f1);
            case TOC -> values.atLeast("toc", f1);
            case API -> values.atLeast("api-exact", fit.exact() ? 1 : 0);
            case LINK -> values.atLeast("link", f1);
        }
        values.atLeast("name", f1);
        values.atLeast("name-exact", fit.exact() ? 1 : 0);
    }

    private List<NameRecord.Fit> fits(BinaryDocValues[] values, int document) throws IOException {
        var leaf = ReaderUtil.subIndex(document, leaves);
        var in = values[leaf];
        var at = document - leaves.get(leaf).docBase;
        if (in == null || !in.advanceExact(at)) {
            return List.of();
        }
        BytesRef record = in.binaryValue();
        return NameRecord.fits(record, this);
    }

    /** Returns the section that answers best; the first when none does. */
    private OfSection bestSection(int page) throws IOException {
        var sections = sections(page);
        var best = sections.get(0);
        for (var section : sections) {
            best = section.score() > best.score() ? section : best;
        }
        return best;
    }

    /** Returns the features of the most promising sections of a page, in page order. */
    List<OfSection> sections(int page) throws IOException {
        var first = layout.firstSection(page);
        var end = layout.document(page);
        var promising = new java.util.ArrayList<Integer>();
        for (var document = first; document < end; document++) {
            if (document == first
                    || scan.sectionBody[document] > 0
                    || scan.headingSlots[document] != 0) {
                promising.add(document);
            }
        }
        if (promising.size() > SECTIONS) {
            promising.sort(
                    java.util.Comparator.comparingDouble(
                            document ->
                                    -scan.sectionBody[document]
                                            - scan.weight(scan.headingSlots[document])));
            promising.subList(SECTIONS, promising.size()).clear();
            promising.sort(null);
        }
        var found = new java.util.ArrayList<OfSection>();
        for (var document : promising) {
            found.add(section(page, document, document == first));
        }
        return found;
    }

    private OfSection section(int page, int document, boolean first) throws IOException {
        var values = new float[SECTION_NAMES.size()];
        var heading = closed(scan.headingSlots[document]);
        var text = closed(scan.sectionSlots[document]);
        values[0] = scan.total == 0 ? 0 : scan.sectionBody[document] / scan.total;
        values[1] = part(text);
        values[2] = part(heading);
        for (var fit : fits(sectionNames, document)) {
            var f1 = f1(fit);
            if (fit.kind() == Names.Kind.LINK) {
                values[6] = Math.max(values[6], f1);
            } else {
                values[3] = Math.max(values[3], f1);
                values[5] = Math.max(values[5], pairs(fit));
            }
            values[4] = Math.max(values[4], fit.exact() ? 1 : 0);
        }
        values[7] = part(heading | text | closed(scan.titleSlots[page]));
        values[8] = first ? 1 : 0;
        var score = 0f;
        for (var i = 0; i < values.length; i++) {
            score += sectionWeights[i] * values[i];
        }
        return new OfSection(document, values, score);
    }

    /** Features by name while they are gathered. */
    private static final class Values {
        private static final Map<String, Integer> NUMBERS = new HashMap<>();

        static {
            NAMES.forEach(name -> NUMBERS.put(name, NUMBERS.size()));
        }

        private final float[] values = new float[NAMES.size()];

        void set(String name, float value) {
            values[NUMBERS.get(name)] = value;
        }

        void atLeast(String name, float value) {
            var number = NUMBERS.get(name);
            values[number] = Math.max(values[number], value);
        }
    }
}
