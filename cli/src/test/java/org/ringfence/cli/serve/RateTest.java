package org.ringfence.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RateTest {
    private long now = 17;
    private final Rate rate = new Rate(2, () -> now);

    private int allowed(String client, int tries) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            allowed += rate.allows(client) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aClientMayAskForTwoSecondsAtOnceAndThenAsOftenAsTheRateSays() {
        assertThat(allowed("a", 10)).isEqualTo(4);
        now += TimeUnit.MILLISECONDS.toNanos(500);
        assertThat(allowed("a", 10)).isEqualTo(1);
        now += TimeUnit.HOURS.toNanos(1);
        assertThat(allowed("a", 10)).isEqualTo(4);
    }

    @Test
    void oneClientTakesNothingFromAnother() {
        assertThat(allowed("a", 10)).isEqualTo(4);
        assertThat(allowed("b", 10)).isEqualTo(4);
    }

    @Test
    void noRateIsNoLimit() {
        Rate none = new Rate(0, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(none.allows("a")).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void manyClientsAreForgottenFromTheOldestOn() {
        assertThat(allowed("old", 10)).isEqualTo(4);
        for (int i = 0; i < 20_000; i++) {
            rate.allows("client " + i);
        }
        assertThat(allowed("client 19999", 10)).isEqualTo(3);
        assertThat(allowed("old", 10)).isEqualTo(4);
    }
}
