package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.kb.search.Hit.Passage;
import org.ringfence.kb.search.Hit.Range;

class PassagesTest {

    private final WordTerms analyzer = new WordTerms();

    @Test
    void picksTheLineWithTheMostDifferentTerms() {
        var text = "probe probe probe\nprobe the buffer\nnothing here\n";

        assertThat(Passages.of(text, Set.of("probe", "buffer"), analyzer))
                .containsExactly(
                        new Passage(
                                "probe the buffer", List.of(new Range(0, 5), new Range(10, 16))),
                        new Passage(
                                "probe probe probe",
                                List.of(new Range(0, 5), new Range(6, 11), new Range(12, 17))));
    }

    @Test
    void highlightsTheWholeNameRatherThanItsParts() {
        assertThat(
                        Passages.of(
                                "call ProbeForRead",
                                Set.of("probeforread", "probe", "read"),
                                analyzer))
                .containsExactly(new Passage("call ProbeForRead", List.of(new Range(5, 17))));
    }

    @Test
    void showsTheStartWhenNothingMatches() {
        assertThat(Passages.of("First.\nSecond.\n", Set.of("x"), analyzer))
                .containsExactly(new Passage("First.", List.of()));
        assertThat(Passages.of("", Set.of("x"), analyzer)).isEmpty();
    }

    @Test
    void cutsALongLineAfterASentence() {
        var sentence = "A sentence about nothing in particular that goes on. ";
        var passages = Passages.of(sentence.repeat(8) + "The probe.", Set.of("probe"), analyzer);

        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).text()).endsWith("The probe.").hasSizeLessThanOrEqualTo(240);
    }

    @Test
    @Timeout(10)
    void neverCutsACharacterInTwo() {
        var faces = "\uD83D\uDE00".repeat(100_000);

        assertThat(Passages.of("x" + faces, Set.of("x"), analyzer).get(0).text())
                .startsWith("x")
                .doesNotMatch("(?s).*\\p{Cs}.*");
    }
}
