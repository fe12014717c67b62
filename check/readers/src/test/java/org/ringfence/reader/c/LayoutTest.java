package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class LayoutTest {
    private static final String TYPES =
            """
            typedef struct _POINT { UCHAR Kind; ULONG X; PVOID Next; USHORT Tail; } POINT, *PPOINT;
            typedef union _BOTH { UCHAR Bytes[12]; ULONGLONG Whole; } BOTH;
            #pragma pack(push, 1)
            struct PACKED { UCHAR A; ULONG B; };
            #pragma pack(pop)
            typedef struct { ULONG A : 3; ULONG B : 30; UCHAR C : 1; } BITS;
            typedef struct { struct { ULONG In; ULONG Deep[2]; }; union { PVOID P; UCHAR Q; } U; } OUTER;
            typedef struct { ULONG Count; POINT Items[ANYSIZE]; ULONG *A, B; VOID (*Call)(int x); } MANY;
            typedef struct { ULONG Count; UNKNOWN What; } ODD;
            #define ANYSIZE 2
            typedef enum { One, Two } NUMBERS;
            ULONG Table[5][2];
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "sizeof(POINT)@24@16",
                "sizeof(struct _POINT)@24@16",
                "sizeof(PPOINT)@8@4",
                "sizeof(POINT *)@8@4",
                "FIELD_OFFSET(POINT, Tail)@16@12",
                "offsetof(POINT, Next)@8@8",
                "sizeof(BOTH)@16@16",
                "sizeof(struct PACKED)@5@5",
                "sizeof(BITS)@12@12",
                "sizeof(OUTER)@24@16",
                "FIELD_OFFSET(OUTER, U.Q)@16@12",
                "FIELD_OFFSET(OUTER, Deep)@4@4",
                "RTL_FIELD_SIZE(OUTER, Deep)@8@8",
                "RTL_SIZEOF_THROUGH_FIELD(POINT, X)@8@8",
                "sizeof(MANY)@80@48",
                "FIELD_OFFSET(MANY, B)@64@40",
                "sizeof(NUMBERS)@4@4",
                "sizeof(Table)@40@40",
                "sizeof(Table[0])@8@8",
                "ARRAYSIZE(Table)@5@5",
                "sizeof(p->Next)@8@4",
                "sizeof(*p)@24@16",
                "sizeof(local)@6@6",
                "sizeof(((PPOINT)0)->Tail)@2@2",
                "sizeof(SIZE_T)@8@4"
            })
    void structuresAreLaidOutAsTheCompilerDoes(String expression, long large, long small) {
        assertThat(value(expression, List.of())).isEqualTo(new Value.Int(large));
        assertThat(value(expression, List.of("_X86_"))).isEqualTo(new Value.Int(small));
    }

    @Test
    void whatIsNotKnownHasNoSize() {
        assertThat(value("sizeof(ODD)", List.of()))
                .isEqualTo(new Value.Unknown("the size of `ODD` is not known here"));
        assertThat(value("FIELD_OFFSET(POINT, None)", List.of()))
                .isEqualTo(new Value.Unknown("the offset of `None` is not known here"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "p@_POINT *",
                "*p@_POINT",
                "p->Next@VOID *",
                "p->X@ULONG",
                "local@USHORT []",
                "local[1]@USHORT",
                "Table@ULONG []",
                "(PUCHAR)p@UCHAR *",
                "(HANDLE)p@HANDLE",
                "(struct _POINT const *)p@_POINT *"
            })
    void typesAreToldWithoutTypedefs(String expression, String type) {
        assertThat(ask("type", expression, List.of())).isEqualTo(new Value.Text(type));
    }

    @Test
    void whatIsDeclaredElsewhereHasNoType() {
        assertThat(ask("type", "elsewhere", List.of()))
                .isEqualTo(new Value.Unknown("the type of `elsewhere` is not known here"));
        assertThat(ask("type", "p->None", List.of()))
                .isEqualTo(new Value.Unknown("the type of `->` is not known here"));
    }

    private static Value value(String expression, List<String> defines) {
        return ask("const", expression, defines);
    }

    private static Value ask(String function, String expression, List<String> defines) {
        String text = TYPES + "void f(PPOINT p) { USHORT local[3]; x = " + expression + "; }";
        Subject subject =
                new CReader(Configuration.of("", defines, List.of())).read(new Source("a.c", text));
        List<Node> assigns = Sources.all(subject, "assign");
        Node last = assigns.get(assigns.size() - 1);
        return subject.evaluate(function, List.of(new Value.Element(last.children().get(1))));
    }
}
