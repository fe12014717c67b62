package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;

import org.junit.jupiter.api.Test;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Value;

/** Values that go from one function of a file to another. */
class CarriesThroughCallsTest {
    private static Value cut(int depth) {
        return new Value.Unknown(
                depth == 0
                        ? "values are not followed through calls here"
                        : "values are followed through no more than " + depth + " calls here");
    }

    @Test
    void anArgumentIsTheParameterOfTheFunction() {
        Code code =
                Code.c(
                        """
                        NTSTATUS Handle(PVOID Buffer, SIZE_T Size) { use(Buffer->Id); use(Size); return 0; }
                        NTSTATUS Ioctl(PIO_STACK_LOCATION Sp) {
                            PVOID User = Sp->Type3InputBuffer;
                            return Handle(User, 4);
                        }
                        """);
        assertThat(code.steps("Sp->Type3InputBuffer", "use(Buffer->Id)", 1))
                .containsExactly(
                        "Sp->Type3InputBuffer: taken here",
                        "User = Sp->Type3InputBuffer: assigned to User",
                        "User: passed to Handle as parameter Buffer",
                        "Buffer->Id: field Id of it");
        assertThat(code.flows("Sp->Type3InputBuffer", "use(Size)", 1)).isEqualTo(NO);
        assertThat(code.flows("Sp->Type3InputBuffer", "use(Buffer->Id)", 0)).isEqualTo(cut(0));
    }

    @Test
    void aResultComesBackToTheCallThatBroughtTheValueOnly() {
        Code code =
                Code.c(
                        """
                        PVOID Same(PVOID p) { return p; }
                        void f() { a = Same(s->In); b = Same(other); use(a); use(b); }
                        """);
        assertThat(code.steps("s->In", "use(a)", 1))
                .containsExactly(
                        "s->In: taken here",
                        "s->In: passed to Same as parameter p",
                        "Same(s->In): returned by Same",
                        "a = Same(s->In): assigned to a",
                        "a: used here");
        assertThat(code.flows("s->In", "use(b)", 1)).isEqualTo(NO);
    }

    @Test
    void nothingIsKeptInANullPointer() {
        Code code =
                Code.c(
                        """
                        void Get(PVOID in, PULONG out) { *out = in; }
                        void f(PSP s) { Get(s->In, NULL); Get(s->In, nullptr); }
                        void g(PITEM p) { p->Next = NULL; use(p->Next); Get(0, nullptr); use(nullptr); }
                        """);
        assertThat(code.flows("s->In", "use(p->Next)", 2)).isEqualTo(NO);
        assertThat(code.flows("s->In", "use(nullptr)", 2)).isEqualTo(NO);
    }

    @Test
    void twoCallersOfOneFunctionHaveStepsOfTheirOwn() {
        Code code =
                Code.c(
                        """
                        PVOID Same(PVOID p) { return p; }
                        void f() { a = Same(s->In); b = Same(c = s->In); use(b); }
                        """);
        assertThat(code.steps("s->In", "use(b)", 1)).isEmpty();
        assertThat(code.steps("s->In#2", "use(b)", 1))
                .containsExactly(
                        "s->In: taken here",
                        "c = s->In: assigned to c",
                        "c = s->In: passed to Same as parameter p",
                        "Same(c = s->In): returned by Same",
                        "b = Same(c = s->In): assigned to b",
                        "b: used here");
        assertThat(
                        code.flow()
                                .carries(
                                        java.util.List.of(code.at("s->In"), code.at("s->In#2")),
                                        code.at("use(b)").children().get(1),
                                        new Flow.Way(1, false))
                                .steps())
                .extracting(step -> step.what())
                .containsExactly(
                        "taken here",
                        "assigned to c",
                        "passed to Same as parameter p",
                        "returned by Same",
                        "assigned to b",
                        "used here");
    }

    @Test
    void aResultThatDoesNotDependOnTheArgumentCarriesNothing() {
        Code code = Code.c("int Len(PVOID p) { return 4; } void f() { a = Len(s->In); use(a); }");
        assertThat(code.flows("s->In", "use(a)", 1)).isEqualTo(NO);
    }

    @Test
    void whatAFunctionWritesThroughAPointerReachesItsCaller() {
        Code code =
                Code.c(
                        """
                        void Get(PVOID from, PULONG out, ULONG copy) { *out = *from; copy = *from; }
                        void Fill(PREQ r, PVOID from) { r->Len = from; }
                        void f() { Get(s->In, &a, b); use(a); use(b); Fill(&q, s->In); use(q.Len); use(q.Id); }
                        """);
        assertThat(code.steps("s->In", "use(a)", 1))
                .containsExactly(
                        "s->In: taken here",
                        "s->In: passed to Get as parameter from",
                        "*out = *from: assigned to *out",
                        "Get(s->In, &a, b): stored in a by Get",
                        "a: used here");
        assertThat(code.flows("s->In", "use(b)", 1)).isEqualTo(NO);
        assertThat(code.flows("s->In#2", "use(q.Len)", 1)).isEqualTo(YES);
        assertThat(code.flows("s->In#2", "use(q.Id)", 1)).isEqualTo(NO);
    }

    @Test
    void onlyTheFieldThatHoldsTheValueIsPassedOn() {
        Code code =
                Code.c(
                        """
                        void Do(PCTX c) { use(c->Buf); use(c->Len); }
                        void f() { CTX x; x.Buf = s->In; Do(&x); }
                        """);
        assertThat(code.flows("s->In", "use(c->Buf)", 1)).isEqualTo(YES);
        assertThat(code.flows("s->In", "use(c->Len)", 1)).isEqualTo(NO);
    }

    @Test
    void aFunctionThatTakesTheValueItselfGivesItToAllItsCallers() {
        Code code =
                Code.c(
                        """
                        PVOID Take(PIRP i) { return i->UserBuffer; }
                        void f(PIRP i) { a = Take(i); use(a); }
                        void g(PIRP i) { b = Take(i); use(b); }
                        """);
        assertThat(code.flows("i->UserBuffer", "use(a)", 1)).isEqualTo(YES);
        assertThat(code.flows("i->UserBuffer", "use(b)", 1)).isEqualTo(YES);
        assertThat(code.flows("i->UserBuffer", "use(b)", 0)).isEqualTo(cut(0));
    }

    @Test
    void theDepthCountsCallsInsideEachOther() {
        Code code =
                Code.c(
                        """
                        void C(PVOID c) { use(c); }
                        void B(PVOID b) { C(b); }
                        void A(PVOID a) { B(a); }
                        void f() { A(s->In); }
                        """);
        assertThat(code.flows("s->In", "use(c)", 3)).isEqualTo(YES);
        assertThat(code.flows("s->In", "use(c)", 2)).isEqualTo(cut(2));
        assertThat(code.flows("s->In", "use(c)", 1)).isEqualTo(cut(1));
    }

    @Test
    void recursionEnds() {
        Code code =
                Code.c(
                        """
                        PVOID R(PVOID p, int n) { if (n) return R(p->Next, n - 1); use(p); return p; }
                        void f() { a = R(s->In, 3); use(a); }
                        """);
        assertThat(code.flows("s->In", "use(p)", 5)).isEqualTo(YES);
        assertThat(code.flows("s->In", "use(a)", 5)).isEqualTo(YES);
    }

    @Test
    void aVariableOfTheFileCarriesFromFunctionToFunction() {
        Code code =
                Code.c(
                        """
                        PVOID g_Buf; ULONG g_Len;
                        void f() { g_Buf = s->In; }
                        void h() { use(g_Buf); use(g_Len); }
                        """);
        assertThat(code.steps("s->In", "use(g_Buf)", 0))
                .containsExactly(
                        "s->In: taken here",
                        "g_Buf = s->In: assigned to g_Buf",
                        "g_Buf = s->In: kept in g_Buf",
                        "g_Buf: used here");
        assertThat(code.flows("s->In", "use(g_Len)", 0)).isEqualTo(NO);
    }

    @Test
    void aFieldOfAContextCarriesFromFunctionToFunction() {
        Code code =
                Code.c(
                        """
                        void f(PDEV_EXT Ext) { Ext->Buf = s->In; }
                        void g(DEV_EXT *e) { use(e->Buf); use(e->Len); }
                        void h(PDEVICE_OBJECT d) { PDEV_EXT x = d->DeviceExtension; use(x->Buf); }
                        void i(POTHER o) { use(o->Buf); }
                        void j(PDEV_EXT Ext) { Ext->Buf = 0; use(Ext->Buf); }
                        """);
        assertThat(code.flows("s->In", "use(e->Buf)", 0)).isEqualTo(YES);
        assertThat(code.flows("s->In", "use(e->Len)", 0)).isEqualTo(NO);
        assertThat(code.flows("s->In", "use(x->Buf)", 0)).isEqualTo(YES);
        assertThat(code.flows("s->In", "use(o->Buf)", 0)).isEqualTo(NO);
        assertThat(code.flows("s->In", "use(Ext->Buf)", 0)).isEqualTo(NO);
    }

    @Test
    void aFieldOfAStructureOfTheSystemDoesNot() {
        Code code = Code.c("void f(PIRP a) { a->X = s->In; } void g(PIRP b) { use(b->X); }");
        assertThat(code.flows("s->In", "use(b->X)", 0)).isEqualTo(NO);
    }

    @Test
    void aMacroOfTheFileIsFollowedLikeAFunction() {
        Code code =
                Code.c(
                        """
                        #define LENGTH(sp) ((sp)->Parameters.Length)
                        #define SET(to, from) ((to) = (from))
                        void f() { a = LENGTH(s->In); use(a); SET(b, s->In); use(b); use(c); }
                        """);
        assertThat(code.flows("s->In", "use(a)", 1)).isEqualTo(YES);
        assertThat(code.flows("s->In#2", "use(b)", 1)).isEqualTo(YES);
        assertThat(code.flows("s->In#2", "use(c)", 1)).isEqualTo(NO);
    }
}
