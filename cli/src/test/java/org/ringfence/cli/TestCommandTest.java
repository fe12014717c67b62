package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
