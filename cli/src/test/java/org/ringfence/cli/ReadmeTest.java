package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what a reader gets. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir Path folder;

    private static String between(String start, String end) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int from = readme.indexOf(start) + start.length();
        return readme.substring(from, readme.indexOf(end, from));
    }

    @Test
    void theFindingsAreThoseOfTheSampleDriver() throws IOException {
        String path = "docs-source/fixtures/insecure-driver";
        List<String> shown = between("./ringfence check " + path + "\n", "```").lines().toList();
        String output = new Shell(ROOT).run("check", path).out();
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(shown)
                .allSatisfy(
                        line ->
                                assertThat(line.equals("...") || output.contains(line))
                                        .as(line)
                                        .isTrue());
    }

    @Test
    void theRulePassesItsTestsAndFinds() throws IOException {
        Shell shell =
                new Shell(folder)
                        .with("acme/pool.rules", between("````\n", "````"))
                        .with(
                                "src/a.c",
                                "void F(void) { P = ExAllocatePoolWithTag(NonPagedPoolNx, 8, TAG); }\n");
        assertThat(shell.run("test", "acme").out()).isEqualTo("2 passed, 0 failed (1 rules)\n");
        assertThat(shell.run("check", "src", "--rules", "acme").out()).contains("Use AcmeAllocate");
    }

    @Test
    void theEmbeddingIsTheOneThatIsTested() throws IOException {
        String tested =
                Files.readString(
                        ROOT.resolve(
                                "check/readers/src/test/java/org/ringfence/reader/EmbeddingTest.java"));
        String shown = between("```java\n", "```");
        assertThat(tested.replaceAll("\\s+", " ")).contains(shown.strip().replaceAll("\\s+", " "));
    }

    @Test
    void theSearchIsTheOneThatIsTested() throws IOException {
        String tested =
                Files.readString(
                        ROOT.resolve(
                                "kb/src/test/java/org/ringfence/kb/search/EmbeddingTest.java"));
        String shown = between("searches any Markdown tree:\n\n```java\n", "```");
        String moved = shown.replaceAll("Path.of\\(\"(docs|index)\"\\)", "folder.resolve(\"$1\")");
        assertThat(tested.replaceAll("\\s+", " ")).contains(moved.strip().replaceAll("\\s+", " "));
    }
}
