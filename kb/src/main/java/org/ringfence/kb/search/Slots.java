package org.ringfence.kb.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/**
 * A query as slots to fill: one for each word, or for each part of a name and one for the whole of
 * it. Each slot has the terms that fill it.
 */
final class Slots {

    /** So many bits are handed around; what a longer query asks beyond is not looked at. */
    private static final int MAX = 31;

    private static final float CORRECTED = 0.8f;
    private static final float JOINED = 0.9f;

    /**
     * A word to find.
     *
     * @param alternatives the terms that fill it, each with what it is worth, at most 1
     * @param name whether it is a name made of several words
     */
    record Slot(Map<String, Float> alternatives, boolean name) {}

    /** A slot for a whole name, and the slots of its parts, a bit each. */
    record Implied(int whole, int parts) {}

    private final String text;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Implied> implied = new ArrayList<>();
    private final Map<String, String> corrections = new LinkedHashMap<>();
    private final Map<Set<String>, Integer> numbers = new LinkedHashMap<>();
    private int stopWords;
    private int words;

    private final Filters filters;

    private Slots(Filters filters) {
        this.filters = filters;
        this.text = filters.text();
    }

    static Slots of(String query, WordTerms terms, IndexReader reader) throws IOException {
        var slots = new Slots(Filters.of(query));
        var text = slots.text;
        var words = new ArrayList<String>();
        Words.each(text, word -> words.add(word.text()));
        var vocabulary = new Corrections(reader);
        for (var i = 0; i < words.size() && slots.slots.size() < MAX; i++) {
            var found = terms.of(words.get(i));
            slots.words++;
            if (found.stop()) {
                slots.stopWords++;
            }
            if (!found.stems().isEmpty()) {
                slots.add(found, i == words.size() - 1, terms, vocabulary);
            }
        }
        slots.join(words, terms, vocabulary);
        return slots;
    }

    private void add(WordTerms.Terms word, boolean last, WordTerms terms, Corrections vocabulary)
            throws IOException {
        var whole = new LinkedHashMap<String, Float>();
        whole.put(word.whole(), 1f);
        whole.put(terms.stem(word.whole()), 1f);
        if (!vocabulary.hasAny(whole.keySet())) {
            correct(word.whole(), last, whole, terms, vocabulary);
        }
        if (!word.compound()) {
            whole.putIfAbsent(word.stems().get(0), 1f);
            put(new Slot(whole, false));
            return;
        }
        var parts = 0;
        for (var stem : word.stems()) {
            if (slots.size() < MAX - 1) {
                parts |= 1 << put(new Slot(Map.of(stem, 1f), false));
            }
        }
        implied.add(new Implied(1 << put(new Slot(whole, true)), parts));
    }

    private int put(Slot slot) {
        return numbers.computeIfAbsent(
                slot.alternatives().keySet(),
                terms -> {
                    slots.add(slot);
                    return slots.size() - 1;
                });
    }

    private void correct(
            String word,
            boolean last,
            Map<String, Float> alternatives,
            WordTerms terms,
            Corrections vocabulary)
            throws IOException {
        var completions = last ? vocabulary.completions(word) : List.<Corrections.Correction>of();
        var found = completions.isEmpty() ? vocabulary.of(word) : completions;
        for (var correction : found) {
            var worth = CORRECTED * correction.likeness();
            alternatives.putIfAbsent(correction.word(), worth);
            alternatives.putIfAbsent(terms.stem(correction.word()), worth);
        }
        if (!found.isEmpty()) {
            corrections.put(word, found.get(0).word());
        }
    }

    /** Lets a compound fill the slots of two words that the query writes apart. */
    private void join(List<String> words, WordTerms terms, Corrections vocabulary)
            throws IOException {
        for (var i = 0; i + 1 < words.size() && i < MAX; i++) {
            var joined =
                    terms.of(words.get(i) + words.get(i + 1).toLowerCase(java.util.Locale.ROOT));
            var both = new LinkedHashSet<>(List.of(joined.whole(), terms.stem(joined.whole())));
            if (vocabulary.hasAny(both)) {
                fill(terms.of(words.get(i)), both);
                fill(terms.of(words.get(i + 1)), both);
            }
        }
    }

    private void fill(WordTerms.Terms word, Set<String> joined) {
        for (var slot : slots) {
            if (!word.compound()
                    && !word.stems().isEmpty()
                    && slot.alternatives().containsKey(word.stems().get(0))
                    && slot.alternatives() instanceof LinkedHashMap) {
                joined.forEach(term -> slot.alternatives().putIfAbsent(term, JOINED));
            }
        }
    }

    Filters filters() {
        return filters;
    }

    String text() {
        return text;
    }

    List<Slot> all() {
        return slots;
    }

    List<Implied> implied() {
        return implied;
    }

    /** Returns the words that no page has, each with what was probably meant. */
    Map<String, String> corrections() {
        return corrections;
    }

    /** Returns the part of the words that say nothing of the subject, from 0 to 1. */
    float idle() {
        return words == 0 ? 0 : (float) stopWords / words;
    }

    boolean hasName() {
        return !implied.isEmpty();
    }

    /** Returns every term that fills a slot. */
    Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        slots.forEach(slot -> terms.addAll(slot.alternatives().keySet()));
        return terms;
    }
}
