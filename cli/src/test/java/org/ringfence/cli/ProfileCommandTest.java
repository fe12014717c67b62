package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
    private static final String RULES =
            """
            pack acme::rules version "1.0.0"

            rule any-jump on c {
                title "A jump"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match `Jump($WHERE)`
                report at $WHERE "Jumps"
                bad `Jump(a);`
                good `Walk(a);`
            }

            rule any-hop on c {
                title "A hop"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match `Hop($WHERE)`
                where const($WHERE) == 1
                report at $WHERE "Hops"
                bad `Hop(1);`
                good `Hop(2);`
            }
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell =
                new Shell(folder)
                        .with("acme/a.rules", RULES)
                        .with("src/a.c", "void F(void) { Hop(2); Hop(3); Hop(4); Hop(5); }\n")
                        .with("src/b.c", "void G(void) { Hop(2); Jump(x); }\n")
                        .with("src/c.c", "void H(void) { Walk(x); }\n");
    }

    private Shell.Result profile(String... more) {
        String[] fixed = {"profile", "src", "--rules", "acme", "--no-built-in"};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return shell.run(all);
    }

    @Test
    void sortsRulesAndFilesByTheirSteps() {
        Shell.Result result = profile();

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                               steps    share findings  rule
                                 111   68.9 %        1  any-jump
                                  50   31.1 %        0  any-hop

                               steps    share findings  file
                                 121   75.2 %        1  src/b.c
                                  40   24.8 %        0  src/a.c

                        161 steps; checked 3 c with 2 rules; 1 findings
                        """);
    }

    @Test
    void sumsUpWhatIsBelowTheTop() {
        assertThat(profile("--top", "1").out())
                .contains("  50   31.1 %        0  (1 more)\n")
                .doesNotContain("any-hop");
    }

    @Test
    void printsEveryPairAsJson() {
        assertThat(profile("--json").out())
                .contains("\"rule\" : \"any-jump\"")
                .contains("\"path\" : \"src/b.c\"");
    }

    @Test
    void failsWhereSomethingCannotBeRead() {
        shell.with("src/d.c", new byte[] {0, 1, 2, 0});
        Shell.Result result = profile();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("src/d.c: skipped: ");
    }

    @Test
    void wantsARealTop() {
        assertThat(profile("--top", "0").err())
                .isEqualTo("ringfence: --top is 0; it must be at least 1\n");
    }
}
