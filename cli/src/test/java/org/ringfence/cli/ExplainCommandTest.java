package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String RULES =
            """
            pack acme::rules version "1.0.0"

            rule far-jump on c {
                title "A far jump"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match `Jump($FAR, $HOW)`
                where const($FAR) > 3 and $HOW == "fast"
                unless inside `Safe($...)`
                report at $FAR "Jumps {$FAR}"
                bad `Jump(4, fast);`
                good `Jump(3, fast);`
            }
            """;
    private static final String CODE =
            """
            void F(void) {
                Jump(5, fast);
                Jump(2, fast);
                Safe(Jump(5, fast));
                Leap(5, fast);
                Jump(5);
                Jump(x, slow);
            }
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder).with("a.c", CODE).with("acme/a.rules", RULES);
    }

    private Shell.Result explain(int line, String... more) {
        String[] fixed = {"explain", "a.c:" + line, "--rule", "far-jump", "--rules", "acme"};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return shell.run(all);
    }

    @Test
    void leavesOutWhatCannotBeBuilt() {
        shell.with("a.c", "#ifdef FAR\nint x = Jump(5, fast);\n#endif\n");

        assertThat(explain(2).code()).isEqualTo(1);
        assertThat(explain(2, "-D", "FAR").code()).isEqualTo(1);
        assertThat(explain(2, "-U", "FAR").code()).isZero();
    }

    @Test
    void showsEveryClauseOfWhatIsFound() {
        Shell.Result result = explain(2);

        assertThat(result.out())
                .isEqualTo(
                        """
                        a.c:2, rule far-jump

                        a.c:2:5: `Jump(5, fast)`
                            $FAR = 5
                            $HOW = fast
                            $MATCH = Jump(5, fast)
                            @function = F
                          true    where const($FAR) > 3 and $HOW == "fast"   a.rules:9:11
                                    true    const($FAR) > 3
                                      const($FAR) = 5
                                    true    $HOW == "fast"
                                      $HOW = fast
                          false   unless $MATCH inside Safe($...)   a.rules:10:12
                                      $MATCH = Jump(5, fast)
                          found
                        """);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void namesTheClauseThatKilledAMatch() {
        Shell.Result result = explain(3);

        assertThat(result.out())
                .contains("  false   where const($FAR) > 3 and $HOW == \"fast\"")
                .endsWith(
                        """
                          not found: it would be without
                              `where const($FAR) > 3 and $HOW == "fast"`
                              or if only `const($FAR) > 3` were otherwise
                        """);
        assertThat(result.code()).isZero();
        assertThat(explain(4).out())
                .contains("  true    unless $MATCH inside Safe($...)")
                .endsWith("it would be without\n      `unless $MATCH inside Safe($...)`\n");
    }

    @Test
    void saysWhatIsUnknown() {
        assertThat(explain(7).out()).contains("const($FAR) = unknown: ").contains("$HOW = slow");
    }

    @Test
    void showsTheClosestPlaceWhereNothingMatches() {
        assertThat(explain(5).out())
                .contains("the rule looks at nothing on this line")
                .contains("closest: a.c:5:5: `Leap(5, fast)`")
                .contains("does not match `Jump($FAR, $HOW)`:\n    expected `Jump`, found `Leap`")
                .contains("the rule finds something on line 2");
        assertThat(explain(6).out()).contains("expected more: `$HOW`, found `Jump(5)`");
    }

    @Test
    void saysWhyAFileIsNotLookedAt() {
        shell.with("b.c", "void F(void) { }\n").with("c.inf", "[Version]\n");

        assertThat(shell.run("explain", "b.c:1", "--rule", "far-jump", "--rules", "acme").out())
                .contains("every match needs `Jump`, which the file does not have");
        assertThat(shell.run("explain", "c.inf:1", "--rule", "far-jump", "--rules", "acme").out())
                .contains("the rule is on `c`, and this is `inf`");
    }

    @Test
    void printsJson() {
        assertThat(explain(3, "--json").out())
                .contains("\"found\" : false")
                .contains("\"const($FAR)\" : \"2\"")
                .contains("\"kills\" : true");
    }

    @Test
    void refusesWhatCannotBeExplained() {
        assertThat(shell.run("explain", "a.c", "--rule", "x").err())
                .contains("`a.c` names no line: write the file, a colon and the line");
        assertThat(explain(99).err()).contains("a.c has 9 lines, not 99");
        assertThat(shell.run("explain", "a.c:1", "--rule", "nope").err())
                .contains("there is no rule `nope` that can be run");
        assertThat(shell.run("explain", "gone.c:1", "--rule", "nope").code()).isEqualTo(2);
    }
}
