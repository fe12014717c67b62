package org.ringfence.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
    @Test
    void matchesTheWholeTextAcrossLines() throws Exception {
        assertThat(Regex.of("a.*b").matches("a\nb")).isTrue();
        assertThat(Regex.of("a").matches("ab")).isFalse();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesLinearTime() throws Exception {
        assertThat(Regex.of("(a*)*(a|aa)*b").matches("a".repeat(100_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "(a, missing closing )",
        "a(?!b), invalid or unsupported Perl syntax",
        "((a{900}){900}){900}, its repetitions multiply to more than 20000 states"
    })
    void refusesWhatIsNoExpressionOrTooLarge(String text, String message) {
        assertThatThrownBy(() -> Regex.of(text)).hasMessageContaining(message);
    }
}
