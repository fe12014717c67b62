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
 * Values inside one function. The source is {@code s->In}, the sink the argument of {@code use}.
 */
class CarriesTest {
    private static Value flows(String statements) {
        String use = statements.substring(statements.indexOf("use("));
        return body(statements).flows("s->In", use.substring(0, use.indexOf(';')), 0);
    }

    @Test
    void theStepsTellTheWayOfTheValue() {
        Code code =
                body(
                        "PREQ Req = (PREQ)Irp->AssociatedIrp.SystemBuffer; ULONG c = Req->Code;"
                                + " RtlCopyMemory(&local, &c, 4); use(local);");
        assertThat(code.steps("Irp->AssociatedIrp.SystemBuffer", "use(local)", 0))
                .containsExactly(
                        "Irp->AssociatedIrp.SystemBuffer: taken here",
                        "Req = (PREQ)Irp->AssociatedIrp.SystemBuffer: assigned to Req",
                        "Req->Code: field Code of it",
                        "c = Req->Code: assigned to c",
                        "RtlCopyMemory(&local, &c, 4): copied to local by RtlCopyMemory",
                        "local: used here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use(s->In);",
                "use((PVOID)s->In);",
                "use(*s->In);",
                "use(s->In[3]);",
                "use(s->In->Field.Other);",
                "use(s->In + 4);",
                "use(n ? 0 : s->In);",
                "x = s->In; use(x);",
                "x = y = s->In; use(x);",
                "x = 0; x |= s->In; use(x);",
                "x = s->In; x += 1; use(x);",
                "x = s->In; x++; use(x);",
                "x = s->In; use(x->Length);",
                "x = s->In; y = x->Inner; z = y.Size; use(z);",
                "c.Len = s->In; use(c.Len);",
                "c->Len = s->In; d = c; use(d->Len);",
                "c.Len = s->In; use(&c);",
                "FOO c = { .Len = s->In }; use(c.Len);",
                "FOO c = { 1, s->In }; use(c.Any);",
                "a[3] = s->In; use(a[i]);",
                "*p = s->In; use(*p);",
                "memcpy(buf, s->In, n); use(buf);",
                "RtlCopyMemory(&c, s->In, sizeof(c)); use(c.Len);",
                "RtlCopyMemory(c->Data, s->In, n); use(c->Data[1]);",
                "p = &c; p->Len = s->In; use(c.Len);",
                "c.Len = s->In; p = &c; use(p->Len);",
                "RtlULongAdd(s->In, 4, &sum); use(sum);",
                "x = min(s->In, 4); use(x);",
                "if (n) x = s->In; else x = 0; use(x);",
                "while (n) { use(x); x = s->In; }",
                "__try { x = s->In; } __except (1) { return 1; } use(x);",
                "x = s->In; goto out; x = 0; out: use(x);",
                "__try { x = s->In; g(); x = 0; } __except (1) { use(x); }",
            })
    void arrives(String statements) {
        assertThat(flows(statements)).isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = s->In; x = 0; use(x);",
                "x = s->In; use(y);",
                "use(x); x = s->In;",
                "x = s->Other; use(x); y = s->In;",
                "c.Len = s->In; use(c.Size);",
                "c->Len = s->In; c->Len = 4; use(c->Len);",
                "c.Len = s->In; c = d; use(c.Len);",
                "FOO c = { .Len = s->In }; use(c.Size);",
                "x = sizeof(s->In); use(x);",
                "x = s->In == 4; use(x);",
                "x = s->In ? 1 : 2; use(x);",
                "x = a[s->In]; use(x);",
                "x = s->In; RtlZeroMemory(&x, sizeof(x)); use(x);",
                "x = s->In; RtlCopyMemory(&x, &y, sizeof(x)); use(x);",
                "RtlCopyMemory(buf, other, s->In); use(buf);",
                "if (n) { x = s->In; return 0; } use(x);",
                "if (n) x = s->In; else use(x);",
                "for (i = 0; i < n; i++) { ULONG x; use(x); x = s->In; }",
                "p = ExAllocatePoolWithTag(0, s->In, 1); use(p);",
            })
    void doesNotArrive(String statements) {
        assertThat(flows(statements)).isEqualTo(NO);
    }

    @Test
    void aPathThroughBothArmsOfAnIfIsNone() {
        Code code =
                body(
                        """
                        #ifdef SECURE
                            x = 0;
                        #else
                            x = s->In;
                        #endif
                            use(x);
                        """);
        assertThat(code.flows("s->In", "use(x)", 0)).isEqualTo(YES);
    }

    @Test
    void whatAnUnknownRoutineMakesOfAValueIsUnknown() {
        Value unknown = new Value.Unknown("what Convert does with its arguments is not known");
        assertThat(flows("x = Convert(s->In); use(x);")).isEqualTo(unknown);
        assertThat(flows("Convert(s->In, &x); y = x; use(y);")).isEqualTo(unknown);
        assertThat(flows("Convert(s->In, x); use(x);")).isEqualTo(NO);
    }

    @Test
    void whatIsSureCountsMoreThanWhatIsUnknown() {
        assertThat(flows("y = s->In; x = Convert(y); if (n) x = y; use(x);")).isEqualTo(YES);
    }

    @Test
    void whatWasNotReadMakesANoUnknown() {
        assertThat(flows("x = s->In; y = 0; __asm { mov y, x } use(y);"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
        assertThat(flows("x = s->In; __asm { mov y, x } use((ULONG)4 + sizeof(y));")).isEqualTo(NO);
        assertThat(flows("y = 0; __asm { mov y, x } x = s->In; use(y);")).isEqualTo(NO);
        assertThat(flows("x = s->In; y = ({ x; }); use(y);"))
                .isEqualTo(new Value.Unknown("an expression could not be read"));
    }

    @Test
    void aSourceThatIsACallGivesWhatItReturnsAndWhatItWrites() {
        Code code =
                body(
                        "st = WdfRequestRetrieveInputBuffer(r, 8, &buf, &len); use(buf->Code);"
                                + " use(len); use(r); use(st);");
        String source = "WdfRequestRetrieveInputBuffer(r, 8, &buf, &len)";
        assertThat(code.flows(source, "use(buf->Code)", 0)).isEqualTo(YES);
        assertThat(code.flows(source, "use(len)", 0)).isEqualTo(YES);
        assertThat(code.flows(source, "use(st)", 0)).isEqualTo(YES);
        assertThat(code.flows(source, "use(r)", 0)).isEqualTo(NO);
        assertThat(code.flows("&buf", "use(buf->Code)", 0)).isEqualTo(YES);
        assertThat(code.flows("&buf", "use(len)", 0)).isEqualTo(NO);
    }

    @Test
    void aSourceThatIsAParameterHoldsFromTheStart() {
        Code code = Code.c("void f(PVOID In, ULONG n) { PVOID x = In; use(x); use(n); }");
        assertThat(code.flows("PVOID In", "use(x)", 0)).isEqualTo(YES);
        assertThat(code.flows("PVOID In", "use(n)", 0)).isEqualTo(NO);
    }
}
