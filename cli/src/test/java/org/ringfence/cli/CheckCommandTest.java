package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String BAD =
            "#include <ntddk.h>\nvoid F(void) {\n    P = ExAllocatePoolWithTag(PagedPool, 1, 'x');\n}\n";
    private static final String GOOD = "void F(void) {}\n";
    private static final String RULES =
            """
            pack acme::rules version "1.0.0"

            rule no-goto on c {
                title "A call of Jump"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match `Jump($WHERE)`
                report at $WHERE "Jumps to {$WHERE}"
                hint "Do not jump"
                bad ```Jump(here); //!!```
                good ```Walk(here);```
            }
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void exitsWithZeroWhereAllIsClean() {
        Shell.Result result = shell.with("a.c", GOOD).run("check", "a.c");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("No findings; checked 1 c with ");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void coverageSaysWhatWasUnderstoodAndWhatWasNot() {
        Shell.Result result =
                shell.with("a.c", GOOD + "int x = );\n")
                        .with("b.c", "void G(void) { if (a) { else b(); } }\n")
                        .run("check", "--coverage", "a.c", "b.c");
        assertThat(result.out())
                .contains("Coverage\n  read: 2 c\n  not read: 0\n")
                .contains("functions understood as a whole: 1 of 2 (50.00 %)")
                .contains("1 x an else without if")
                .contains("  b.c:1: an else without if\n");
    }

    @Test
    void aFindingSaysWhereItStandsAndInWhichConfigurations() {
        shell.with(
                "a.c",
                """
                void F(void) {
                    P = ExAllocatePoolWithTag(PagedPool, 1, 'x');
                #if DBG
                    P = ExAllocatePoolWithTag(PagedPool, 2, 'x');
                #endif
                }
                """);
        String[] check = {
            "check", "a.c", "--config", "debug:-DDBG=1,-UNDEBUG", "--config", "release:-DDBG=0"
        };
        assertThat(shell.run(check).out())
                .containsOnlyOnce("only where: DBG\n")
                .containsOnlyOnce("only in: debug\n")
                .contains("checked 1 c with ");
        assertThat(shell.run(with(check, "--format", "json")).out())
                .contains("\"presence\" : \"\"", "\"configurations\" : [ ]")
                .contains("\"presence\" : \"DBG\"", "\"configurations\" : [ \"debug\" ]");
        assertThat(shell.run(with(check, "--format", "sarif")).out())
                .containsOnlyOnce("\"presence\" : \"DBG\"")
                .containsOnlyOnce("\"configurations\" : [ \"debug\" ]");
    }

    private static String[] with(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    void aDescriptorInsideCodeStandsWhereTheCodeDoes() {
        shell.with("a.c", "#ifdef OPEN\nconst char* s = \"D:P(A;;GA;;;WD)\";\n#endif\n");
        assertThat(shell.run("check", "a.c").out()).contains("only where: OPEN\n");
    }

    @Test
    void aConfigurationThatIsNotUnderstoodSaysWhatWouldBe() {
        shell.with("a.c", GOOD);
        Shell.Result nameless = shell.run("check", "a.c", "--config", "DBG");
        assertThat(nameless.code()).isEqualTo(2);
        assertThat(nameless.err())
                .contains("--config DBG: write a name first, as in debug:-DDBG=1,-UNDEBUG");
        assertThat(shell.run("check", "a.c", "--config", "a:DBG=1").err())
                .contains("--config a:DBG=1: `DBG=1` is neither -DNAME, -DNAME=VALUE nor -UNAME");
        assertThat(shell.run("check", "a.c", "--config", "a:-DX", "--config", "a:-UX").err())
                .contains("--config a:-UX: there are two of the name a");
    }

    @Test
    @Timeout(60)
    void anyNumberOfThreadsWritesTheSameBytes() {
        String fixtures = Path.of("../docs-source").toAbsolutePath().normalize().toString();
        for (String format : new String[] {"text", "json", "sarif"}) {
            String one = shell.run("check", fixtures, "--format", format, "--threads", "1").out();
            assertThat(one).contains("mem-deprecated-alloc");
            for (String threads : new String[] {"2", "8"}) {
                assertThat(
                                shell.run(
                                                "check",
                                                fixtures,
                                                "--format",
                                                format,
                                                "--threads",
                                                threads)
                                        .out())
                        .isEqualTo(one);
            }
        }
        assertThat(shell.run("check", fixtures, "--threads", "0").err())
                .contains("--threads is 0; it must be at least 1");
    }

    @Test
    void definesChooseTheArmsThatAreChecked() {
        String text = "#include <ntddk.h>\n#ifdef OLD\n" + BAD + "#endif\n";
        shell.with("a.c", text);
        assertThat(shell.run("check", "a.c", "-D", "OLD=1").code()).isEqualTo(1);
        assertThat(shell.run("check", "a.c", "-U", "OLD").code()).isZero();
    }

    @Test
    void exitsWithOneAndShowsTheLineAndTheGuidance() {
        Shell.Result result = shell.with("src/a.c", BAD).run("check", "src");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("src/a.c:3:9: medium: ExAllocatePoolWithTag is deprecated")
                .contains("     3 |     P = ExAllocatePoolWithTag(PagedPool, 1, 'x');")
                .contains("guidance: secure-coding/pool-allocation  ");
    }

    @Test
    void writesSarifWithAddressesRelativeToTheWorkingDirectory() throws IOException {
        Shell.Result result =
                shell.with("src/a.c", BAD)
                        .run("check", ".", "--format", "sarif", "-o", "out.sarif");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("out.sarif")))
                .contains("\"uri\" : \"src/a.c\"")
                .contains("\"ruleId\" : \"mem-deprecated-alloc\"");
    }

    @Nested
    class GivenRules {
        @Test
        void runsAFileAFolderAndAPackAlike() {
            shell.with("a.c", "void F(void) { Jump(there); }").with("acme/x.rules", RULES);
            assertThat(shell.run("compile", "acme", "-o", "acme.jar").code()).isZero();
            for (String rules : new String[] {"acme", "acme/x.rules", "acme.jar"}) {
                Shell.Result result = shell.run("check", "a.c", "--rules", rules, "--no-built-in");
                assertThat(result.out())
                        .as(rules)
                        .contains("a.c:1:21: low: Jumps to there [no-goto]");
                assertThat(result.code()).as(rules).isEqualTo(1);
            }
        }

        @Test
        void reportsABrokenRuleFileAtItsPlaceAndRunsTheRest() {
            String broken =
                    RULES.replace(
                            "topic secure-coding/pool-allocation",
                            "topic secure-coding/pool-allocations");
            Shell.Result result =
                    shell.with("a.c", BAD)
                            .with("acme/x.rules", broken)
                            .run("check", "a.c", "--rules", "acme");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out())
                    .contains("refused: ")
                    .contains("x.rules:7:11: ")
                    .contains("secure-coding/pool-allocation")
                    .contains("[mem-deprecated-alloc]");
        }

        @Test
        void refusesAPackThatIsNone() {
            shell.with("a.c", GOOD).with("not.jar", "not a jar").with("other.txt", "x");
            assertThat(shell.run("check", "a.c", "--rules", "not.jar").out())
                    .contains("not.jar: it is not a jar");
            assertThat(shell.run("check", "a.c", "--rules", "other.txt").out())
                    .contains(
                            "other.txt: rules come as a folder, a .rules file, a pack .jar or a pack .json");
            assertThat(shell.run("check", "a.c", "--rules", "not.jar").code()).isEqualTo(2);
        }
    }

    @Nested
    class BadInput {
        @Test
        void namesAPathThatIsNotThereAndChecksTheRest() {
            Shell.Result result = shell.with("a.c", BAD).run("check", "a.c", "nowhere");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out())
                    .contains("skipped: nowhere: there is no such file or folder")
                    .contains("[mem-deprecated-alloc]");
        }

        @Test
        void saysThatNothingIsThere() {
            Shell.Result result = shell.run("check", "nowhere");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .isEqualTo("ringfence: nowhere: there is no such file or folder\n");
        }

        @Test
        void skipsABinaryFileByName() {
            Shell.Result result =
                    shell.with("b.c", new byte[] {1, 0, 2, 0, 0, 0, 3})
                            .with("a.c", BAD)
                            .run("check", ".");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).contains("skipped: b.c: ").contains("[mem-deprecated-alloc]");
        }

        @Test
        void checksAnEmptyFile() {
            assertThat(shell.with("e.c", "").run("check", "e.c").code()).isZero();
        }

        @Test
        @Timeout(value = 60, unit = TimeUnit.SECONDS)
        void skipsAFileOf50MegabytesByName() {
            byte[] huge = new byte[50 << 20];
            Arrays.fill(huge, (byte) ' ');
            Shell.Result result = shell.with("huge.c", huge).with("a.c", BAD).run("check", ".");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out())
                    .contains("skipped: huge.c: ")
                    .contains("[mem-deprecated-alloc]");
        }

        @Test
        @Timeout(value = 60, unit = TimeUnit.SECONDS)
        void survivesEndlessNesting() {
            String deep = "int x = " + "(".repeat(100_000) + ";\n" + "{".repeat(100_000);
            Shell.Result result =
                    shell.with("deep.c", deep + BAD).with("a.c", BAD).run("check", ".");
            assertThat(result.out()).contains("a.c:3:9: medium");
        }

        @Test
        void refusesAnOutputFolderThatIsNotThere() {
            Shell.Result result =
                    shell.with("a.c", GOOD).run("check", "a.c", "-o", "no/such/report.txt");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("the folder to write into is not there");
        }

        @Test
        void readsUtf16() {
            byte[] utf16 = ("\ufeff" + BAD).getBytes(StandardCharsets.UTF_16LE);
            assertThat(shell.with("wide.c", utf16).run("check", "wide.c").out())
                    .contains("wide.c:3:9: medium");
        }
    }

    @Nested
    class Parameters {
        private static final String LIMITED =
                RULES.replace("rule no-goto", "parameter most = 3 \"How far\"\nrule no-goto")
                        .replace("report at", "where const($WHERE) > most report at")
                        .replace("Jump(here); //!!", "Jump(4); //!!");

        @Test
        void areSetOnTheCommandLine() {
            shell.with("a.c", "void F(void) { Jump(5); }\n").with("team/a.rules", LIMITED);

            assertThat(shell.run("check", "a.c", "--rules", "team").code()).isEqualTo(1);
            assertThat(shell.run("check", "a.c", "--rules", "team", "--set", "most=5").code())
                    .isZero();
        }

        @Test
        void thatNoPackHasAreRefused() {
            Shell.Result result =
                    shell.with("a.c", GOOD)
                            .with("team/a.rules", LIMITED)
                            .run("check", "a.c", "--rules", "team", "--set", "least=5");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .contains("--set: no pack has a parameter `least`; there is acme::rules::most");
        }
    }
}
