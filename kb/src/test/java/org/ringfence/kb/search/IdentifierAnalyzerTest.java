package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.kb.search.IdentifierAnalyzer.Term;

class IdentifierAnalyzerTest {

    private final IdentifierAnalyzer analyzer = new IdentifierAnalyzer();

    private List<String> terms(String text) {
        return analyzer.terms(text).stream().map(Term::text).toList();
    }

    @Test
    void keepsANameWholeAndSplitsItIntoStemmedWords() {
        assertThat(analyzer.terms("IoCreateDeviceSecure"))
                .containsExactly(
                        new Term("iocreatedevicesecure", true, 0, 20),
                        new Term("io", false, 0, 2),
                        new Term("creat", false, 2, 8),
                        new Term("devic", false, 8, 14),
                        new Term("secur", false, 14, 20));
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
    }

    @Test
    void foldsWhatOnlyLooksDifferent() {
        assertThat(terms("METHOD\\_NEITHER")).isEqualTo(terms("METHOD_NEITHER"));
        assertThat(terms("sec\u00ADurity")).isEqualTo(terms("security"));
        assertThat(terms("driver\u2019s\u00A0\u201Ccode\u201D")).containsExactly("driver", "code");
    }

    @Test
    void pointsAtTheWholeEscapedWordInTheText() {
        assertThat(analyzer.terms("a A\\_B")).first().isEqualTo(new Term("a_b", true, 2, 6));
    }

    @Test
    @Timeout(60)
    void bearsAnyText() {
        assertThat(terms("")).isEmpty();
        assertThat(terms("\uD800 \uDC00 ___ !!")).isEmpty();
        assertThat(terms("x".repeat(2_000_000))).allMatch(term -> term.length() <= 255);
        assertThat(terms("Ab".repeat(500_000))).isNotEmpty();
    }
}
