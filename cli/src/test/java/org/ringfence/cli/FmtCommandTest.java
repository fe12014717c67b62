package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
    private static final String UNTIDY = "pack p\nset a={A,\"b\"}\n";
    private static final String TIDY = "pack p\n\nset a = { A, \"b\" }\n";

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder).with("acme/a.rules", UNTIDY).with("acme/b/b.rules", TIDY);
    }

    private String content(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void laysOutTheFilesOfAFolder() throws IOException {
        shell.with("acme/target/copy.rules", UNTIDY);
        Shell.Result result = shell.run("fmt", "acme");
        assertThat(result).isEqualTo(new Shell.Result(0, "", "1 of 2 files laid out\n"));
        assertThat(content("acme/a.rules")).isEqualTo(TIDY);
        assertThat(content("acme/target/copy.rules")).isEqualTo(UNTIDY);
    }

    @Test
    void takesThisFolderWhereNoneIsGiven() throws IOException {
        assertThat(shell.run("fmt").code()).isZero();
        assertThat(content("acme/a.rules")).isEqualTo(TIDY);
    }

    @Test
    void namesTheFilesThatWouldChangeAndLeavesThemAlone() throws IOException {
        Shell.Result result = shell.run("fmt", "--check", "acme", "acme/a.rules");
        assertThat(result)
                .isEqualTo(
                        new Shell.Result(
                                1,
                                Path.of("acme", "a.rules") + "\n",
                                "1 of 2 files would be laid out\n"));
        assertThat(content("acme/a.rules")).isEqualTo(UNTIDY);
        assertThat(shell.run("fmt", "--check", "acme/b").code()).isZero();
    }

    @Test
    void laysOutWhatComesThroughAPipe() {
        assertThat(shell.runWithInput(UNTIDY, "fmt", "-")).isEqualTo(new Shell.Result(0, TIDY, ""));
        assertThat(shell.runWithInput(UNTIDY, "fmt", "--check", "-"))
                .isEqualTo(new Shell.Result(1, "", ""));
    }

    @Test
    void leavesABrokenFileAloneAndGoesOn() throws IOException {
        shell.with("acme/0.rules", "pack p\nset  = {A}\n");
        Shell.Result result = shell.run("fmt", "acme");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        Path.of("acme", "0.rules")
                                + ":2:6: error: expected a name, found `=`\n"
                                + "1 of 3 files laid out\n");
        assertThat(content("acme/0.rules")).isEqualTo("pack p\nset  = {A}\n");
        assertThat(content("acme/a.rules")).isEqualTo(TIDY);
    }

    @Test
    void printsABrokenPipeAsItCame() {
        Shell.Result result = shell.runWithInput("rule  x", "fmt", "-");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("rule  x");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        shell.with("acme/0.rules", "pack \u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shell.run("fmt", "acme"))
                .isEqualTo(
                        new Shell.Result(
                                2,
                                "",
                                "ringfence: "
                                        + Path.of("acme", "0.rules")
                                        + ": this file is not UTF-8: save it as UTF-8\n"));
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(shell.run("fmt", "nowhere").err())
                .isEqualTo("ringfence: nowhere: there is no such file or folder\n");
    }
}
