package org.ringfence.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final Names NAMES =
            new Names(
                    new ServiceSettings(
                            "::2",
                            0,
                            List.of("Docs.Example"),
                            List.of(),
                            new ServiceSettings.Limits(0, 1, 1)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:80",
                "127.0.0.1:8642",
                "[::1]",
                "[::1]:8642",
                "[::2]:1",
                "docs.example",
                "docs.example:443"
            })
    void thisServerIsCalledSo(String host) {
        assertThat(NAMES.has(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "evil.example:127.0.0.1",
                "127.0.0.1.evil",
                "localhost:",
                "localhost:x",
                "localhost:80:80",
                "[::3]",
                "::1",
                "localhost\t",
                "localhost, evil.example"
            })
    void otherNamesAreAnothersOrNone(String host) {
        assertThat(NAMES.has(host)).isFalse();
    }

    @Test
    void pathsThatClientsMakeUpHaveOneLabel() {
        assertThat(Routes.label("/api/topics/a/b")).isEqualTo("/api/topics");
        assertThat(Routes.label("/api/topicsx")).isEqualTo("site");
        assertThat(Routes.label("/\"}\n")).isEqualTo("site");
    }
}
