package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import org.junit.jupiter.api.Test;
import org.ringfence.subject.Value;

class ReachesTest {
    @Test
    void whatStandsLaterIsReachedAndNotTheOtherWayRound() {
        Code code = body("a(); b();");
        assertThat(code.reaches("a()", "b()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "a()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "a()")).isEqualTo(NO);
    }

    @Test
    void argumentsComeBeforeTheirCall() {
        Code code = body("a(b());");
        assertThat(code.reaches("b()", "a(b())")).isEqualTo(YES);
        assertThat(code.reaches("a(b())", "b()")).isEqualTo(NO);
    }

    @Test
    void oneBranchDoesNotReachTheOther() {
        Code code = body("if (n) a(); else if (p) b(); else c(); d();");
        assertThat(code.reaches("a()", "b()")).isEqualTo(NO);
        assertThat(code.reaches("b()", "c()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "d()")).isEqualTo(YES);
        assertThat(code.reaches("c()", "d()")).isEqualTo(YES);
    }

    @Test
    void aLoopLeadsBack() {
        for (String loop :
                new String[] {
                    "while (n) { a(); b(); }",
                    "do { a(); b(); } while (n);",
                    "for (i = 0; i < n; i++) { a(); b(); }"
                }) {
            assertThat(body(loop).reaches("b()", "a()")).as(loop).isEqualTo(YES);
        }
    }

    @Test
    void aLoopThatRunsOnceDoesNotLeadBack() {
        Code code = body("do { a(); if (n) break; b(); } while (0); c();");
        assertThat(code.reaches("b()", "a()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
    }

    @Test
    void nothingComesAfterALoopWithoutEndButByBreak() {
        assertThat(body("for (;;) { a(); } b();").reaches("a()", "b()")).isEqualTo(NO);
        assertThat(body("while (TRUE) { a(); if (n) break; } b();").reaches("a()", "b()"))
                .isEqualTo(YES);
    }

    @Test
    void continueSkipsTheRestOfARound() {
        Code code = body("for (i = 0; i < n; s()) { a(); continue; b(); }");
        assertThat(code.reaches("a()", "s()")).isEqualTo(YES);
        assertThat(code.reaches("a()", "b()")).isEqualTo(NO);
    }

    @Test
    void aCaseFallsThroughUnlessItBreaks() {
        Code code =
                body(
                        "switch (n) { case 1: a(); case 2: b(); break; case 3: c(); default: d(); }"
                                + " e();");
        assertThat(code.reaches("a()", "b()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "c()")).isEqualTo(NO);
        assertThat(code.reaches("c()", "d()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "e()")).isEqualTo(YES);
    }

    @Test
    void aSwitchWithoutDefaultMayDoNothing() {
        Code code = body("a(); switch (n) { case 1: b(); return 0; } c();");
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
        assertThat(
                        body("a(); switch (n) { case 1: return 0; default: return 1; } c();")
                                .reaches("a()", "c()"))
                .isEqualTo(NO);
    }

    @Test
    void gotoGoesToItsLabelInBothDirections() {
        Code code = body("again: a(); if (n) goto out; b(); goto again; c(); out: d();");
        assertThat(code.reaches("b()", "a()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "c()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "d()")).isEqualTo(YES);
    }

    @Test
    void aGotoToNowhereIsUnknown() {
        assertThat(body("a(); goto gone; b();").reaches("a()", "b()"))
                .isEqualTo(new Value.Unknown("the label `gone` is not in the function"));
    }

    @Test
    void nothingComesAfterARoutineThatDoesNotReturn() {
        assertThat(body("a(); KeBugCheckEx(1, 0, 0, 0, 0); b();").reaches("a()", "b()"))
                .isEqualTo(NO);
        assertThat(body("a(); ExRaiseStatus(n); b();").reaches("a()", "b()")).isEqualTo(NO);
    }

    @Test
    void shortCircuitsAndConditionalsAreBranches() {
        Code code = body("if (a() && b() || c()) d(); x = n ? e() : g();");
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "d()")).isEqualTo(YES);
        assertThat(code.reaches("e()", "g()")).isEqualTo(NO);
        assertThat(code.reaches("d()", "g()")).isEqualTo(YES);
    }

    @Test
    void aMacroMayHideAReturnOrAJump() {
        Code code =
                Code.c(
                        """
                        #define CHECK(x) if (!(x)) { return STATUS_UNSUCCESSFUL; }
                        #define LEAVE(s) { status = s; goto out; }
                        int f(int n) { CHECK(n); a(); LEAVE(1); b(); out: c(); }
                        """);
        assertThat(code.reaches("CHECK(n)", "a()")).isEqualTo(YES);
        assertThat(code.followedAlways("CHECK(n)", "a()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "b()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
    }

    @Test
    void aBlockBehindAMacroWithoutASemicolonMayBeALoop() {
        Code code = body("FOR_EACH(x, list) { a(); if (n) continue; b(); } c();");
        assertThat(code.reaches("b()", "a()")).isEqualTo(YES);
        assertThat(code.dominated("c()", "b()")).isEqualTo(NO);
        assertThat(body("g(x); { a(); } c();").dominated("c()", "a()")).isEqualTo(YES);
    }

    @Test
    void anExceptionLeadsToTheHandler() {
        Code code =
                body(
                        "a(); __try { b(); c(); __leave; d(); } __except"
                                + " (EXCEPTION_EXECUTE_HANDLER) { e(); } g();");
        assertThat(code.reaches("b()", "e()")).isEqualTo(YES);
        assertThat(code.reaches("e()", "c()")).isEqualTo(NO);
        assertThat(code.reaches("c()", "d()")).isEqualTo(NO);
        assertThat(code.reaches("c()", "g()")).isEqualTo(YES);
        assertThat(code.dominated("e()", "b()")).isEqualTo(NO);
        assertThat(code.dominated("e()", "a()")).isEqualTo(YES);
    }

    @Test
    void raisingInATryGoesToTheHandlerAndNowhereElse() {
        Code code = body("__try { a(); ExRaiseStatus(1); b(); } __except (1) { c(); } d();");
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
        assertThat(code.reaches("a()", "b()")).isEqualTo(NO);
    }

    @Test
    void aFinallyRunsOnEveryWayOut() {
        Code code = body("__try { if (n) return 1; a(); } __finally { b(); } c(); return 0;");
        assertThat(code.reaches("return 1", "b()")).isEqualTo(YES);
        assertThat(code.reaches("return 1", "c()")).isEqualTo(NO);
        assertThat(code.followedAlways("return 1", "b()")).isEqualTo(YES);
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
    }

    @Test
    void anExceptionGoesThroughAFinallyButNotOn() {
        Code code = body("__try { probe(); } __finally { b(); } c();");
        assertThat(code.dominated("c()", "probe()")).isEqualTo(YES);
        assertThat(code.dominated("b()", "probe()")).isEqualTo(NO);
    }

    @Test
    void handlersOfCppAreTolerated() {
        Code code =
                Code.cpp(
                        "void f() { try { a(); b(); } catch (int e) { c(); } catch (...) { d(); } e(); }");
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
        assertThat(code.reaches("c()", "d()")).isEqualTo(NO);
        assertThat(code.reaches("d()", "e()")).isEqualTo(YES);
    }

    @Test
    void aLambdaHasPathsOfItsOwn() {
        Code code = Code.cpp("void f() { auto l = [&](int x) { a(); b(); }; c(); }");
        assertThat(code.reaches("a()", "b()")).isEqualTo(YES);
        assertThat(code.reaches("a()", "c()")).isEqualTo(NO);
        assertThat(code.flow().function(code.at("a()")).map(n -> n.kind())).contains("lambda");
    }

    @Test
    void aPathNeverMixesTheArmsOfAnIf() {
        Code code =
                body(
                        """
                        while (n) {
                        #ifdef SECURE
                            a();
                        #else
                            b();
                        #endif
                        }
                        #ifdef SECURE
                            c();
                        #endif
                        """);
        assertThat(code.reaches("b()", "a()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "a()")).isEqualTo(YES);
        assertThat(code.reaches("b()", "c()")).isEqualTo(NO);
        assertThat(code.reaches("a()", "c()")).isEqualTo(YES);
    }

    @Test
    void assemblyMayJumpAnywhere() {
        assertThat(body("a(); return 0; b();").reaches("a()", "b()")).isEqualTo(NO);
        assertThat(body("a(); __asm { jmp x }; return 0; b();").reaches("a()", "b()"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
    }

    @Test
    void whatWasNotReadMakesANoUnknown() {
        assertThat(body("a(); x = ) ; return 0; b();").reaches("a()", "b()"))
                .isInstanceOf(Value.Unknown.class);
    }

    @Test
    void functionsHaveNoCommonPaths() {
        Code code = Code.c("void f() { a(); } void g() { b(); } c(); d();");
        assertThat(code.reaches("a()", "b()")).isEqualTo(NO);
        assertThat(code.flow().function(code.at("a()")).map(n -> n.label())).contains("f");
        assertThat(code.flow().function(code.at("c()"))).isEmpty();
        assertThat(code.reaches("c()", "d()")).isEqualTo(YES);
    }
}
