package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Names as the index keeps them, to compare queries with: for each its kind, a hash of its exact
 * form, and its words as hashes of their terms, each stem with its weight. Hashes may collide; a
 * collision costs a little relevance and nothing else.
 */
final class NameRecord {

    private static final int MAX_NAMES = 255;
    private static final int MAX_WORDS = 60;
    private static final double SCALE = 16;

    /** How rare stems are in the names of all pages. */
    static final class Rarity {
        private final Map<String, Integer> pages = new HashMap<>();
        private int total;

        /** Counts the stems of a page's names. */
        void add(List<Names.Name> names, WordTerms words) {
            var stems = new HashSet<String>();
            for (var name : names) {
                Words.each(name.text(), words, word -> stems.addAll(word.stems()));
            }
            stems.forEach(stem -> pages.merge(stem, 1, Integer::sum));
            total++;
        }

        /** Returns a weight from 1 to 255. */
        private int weight(String stem) {
            var count = pages.getOrDefault(stem, 0);
            var rarity = Math.log(1 + (total - count + 0.5) / (count + 0.5));
            return (int) Math.max(1, Math.min(255, Math.round(rarity * SCALE)));
        }
    }

    private NameRecord() {}

    static BytesRef write(List<Names.Name> names, Rarity rarity, WordTerms words) {
        var out = new java.io.ByteArrayOutputStream();
        var kept = names.subList(0, Math.min(MAX_NAMES, names.size()));
        out.write(kept.size());
        for (var name : kept) {
            out.write(name.kind().ordinal());
            writeInt(out, Names.exact(name.text()).hashCode());
            var all = new ArrayList<WordTerms.Terms>();
            Words.each(name.text(), words, all::add);
            all.removeIf(word -> word.stems().isEmpty());
            var first = all.subList(0, Math.min(MAX_WORDS, all.size()));
            out.write(first.size());
            first.forEach(word -> write(word, rarity, out));
        }
        return new BytesRef(out.toByteArray());
    }

    private static void write(
            WordTerms.Terms word, Rarity rarity, java.io.ByteArrayOutputStream out) {
        out.write(word.stems().size());
        if (word.compound()) {
            writeInt(out, word.whole().hashCode());
        }
        for (var stem : word.stems()) {
            writeInt(out, stem.hashCode());
            out.write(rarity.weight(stem));
        }
    }

    private static void writeInt(java.io.ByteArrayOutputStream out, int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
    }

    /**
     * How a query fits a name.
     *
     * @param slots which slots of the query the name has, a bit each
     * @param precision the part of the name, by weight, that the query has
     * @param pairs how many neighbours of the query are neighbours in the name, in that order
     * @param exact whether the name is the query, but for case and punctuation
     */
    record Fit(Names.Kind kind, int slots, float precision, int pairs, boolean exact) {}

    /** Compares a query with every name of a record. */
    static List<Fit> fits(BytesRef record, Query query) {
        var in = new ByteArrayDataInput(record.bytes, record.offset, record.length);
        var count = in.readByte() & 0xFF;
        var fits = new ArrayList<Fit>(count);
        for (var i = 0; i < count; i++) {
            fits.add(fit(in, query));
        }
        return fits;
    }

    private static final Names.Kind[] KINDS = Names.Kind.values();

    private static Fit fit(ByteArrayDataInput in, Query query) {
        var kind = KINDS[in.readByte()];
        var exact = readInt(in) == query.exactHash();
        var slots = 0;
        var matched = 0f;
        var total = 0f;
        var pairs = 0;
        var before = 0;
        for (var words = in.readByte() & 0xFF; words > 0; words--) {
            var stems = in.readByte() & 0xFF;
            var whole = stems > 1 ? query.slots(readInt(in)) : 0;
            slots |= whole;
            if (whole != 0) {
                pairs += Integer.bitCount((before << 1) & whole);
                before = whole;
            }
            for (; stems > 0; stems--) {
                var stem = query.slots(readInt(in));
                var weight = in.readByte() & 0xFF;
                total += weight;
                if ((stem | whole) != 0) {
                    matched += weight;
                }
                if (whole == 0) {
                    pairs += Integer.bitCount((before << 1) & stem);
                    before = stem;
                    slots |= stem;
                }
            }
        }
        return new Fit(kind, query.closed(slots), total == 0 ? 0 : matched / total, pairs, exact);
    }

    private static int readInt(ByteArrayDataInput in) {
        return (in.readByte() & 0xFF) << 24
                | (in.readByte() & 0xFF) << 16
                | (in.readByte() & 0xFF) << 8
                | in.readByte() & 0xFF;
    }

    /** What a record is compared with. */
    interface Query {
        /** The hash of its exact form. */
        int exactHash();

        /** The slots that a term with this hash fills, a bit each. */
        int slots(int termHash);

        /** Adds the slots that others imply: a name its words, all its words the name. */
        int closed(int slots);
    }
}
