package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AstCommandTest {
    private static final String TEXT =
            """
            #define CODE CTL_CODE(1, 2, 3, 0)
            #ifdef DBG
            void f(int a) { g(a, 1); }
            #endif
            int x = ;;) 1
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder).with("a.c", TEXT);
    }

    @Test
    void showsWhatStandsOnALine() {
        Shell.Result result = shell.run("ast", "a.c:3");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                             3:1  choice  #if DBG
                             3:1    arm DBG
                             3:1      function f  type=void
                             3:7        parameters
                             3:8          parameter
                             3:8            type int
                            3:12            name a
                            3:17        statement
                            3:17          call  count=2  name=g
                            3:17            name g
                            3:19            name a
                            3:22            number 1
                        """);
    }

    @Test
    void showsWhatIsKnownOfRolesAnnotationsAndConstants() {
        shell.with(
                "a.c",
                """
                #define SIZE (4 * 8)
                DRIVER_DISPATCH F;
                _Use_decl_annotations_ NTSTATUS F(PDEVICE_OBJECT a, _Inout_ PIRP b) { return 0; }
                """);
        assertThat(shell.run("ast", "a.c").out())
                .contains("1:1  define SIZE  function-like=false  parameters=[]  value=32\n")
                .contains("function F  type=NTSTATUS  role=DRIVER_DISPATCH\n")
                .contains("3:1    annotation _Use_decl_annotations_")
                .contains("3:53    annotation _Inout_");
    }

    @Test
    void showsGapsAndLeavesOutWhatIsNotBuilt() {
        Shell.Result result = shell.run("ast", "a.c", "-U", "DBG");
        assertThat(result.out())
                .contains("1:1  define CODE  function-like=false  parameters=[]")
                .contains("gap: ")
                .doesNotContain("function f");
    }

    @Test
    void saysWhatCannotBeShown() {
        assertThat(shell.run("ast", "b.c:1").err())
                .contains("b.c:1: there is no such file or folder");
        assertThat(shell.run("ast", "a.c:99").err()).contains("a.c has 6 lines");
        Shell.Result odd = shell.with("a.txt", "x").run("ast", "a.txt");
        assertThat(odd.code()).isEqualTo(2);
        assertThat(odd.err()).contains("no reader for this kind of file");
    }
}
