package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlugsTest {

    private final Slugs slugs = new Slugs();

    @Test
    void lowersCaseDropsPunctuationAndKeepsUnderscores() {
        assertThat(slugs.next("What's METHOD_NEITHER (and why)?"))
                .isEqualTo("whats-method_neither-and-why");
    }

    @Test
    void numbersRepeatedHeadingsWithoutMeetingAnExistingOne() {
        assertThat(slugs.next("Why")).isEqualTo("why");
        assertThat(slugs.next("Why 1")).isEqualTo("why-1");
        assertThat(slugs.next("Why")).isEqualTo("why-2");
        assertThat(slugs.next("Why")).isEqualTo("why-3");
    }

    @Test
    void namesAHeadingOfPunctuationOnly() {
        assertThat(slugs.next("???")).isEqualTo("section");
    }
}
