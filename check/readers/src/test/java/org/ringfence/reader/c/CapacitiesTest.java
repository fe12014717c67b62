package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** What is said of the argument of {@code use}. */
class CapacitiesTest {
    private static final String BEFORE =
            "#define SIZE 8\n"
                    + "typedef struct _REQ { ULONG Code; UCHAR Name[6]; ULONG *Next;"
                    + " ULONG Tail[1]; } REQ, *PREQ;\n";

    private static Value ask(String function, String statements) {
        String text = BEFORE + "void f(PREQ r, PVOID p, ULONG n) { " + statements + " }";
        Subject subject = new CReader().read(new Source("a.c", text));
        List<Node> calls = new ArrayList<>(subject.collection("calls"));
        calls.removeIf(call -> !call.children().get(0).label().equals("use"));
        Node argument = calls.get(0).children().get(1);
        return subject.evaluate(function, List.of(new Value.Element(argument)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ULONG a[4]; use(a); | 16",
                "ULONG a[4]; use((PVOID)a); | 16",
                "ULONG a[4]; use(&a); | 16",
                "ULONG a; use(&a); | 4",
                "PCHAR q = \"abc\"; use(q); | 4",
                "use(L\"abc\"); | 8",
                "use(r->Name); | 6",
                "use(&r->Code); | 4",
                "PVOID q = ExAllocatePool2(0, SIZE * 2, 1); use(q); | 16",
                "PVOID q = NULL; q = ExAllocatePoolWithTag(0, (SIZE_T)SIZE, 1); use(q); | 8",
            })
    void knowsTheRoomThatIsFixed(String statements, long bytes) {
        assertThat(ask("capacity", statements)).isEqualTo(new Value.Int(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use(p);",
                "use(r->Next);",
                "use(r->Tail);",
                "use(&r->Name[2]);",
                "PVOID q = ExAllocatePool2(0, n, 1); use(q);",
                "PVOID q = Other(8); use(q);",
            })
    void knowsNoneWhereItIsNot(String statements) {
        assertThat(ask("capacity", statements)).isEqualTo(new Value.Absent());
    }

    @ParameterizedTest
    @CsvSource({
        "use(r->Code);, number",
        "use(r->Name);, array",
        "use(r->Next);, pointer",
        "use(*r);, structure",
        "use(p);, pointer",
        "use(*(PULONG)p);, number",
        "use(*(PVOID *)p);, pointer",
    })
    void tellsShapes(String statements, String shape) {
        assertThat(ask("shape", statements)).isEqualTo(new Value.Text(shape));
    }

    @ParameterizedTest
    @CsvSource({
        "use(n);, 4",
        "use(n + 4);, 4",
        "use(n + sizeof(n));, 8",
        "use((SIZE_T)n + 1);, 8",
        "use(SIZE);, 4",
        "use(r->Code);, 4",
    })
    void knowsHowWideANumberIs(String statements, long bytes) {
        assertThat(ask("width", statements)).isEqualTo(new Value.Int(bytes));
    }

    @ParameterizedTest
    @CsvSource({"use(r->Code);, 4", "use(r->Name);, 10", "use(*(PULONG)p);, 4"})
    void knowsHowFarAnAccessGoes(String statements, long bytes) {
        assertThat(ask("extent", statements)).isEqualTo(new Value.Int(bytes));
    }

    @Test
    void doesNotKnowWhatIsNotDeclared() {
        for (String function : List.of("shape", "width", "extent")) {
            assertThat(ask(function, "use(r->Other);")).isInstanceOf(Value.Unknown.class);
        }
    }
}
