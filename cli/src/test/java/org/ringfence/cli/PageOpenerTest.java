package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.search.Hit;
import org.ringfence.report.Style;

class PageOpenerTest {
    @TempDir Path folder;

    private static Hit hit(String topic) {
        return new Hit(topic, "A page", "avoid", "Avoid", "x.md", 1, List.of(), List.of("avoid"));
    }

    private PageOpener opener() {
        PrintStream out =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(InputStream.nullInputStream(), out, out, Style.PLAIN, false, folder);
        return new PageOpener(terminal, Map.of("BROWSER", "true"));
    }

    @Test
    void opensThePageAtTheSectionThatAnswers() throws IOException {
        assertThat(opener().open(hit("kernel-mode/registry-keys")))
                .startsWith("Opened file:/")
                .endsWith("/pages/topics/kernel-mode/registry-keys/index.html#avoid");
    }

    @Test
    void saysThatAPageIsNotOneOfTheBuiltInOnes() throws IOException {
        assertThat(opener().open(hit("elsewhere")))
                .isEqualTo("A page: only pages of the built-in guidance can be opened");
    }

    @Test
    void aSearchWithoutWordsNeedsATerminal() {
        Shell.Result result = new Shell(folder).run("search");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "ringfence: there is nothing to look for: write words behind `ringfence search`,"
                                + " or use it on a terminal to search while you type\n");
    }
}
