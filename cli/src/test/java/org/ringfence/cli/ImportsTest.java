package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are built from the definitions of other packs. */
class ImportsTest {
    private static final String SHARED =
            """
            pack acme::shared version "1.0.0"

            pattern jump($W) = `Jump($W)` | `LongJump($W, $_)`

            rule no-jump on c {
                title "A jump"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match jump($W)
                report "Jumps"
                bad `Jump(here);`
                good `Walk(here);`
            }
            """;
    private static final String TEAM =
            """
            pack acme::team version "1.0.0"
            import acme::shared::*

            rule no-jump-to-edge on c {
                title "A jump to the edge"
                severity high
                confidence high
                topic secure-coding/pool-allocation
                match jump($W)
                where $W == "edge"
                report "Jumps to the edge"
                bad `LongJump(edge, 1);`
                good `Jump(here);`
            }
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void compileTheSharedPack() {
        shell = new Shell(folder).with("shared/a.rules", SHARED).with("team/b.rules", TEAM);
        assertThat(shell.run("compile", "shared", "-o", "shared.jar").code()).isZero();
    }

    @Test
    void areFoundInThePacksThatAreNamed() {
        assertThat(shell.run("test", "team", "--import", "shared.jar").code()).isZero();
        assertThat(shell.run("compile", "team", "--import", "shared.jar", "-o", "t.jar").err())
                .isEqualTo("acme::team 1.0.0: 1 rules written to t.jar\n");
    }

    @Test
    void areFoundByACheckInThePackBeforeThem() {
        Shell.Result result =
                shell.with("x.c", "void F(void) { Jump(edge); }\n")
                        .run("check", "x.c", "--rules", "shared.jar", "--rules", "team");

        assertThat(result.out()).contains("[no-jump]").contains("[no-jump-to-edge]");
    }

    @Test
    void areMissedWithAWordOnWhatToImport() {
        Shell.Result result = shell.run("test", "team");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err() + result.out())
                .contains("there is nothing to import as `acme::shared::*`");
    }
}
