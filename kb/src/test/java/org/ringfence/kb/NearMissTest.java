package org.ringfence.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {

    private static final List<String> IDS =
            List.of(
                    "inf/inf-sddl",
                    "ioctl/ioctl-access-bits",
                    "ioctl/method-neither",
                    "memory/pool-zeroing");

    @Test
    void forgivesALetterTooFew() {
        assertThat(NearMiss.of("ioctl/ioctl-acces-bits", IDS)).contains("ioctl/ioctl-access-bits");
    }

    @Test
    void countsSwappedNeighboursAsOneError() {
        assertThat(NearMiss.of("abdc", List.of("abcd", "abxx"))).contains("abcd");
    }

    @Test
    void findsAPageThatMovedToAnotherFolder() {
        assertThat(NearMiss.of("buffers/method-neither", IDS)).contains("ioctl/method-neither");
    }

    @Test
    void saysNothingWhenNothingIsNear() {
        assertThat(NearMiss.of("network/oid-requests", IDS)).isEmpty();
        assertThat(NearMiss.of("x", List.of())).isEmpty();
    }

    @Test
    void prefersTheAlphabeticallyFirstOfEquallyNear() {
        assertThat(NearMiss.of("page-x", List.of("page-b", "page-a"))).contains("page-a");
    }

    @Test
    void countsEveryKindOfTypingErrorUpToItsLimit() {
        var right = "abcdefghijklmnop";
        for (var wrong :
                List.of(
                        "bcdefghijklmnop",
                        "xabcdefghijklmnop",
                        "abcdefghijklmnpo",
                        "abcxefgxijkxmnop",
                        "abcdefghijklm")) {
            assertThat(NearMiss.of(wrong, List.of("q", right))).as(wrong).contains(right);
        }
        assertThat(NearMiss.of("xxxxxfghijklmnop", List.of(right))).isEmpty();
    }
}
