package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;

class PackBuildTest {
    @TempDir private Path folder;

    @BeforeEach
    void writePage() throws IOException {
        Path doors = Files.createDirectories(folder.resolve("doors"));
        Files.writeString(
                doors.resolve("open.md"),
                """
                ---
                title: Open doors
                summary: Close them.
                ---
                # Open doors
                """);
    }

    private void build() throws IOException {
        PackBuild.main(new String[] {folder.toString(), folder.resolve("target/x").toString()});
    }

    @Test
    void writesThePackOfAFolder() throws IOException {
        Files.writeString(folder.resolve("doors/open.rules"), Compile.rule(""));

        build();

        try (InputStream in =
                Files.newInputStream(folder.resolve("target/x").resolve(PackJson.ENTRY))) {
            LoadedPack.Usable loaded = (LoadedPack.Usable) PackJson.read(in, "p");
            assertThat(loaded.refused()).isEmpty();
            assertThat(loaded.pack().topics())
                    .containsExactly(
                            new RulePack.TopicSummary("doors/open", "Open doors", "Close them."));
            assertThat(loaded.pack().rules()).hasSize(1);
        }
    }

    @Test
    void leavesNothingOfAnEarlierBuild() throws IOException {
        Path rules = folder.resolve("doors/open.rules");
        Path document = folder.resolve("target/x/META-INF/ringfence/rules/r.md");
        Files.writeString(rules, Compile.rule(""));
        build();
        assertThat(document).exists();

        Files.writeString(rules, Compile.rule("").replace("rule r ", "rule s "));
        build();

        assertThat(document).doesNotExist();
        assertThat(document.resolveSibling("s.md")).exists();
    }

    @Test
    void failsAndWritesNothingWhereRulesHaveErrors() throws IOException {
        Files.writeString(folder.resolve("doors/open.rules"), Compile.rule("    foo\n"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::build)
                .withMessage("the rules below " + folder + " have errors: 1");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void failsWhereThereAreNoRules() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::build)
                .withMessage("there are no rules below " + folder);
    }
}
