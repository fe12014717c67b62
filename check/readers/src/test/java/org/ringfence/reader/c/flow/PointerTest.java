package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Value;

/**
 * Values that arrive as the pointers that they were. The source is {@code s->In}, the sink the
 * argument of {@code use}.
 */
class PointerTest {
    private static Value points(String statements) {
        String use = statements.substring(statements.indexOf("use("));
        return body(statements).points("s->In", use.substring(0, use.indexOf(';')), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(s->In);",
                "use((PULONG)s->In + 4);",
                "p = s->In; use(p);",
                "p = s->In; p++; use(p);",
                "p = s->In; use(&p->Field);",
                "p = s->In; use(&p->Field.Array[3]);",
                "c->Ptr = s->In; use(c->Ptr);",
                "c->Ptr = s->In; d = c; use(d->Ptr);",
                "FOO c = { .Ptr = s->In }; use(c.Ptr);",
                "u = s->In; use(u.Part);",
                "*out = s->In; use(*out);",
                "a[3] = s->In; use(a[i]);",
                "p = s->In; pp = &p; use(*pp);",
                "p = s->In; pp = &p; pp = n; *pp = 0; use(p);",
                "x.Ptr = s->In; RtlCopyMemory(&y, &x, 8); use(y.Ptr);",
                "p = s->In; RtlCopyMemory(&y, &p, 8); use(y);",
                "RtlULongAdd(s->In, 4, &sum); use(sum);",
                "p = Add2Ptr(s->In, 4); use(p);",
            })
    void arrive(String statements) {
        assertThat(points(statements)).isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(*s->In);",
                "use(s->In[3]);",
                "use(s->In->Field);",
                "p = s->In; q = p->Next; use(q);",
                "p = s->In; use(*p);",
                "p = s->In; use(p->Inner.Ptr);",
                "c->Ptr = s->In; use(c);",
                "c->Ptr = s->In; use(c->Ptr->Next);",
                "*out = s->In; use(out);",
                "*out = s->In; use(**out);",
                "a[3] = s->In; use(a);",
                "p = s->In; pp = &p; use(pp);",
                "p = s->In; use(&p);",
                "RtlCopyMemory(&y, s->In, 8); use(y);",
                "RtlCopyMemory(&y, s->In, 8); use(y.Ptr);",
                "m = IoAllocateMdl(s->In, 4, 0, 0, 0); use(m);",
                "p = s->In; p = 0; use(p);",
                "FOO c = { 1, s->In }; use(c);",
                "use(s->In == 0);",
            })
    void doNotArriveWhereSomethingElseIs(String statements) {
        assertThat(points(statements)).isEqualTo(NO);
    }

    @Test
    void passThroughCallsAsTheyAre() {
        Code code =
                Code.c(
                        """
                        void Get(PSP s, PVOID *out) { *out = s->In; }
                        PVOID Same(PVOID p) { return p; }
                        PVOID First(PVOID *p) { return *p; }
                        void Take(PREQ r) { use(r); use(r->Next); }
                        void f(PSP s) {
                            PVOID p; PVOID q;
                            Get(s, &p);
                            use(Same(p));
                            use(First(p));
                            q = First(&p);
                            use(q);
                            Take(p);
                        }
                        """);
        assertThat(code.points("s->In", "use(Same(p))", 2)).isEqualTo(YES);
        assertThat(code.points("s->In", "use(First(p))", 2)).isEqualTo(NO);
        assertThat(code.points("s->In", "use(q)", 2)).isEqualTo(YES);
        assertThat(code.points("s->In", "use(r)", 2)).isEqualTo(YES);
        assertThat(code.points("s->In", "use(r->Next)", 2)).isEqualTo(NO);
    }
}
