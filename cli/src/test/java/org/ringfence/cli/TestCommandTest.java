package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.report.Style;

class TestCommandTest {
    private static final String RULE =
            """
            pack acme::drivers version "1"

            rule no-jump on c {
                title "A jump"
                severity high
                confidence high
                topic secure-coding/pool-allocation

                match `Jump($WHERE)` as $CALL
                where const($WHERE) in places
                report at $CALL "Do not jump"
                fix safe replace $CALL with `Walk($WHERE)`

                bad  ```Jump(1);``` fixed ```Walk(1);```
                bad  ```Jump(2);```
                good ```Jump(3);```
            }

            set places = { 1, 2 }
            """;

    @TempDir private Path folder;

    private Shell shell;

    @BeforeEach
    void aFolder() {
        shell = new Shell(folder).with("acme/x.rules", RULE);
    }

    @Test
    void passesWhereEveryMutantIsNoticed() {
        Shell.Result result = shell.run("test", "acme", "--mutate");
        assertThat(result.out())
                .isEqualTo(
                        """
                        100 %    4 of   4 mutants noticed  no-jump
                        3 passed, 0 failed (1 rules)
                        4 of 4 mutants noticed, 100 %
                        """);
        assertThat(result.code()).isZero();
    }

    @Test
    void namesAMutantThatNoExampleNoticesAndTheExampleThatWould() {
        shell.with("acme/x.rules", RULE.replace("good ```Jump(3);```", "good ```Walk(3);```"));
        Shell.Result result = shell.run("test", "acme", "--mutate");
        assertThat(result.out())
                .isEqualTo(
                        """
                        SURVIVED x.rules:10:11: no-jump
                            where const($WHERE) in places
                              without `const($WHERE) in places`: no example notices
                                wanted: a `good` example, else like a `bad` one, in which `const($WHERE) in places` does not hold
                         75 %    3 of   4 mutants noticed  no-jump
                        3 passed, 0 failed (1 rules)
                        3 of 4 mutants noticed, 75 %
                        """);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void wantsAnExampleOfADefinitionInOneOfTheRulesThatUseIt() {
        String other =
                """
                rule no-hop on c {
                    title "A hop"
                    severity high
                    confidence high
                    topic secure-coding/pool-allocation
                    match `Hop($WHERE)` as $CALL
                    where const($WHERE) in places
                    report at $CALL "Do not hop"
                    bad  ```Hop(1);```
                    good ```Hop(3);```
                }
                """;
        shell.with("acme/x.rules", RULE + other);
        assertThat(shell.run("test", "acme", "--mutate").out())
                .contains("100 %    3 of   3 mutants noticed  no-hop");
        shell.with("acme/x.rules", (RULE + other).replace("bad  ```Jump(2);```", ""));
        assertThat(shell.run("test", "acme", "--mutate", "--rule", "no-hop").out())
                .contains("without `2` in the set `places`: no example notices");
    }

    @Test
    void doesNotMutateARuleWhoseExamplesFail() {
        shell.with("acme/x.rules", RULE.replace("bad  ```Jump(2);```", "bad  ```Jump(9);```"));
        Shell.Result result = shell.run("test", "acme", "--mutate");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("1 failed").doesNotContain("mutants noticed  no-jump");
    }

    @Test
    void showsHowAFixedTextDiffers() {
        shell.with("acme/x.rules", RULE.replace("fixed ```Walk(1);```", "fixed ```Run(1);```"));
        Shell.Result result = shell.run("test", "acme");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .isEqualTo(
                        """
                        FAILED x.rules:14:5: no-jump, bad
                            the fix gives another text than `fixed`
                            --- `fixed`
                            +++ what the fix gives
                            @@ -1,1 +1,1 @@
                            -Run(1);
                            +Walk(1);
                        2 passed, 1 failed (1 rules)
                        """);
    }

    @Test
    void runsOnlyTheRulesThatAreAskedForAndNoFixtures() {
        shell.with("acme/bad.c", "void F(void) { Jump(1); }\n");
        assertThat(shell.run("test", "acme").code()).isEqualTo(1);
        Shell.Result result = shell.run("test", "acme", "--rule", "no-jump");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("3 passed, 0 failed (1 rules)\n");
    }

    @Test
    void knowsTheRulesThatThereAre() {
        Shell.Result result = shell.run("test", "acme", "--rule", "no-jmp");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--rule: there is no rule `no-jmp`");
    }

    @Test
    void writesJson() {
        shell.with("acme/x.rules", RULE.replace("good ```Jump(3);```", "good ```Jump(2);```"));
        Shell.Result result = shell.run("test", "acme", "--format", "json");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("{\n  \"rules\" : 1,\n  \"passed\" : 2,\n  \"failed\" : 1,\n")
                .contains(
                        """
                          "tests" : [ {
                            "suite" : "no-jump",
                            "name" : "bad",
                            "place" : "x.rules:14:5",
                            "passed" : true,
                            "failure" : ""
                          }, {
                        """
                                .indent(0))
                .contains("expected no finding, but found")
                .doesNotContain("\"mutation\"");
        shell.with("acme/x.rules", RULE.replace("good ```Jump(3);```", "good ```Walk(3);```"));
        assertThat(shell.run("test", "acme", "--mutate", "--format", "json").out())
                .contains(
                        """
                              "survivors" : [ {
                                "place" : "x.rules:10:11",
                                "clause" : "where const($WHERE) in places",
                                "change" : "without `const($WHERE) in places`",
                        """);
    }

    @Test
    void writesJunit() {
        shell.with(
                "acme/x.rules", RULE.replace("good ```Jump(3);```", "good \"<&>\" ```Jump(2);```"));
        Shell.Result result = shell.run("test", "acme", "--format", "junit");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites>
                        <testsuite name="no-jump" tests="3" failures="1">
                        <testcase classname="no-jump" name="bad at x.rules:14:5"></testcase>
                        <testcase classname="no-jump" name="bad at x.rules:15:5"></testcase>
                        <testcase classname="no-jump" name="good &quot;&lt;&amp;&gt;&quot; at x.rules:16:5"><failure message="expected no finding, but found &quot;Do not jump&quot; on line 1">expected no finding, but found "Do not jump" on line 1</failure></testcase>
                        </testsuite>
                        </testsuites>
                        """);
    }

    @Test
    void writesErrorsOfRulesAndMutantsAsJunit() throws Exception {
        shell.with("acme/x.rules", RULE.replace("const($WHERE)", "konst($WHERE)"));
        Shell.Result broken = shell.run("test", "acme", "--format", "junit");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.out()).contains("<testsuite name=\"rules\" tests=\"1\" failures=\"1\">");
        shell.with("acme/x.rules", RULE.replace("good ```Jump(3);```", "good ```Walk(3);```"));
        String mutants = shell.run("test", "acme", "--mutate", "--format", "junit").out();
        assertThat(mutants)
                .contains("<testsuite name=\"mutants\" tests=\"1\" failures=\"1\">")
                .contains("name=\"no-jump at x.rules:3:1\"");
    }

    @Test
    @Timeout(60)
    void runsAgainWhenARuleChanges() throws Exception {
        Watched out = new Watched();
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        out.stream(),
                        new PrintStream(OutputStream.nullOutputStream()),
                        Style.PLAIN,
                        false,
                        folder);
        FutureTask<Integer> watching =
                new FutureTask<>(() -> Main.run(terminal, "test", "acme", "--watch"));
        Thread thread = new Thread(watching);
        thread.start();
        assertThat(out.nextSummary()).isEqualTo("3 passed, 0 failed (1 rules)");
        shell.with("acme/x.rules", RULE.replace("bad  ```Jump(2);```", ""));
        assertThat(out.nextSummary()).isEqualTo("2 passed, 0 failed (1 rules)");
        shell.with("acme/new/bad.c", "void F(void) { Jump(1); }\n");
        assertThat(out.nextSummary()).isEqualTo("2 passed, 1 failed (1 rules)");
        thread.interrupt();
        assertThat(watching.get()).isEqualTo(1);
    }

    /** Hands on what is printed, line by line. */
    private static final class Watched {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        PrintStream stream() {
            return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
                @Override
                public void println(String line) {
                    lines.add(line);
                }
            };
        }

        String nextSummary() throws InterruptedException {
            String line = lines.take();
            while (!line.contains(" passed, ")) {
                line = lines.take();
            }
            return line;
        }
    }
}
