package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class LocalsTest {
    private static Value of(String body) {
        return Sources.constant("void f(ULONG given) { " + body + " }");
    }

    @Test
    void flagsThatAreGatheredCount() {
        assertThat(of("ULONG a = 2 | 0x40; int b; b = 1; a |= OBJ_KERNEL_HANDLE; x = a | b;"))
                .isEqualTo(new Value.Int(0x243));
        assertThat(of("ULONG a; if (given) { a = 4; a |= 1; x = a; }")).isEqualTo(new Value.Int(5));
    }

    @Test
    void whatMayHaveChangedIsUnknown() {
        assertThat(of("ULONG a = 1; if (given) a |= 2; x = a;"))
                .isEqualTo(new Value.Unknown("`a` is set under a condition"));
        assertThat(of("ULONG a = 1; for (;;) { x = 1; a |= 2; } x = a;"))
                .isEqualTo(new Value.Unknown("`a` is set under a condition"));
        assertThat(of("ULONG a = 1; g(&a); x = a;"))
                .isEqualTo(new Value.Unknown("the address of `a` is taken or it is counted"));
        assertThat(of("ULONG a = 1; a += 2; x = a;"))
                .isEqualTo(new Value.Unknown("`a` is changed by +="));
        assertThat(of("x = given;")).isEqualTo(new Value.Unknown("`given` is a parameter"));
        assertThat(of("ULONG a; x = a;")).isEqualTo(new Value.Unknown("`a` is not set before"));
        assertThat(of("ULONG a = 1; a = 2; next: x = a;"))
                .isEqualTo(new Value.Unknown("a jump may lead past where `a` is set"));
        assertThat(of("ULONG a = a; x = a;")).isEqualTo(new Value.Unknown("`a` is not set before"));
    }

    @Test
    void whatAVariableIsAssignedIsListedWithoutCasts() {
        assertThat(
                        assigned(
                                "ULONG a = (ULONG)p->X; if (given) { a = 2; } a += 3; x = (int)a; a = 4;"))
                .containsExactly("p->X", "2");
        assertThat(assigned("x = (PVOID)q;")).containsExactly("q");
        assertThat(assigned("x = given; given = 1;")).containsExactly("given");
        assertThat(assigned("x = (PVOID)(p->X); p = 0;")).containsExactly("p->X");
    }

    private static List<String> assigned(String body) {
        String text = "void f(ULONG given) { " + body + " }";
        Subject subject = new CReader().read(new Source("a.c", text));
        Node assign =
                Sources.all(subject, "assign").stream()
                        .filter(node -> text.startsWith("x = ", node.span().start()))
                        .findFirst()
                        .orElseThrow();
        Value found =
                subject.evaluate("assigned", List.of(new Value.Element(assign.children().get(1))));
        return ((Value.Many) found)
                .values().stream()
                        .map(item -> ((Value.Element) item).node().span())
                        .map(span -> text.substring(span.start(), span.end()))
                        .toList();
    }

    @Test
    void anArmOfAnIfCountsOnceItIsChosen() {
        String text =
                """
                void f() {
                    ULONG a = 2;
                #ifdef SECURE
                    a |= 4;
                #endif
                    x = a;
                }
                """;
        assertThat(Sources.constant(text))
                .isEqualTo(new Value.Unknown("`a` is set under a condition"));
        assertThat(Sources.constant(text, List.of("SECURE"), List.of()))
                .isEqualTo(new Value.Int(6));
        assertThat(Sources.constant(text, List.of(), List.of("SECURE")))
                .isEqualTo(new Value.Int(2));
    }
}
