package org.ringfence.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackHashesTest {
    private String json = "";

    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackJson.write(PackJsonTest.everything(), out);
        json = out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> problems(String json) throws IOException {
        return PackHashes.problems(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PackHashes computed(String json) throws IOException {
        return PackHashes.computed(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void areThoseOfThePackThatCarriesThem() throws IOException {
        assertThat(problems(json)).isEmpty();
    }

    @Test
    void areTheSameHoweverThePackIsIndented() throws IOException {
        assertThat(computed(json.replaceAll("\n *", "\n"))).isEqualTo(computed(json));
    }

    /** Other tools can compute them: of the text without white space. */
    @Test
    void areSha256OfTheCompactText() throws IOException {
        PackHashes hashes = computed("{ \"rules\": [ {\"id\": \"a\"} ], \"sha256\": {} }");
        assertThat(hashes.rules())
                .containsExactly(
                        org.assertj.core.api.Assertions.entry(
                                "a",
                                "8489a5deb454a360345c7868bca8672de92b446caf3d3b014af6a56e3d549d30"));
        assertThat(hashes.content())
                .isEqualTo("50adb011e37f3dfe381b7abc4e36c49d5e8b1cbf9e77acebf4898af388487764");
    }

    @Test
    void nameTheRuleThatWasAltered() throws IOException {
        assertThat(problems(json.replace("\"inf\"", "\"c\"")))
                .containsExactly(
                        "its content is not what its hash says",
                        "the rule `walk` is not what its hash says");
    }

    @Test
    void showThatTheVersionWasAltered() throws IOException {
        assertThat(problems(json.replace("1.2.3", "1.2.4")))
                .containsExactly("its content is not what its hash says");
    }

    @Test
    void showThatARuleIsGone() throws IOException {
        assertThat(problems(json.replace("\"id\" : \"walk\"", "\"id\" : \"run\"")))
                .containsExactly(
                        "its content is not what its hash says",
                        "the rule `run` is not what its hash says",
                        "the rule `walk` is missing");
    }

    @Test
    void areAskedFor() throws IOException {
        assertThat(problems("{}")).containsExactly("it has no `sha256`");
        assertThat(problems("[")).hasSize(1);
    }
}
