package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.kb.search.IdentifierParts.Part;

class WordTermsTest {

    private final WordTerms words = new WordTerms();

    /** Returns each word that counts in lower case, and after it the stems of its parts. */
    private List<String> terms(String text) {
        var all = new ArrayList<String>();
        Words.each(
                text,
                word -> {
                    var found = words.of(word.text());
                    if (!found.stems().isEmpty()) {
                        all.add(found.whole());
                        found.stems().stream()
                                .filter(stem -> !stem.equals(found.whole()))
                                .forEach(all::add);
                    }
                });
        return all;
    }

    @Test
    void keepsANameWholeAndSplitsItIntoStemmedWords() {
        assertThat(words.of("IoCreateDeviceSecure"))
                .isEqualTo(
                        new WordTerms.Terms(
                                "iocreatedevicesecure",
                                List.of("io", "creat", "devic", "secur"),
                                List.of(
                                        new Part(0, 2),
                                        new Part(2, 8),
                                        new Part(8, 14),
                                        new Part(14, 20)),
                                false));
    }

    @Test
    void splitsAtUnderscoresAndKeepsStopWordsInsideNames() {
        assertThat(terms("IOCTL_IS_NOT")).containsExactly("ioctl_is_not", "ioctl", "is", "not");
        assertThat(terms("__try")).containsExactly("__try", "try");
    }

    @Test
    void keepsDigitsWithTheirLetters() {
        assertThat(terms("P2P UMDF2 D3D12")).containsExactly("p2p", "umdf2", "d3d12");
        assertThat(terms("Usb3Hub")).containsExactly("usb3hub", "usb3", "hub");
    }

    @Test
    void endsARunOfCapitalsBeforeAWord() {
        assertThat(terms("IRPHandler")).containsExactly("irphandler", "irp", "handler");
    }

    @Test
    void dropsStopWordsAndStemsTheRest() {
        assertThat(terms("How do I stop the drivers?"))
                .containsExactly("stop", "drivers", "driver");
        assertThat(words.of("The").stop()).isTrue();
        assertThat(words.of("___").stop()).isFalse();
    }

    @Test
    void foldsWhatOnlyLooksDifferent() {
        assertThat(terms("METHOD\\_NEITHER")).isEqualTo(terms("METHOD_NEITHER"));
        assertThat(terms("sec\u00ADurity")).isEqualTo(terms("security"));
        assertThat(terms("driver\u2019s\u00A0\u201Ccode\u201D")).containsExactly("driver", "code");
    }

    @Test
    void pointsAtTheWholeEscapedWordInTheText() {
        var found = new ArrayList<Words.Word>();
        Words.each("a A\\_B \uD835\uDC00 \\ \u200B", found::add);

        assertThat(found)
                .containsExactly(
                        new Words.Word("a", 0, 1),
                        new Words.Word("A_B", 2, 6),
                        new Words.Word("\uD835\uDC00", 7, 9));
    }

    @Test
    @Timeout(10)
    void bearsAnyText() {
        assertThat(terms("")).isEmpty();
        assertThat(terms("\uD800 \uDC00 ___ !! \\ \\_")).isEmpty();
        assertThat(terms("x".repeat(2_000_000))).allMatch(term -> term.length() <= 255);
        assertThat(terms("Ab".repeat(500_000))).isNotEmpty();
    }
}
