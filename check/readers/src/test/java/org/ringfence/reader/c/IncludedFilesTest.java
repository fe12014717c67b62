package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class IncludedFilesTest {
    /** Files by the names that include them. */
    private record Files(Map<String, String> texts) implements Neighbours {
        @Override
        public Optional<String> path(String from, String name) {
            return texts.containsKey(name) ? Optional.of(name) : Optional.empty();
        }

        @Override
        public Optional<Source> open(String path) {
            return Optional.of(new Source(path, texts.get(path)));
        }
    }

    private static Value of(Map<String, String> headers, String text) {
        Subject subject = new CReader().within(new Files(headers)).read(new Source("main.c", text));
        List<Node> assigns = Sources.all(subject, "assign");
        Node last = assigns.get(assigns.size() - 1);
        Value element = new Value.Element(last.children().get(1));
        Value text1 = subject.evaluate("text", List.of(element));
        return text1 instanceof Value.Text ? text1 : subject.evaluate("const", List.of(element));
    }

    @Test
    void macrosEnumsConstantsTypesAndTextsOfHeadersCount() {
        Map<String, String> headers =
                Map.of(
                        "codes.h",
                        """
                        #include "base.h"
                        #define CODE(n) CTL_CODE(BASE, n, METHOD_NEITHER, FILE_ANY_ACCESS)
                        """,
                        "base.h",
                        """
                        #include "codes.h"
                        #define BASE 0x8000
                        enum { First = 3, Second };
                        typedef struct { ULONG A; PVOID B; } PAIR;
                        #define NAME L"\\\\Device\\\\" L"x"
                        static const ULONG Limit = 7;
                        """);
        String include = "#include \"codes.h\"\n#include <unknown.h>\nvoid f() { x = ";
        assertThat(of(headers, include + "CODE(0x800); }")).isEqualTo(new Value.Int(0x80002003L));
        assertThat(of(headers, include + "Second | Limit; }")).isEqualTo(new Value.Int(7));
        assertThat(of(headers, include + "sizeof(PAIR); }")).isEqualTo(new Value.Int(16));
        assertThat(of(headers, include + "NAME; }")).isEqualTo(new Value.Text("\\Device\\x"));
        assertThat(of(headers, "void f() { x = BASE; }"))
                .isEqualTo(new Value.Unknown("`BASE` is not a constant here"));
    }

    @Test
    void headersOfTheProjectTellKernelModeFromUserMode() {
        Map<String, String> headers =
                Map.of("k.h", "#include <ntddk.h>", "u.h", "#include <windows.h>", "n.h", "");
        assertThat(kernelMode(headers, "#include \"k.h\"")).isEqualTo(new Value.Truth(true));
        assertThat(kernelMode(headers, "#include \"u.h\"")).isEqualTo(new Value.Truth(false));
        assertThat(kernelMode(headers, "#include \"u.h\"\nPIRP p;"))
                .isEqualTo(new Value.Truth(true));
        assertThat(kernelMode(headers, "#include \"n.h\"")).isInstanceOf(Value.Unknown.class);
    }

    private static Value kernelMode(Map<String, String> headers, String text) {
        return new CReader()
                .within(new Files(headers))
                .read(new Source("a.c", text))
                .evaluate("kernel-mode", List.of());
    }

    @Test
    void aDefinitionForWantOfAnotherYields() {
        Map<String, String> headers =
                Map.of(
                        "a.h", "#ifndef SIZE\n#define SIZE 1\n#endif\n",
                        "b.h", "#define SIZE 2\n",
                        "c.h", "#define SIZE 3\n");
        assertThat(of(headers, "#include <a.h>\n#include <b.h>\nint a = SIZE;"))
                .isEqualTo(new Value.Int(2));
        assertThat(of(headers, "#include <b.h>\n#include <c.h>\nint a = SIZE;"))
                .isEqualTo(new Value.Unknown("`SIZE` is defined in several ways"));
        assertThat(of(headers, "#include <b.h>\n#define SIZE 4\nint a = SIZE;"))
                .isEqualTo(new Value.Int(4));
    }

    @Test
    void theUsualConfigurationChoosesDefinitions() {
        String text =
                """
                #if defined(_WIN64) && !DBG
                #define WIDTH 8
                #else
                #define WIDTH 4
                #endif
                int a = WIDTH;
                """;
        assertThat(of(Map.of(), text)).isEqualTo(new Value.Int(8));
        assertThat(Sources.constant(text, List.of("_X86_"), List.of("_WIN64")))
                .isEqualTo(new Value.Int(4));
    }
}
