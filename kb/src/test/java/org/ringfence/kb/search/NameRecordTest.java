package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.kb.search.NameRecord.Fit;
import org.ringfence.kb.search.Names.Kind;
import org.ringfence.kb.search.Names.Name;

class NameRecordTest {

    private final WordTerms words = new WordTerms();
    private final NameRecord.Rarity rarity = new NameRecord.Rarity();

    /** A query of these terms, a slot each. */
    private record Terms(String text, List<String> terms) implements NameRecord.Query {
        @Override
        public int exactHash() {
            return Names.exact(text).hashCode();
        }

        @Override
        public int slots(int termHash) {
            var slots = 0;
            for (var i = 0; i < terms.size(); i++) {
                slots |= terms.get(i).hashCode() == termHash ? 1 << i : 0;
            }
            return slots;
        }

        @Override
        public int closed(int slots) {
            return slots;
        }
    }

    private List<Fit> fits(String query, List<String> terms, Name... names) {
        var record = NameRecord.write(List.of(names), rarity, words);
        return NameRecord.fits(record, new Terms(query, terms));
    }

    @Test
    void tellsWhichWordsOfAQueryEachNameHas() {
        var fits =
                fits(
                        "pool memory",
                        List.of("pool", "memori"),
                        new Name(Kind.TITLE, "Pool memory"),
                        new Name(Kind.LINK, "the memory"),
                        new Name(Kind.API, "Other"));

        assertThat(fits)
                .containsExactly(
                        new Fit(Kind.TITLE, 0b11, 1, 1, true),
                        new Fit(Kind.LINK, 0b10, 1, 0, false),
                        new Fit(Kind.API, 0, 0, 0, false));
    }

    @Test
    void findsANameWholeAndByItsParts() {
        var name = new Name(Kind.API, "IoCreateDevice");

        assertThat(fits("x", List.of("iocreatedevice"), name))
                .containsExactly(new Fit(Kind.API, 1, 1, 0, false));
        assertThat(fits("io create device", List.of("io", "creat", "devic"), name))
                .containsExactly(new Fit(Kind.API, 0b111, 1, 2, true));
    }

    @Test
    void weighsRareWordsMoreThanCommonOnes() {
        for (var i = 0; i < 20; i++) {
            rarity.add(List.of(new Name(Kind.TITLE, i == 0 ? "driver zebra" : "driver")), words);
        }
        var name = new Name(Kind.TITLE, "driver zebra");

        var rare = fits("zebra", List.of("zebra"), name).get(0).precision();
        var common = fits("driver", List.of("driver"), name).get(0).precision();

        assertThat(rare).isGreaterThan(0.9f);
        assertThat(rare + common).isEqualTo(1f);
    }

    @Test
    void keepsToItsLimits() {
        var names = new ArrayList<Name>();
        for (var i = 0; i < 300; i++) {
            names.add(new Name(Kind.LINK, "w ".repeat(100) + i));
        }
        var record = NameRecord.write(names, rarity, words);

        assertThat(NameRecord.fits(record, new Terms("w", List.of("w")))).hasSize(255);
    }
}
