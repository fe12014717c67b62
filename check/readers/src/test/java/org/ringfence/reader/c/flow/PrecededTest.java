package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;
import static org.ringfence.reader.c.flow.Code.body;

import org.junit.jupiter.api.Test;
import org.ringfence.subject.Value;

class PrecededTest {
    @Test
    void aMarkOnTheOnlyWayDominates() {
        Code code = body("probe(p); use(p);");
        assertThat(code.dominated("use(p)", "probe(p)")).isEqualTo(YES);
        assertThat(code.preceded("use(p)", "probe(p)")).isEqualTo(YES);
        assertThat(code.dominated("probe(p)", "use(p)")).isEqualTo(NO);
        assertThat(code.preceded("probe(p)", "use(p)")).isEqualTo(NO);
    }

    @Test
    void aMarkInOneBranchPrecedesWithoutDominating() {
        Code code = body("if (n) probe(p); use(p);");
        assertThat(code.dominated("use(p)", "probe(p)")).isEqualTo(NO);
        assertThat(code.preceded("use(p)", "probe(p)")).isEqualTo(YES);
    }

    @Test
    void marksInAllBranchesDominateTogether() {
        Code code = body("if (n) a(); else b(); use(p);");
        assertThat(code.dominated("use(p)", "a()", "b()")).isEqualTo(YES);
        assertThat(code.dominated("use(p)", "a()")).isEqualTo(NO);
    }

    @Test
    void aBranchThatLeavesNeedsNoMark() {
        Code code = body("if (n) return 0; else a(); use(p);");
        assertThat(code.dominated("use(p)", "a()")).isEqualTo(YES);
    }

    @Test
    void noMarkDominatesNothing() {
        Code code = body("use(p);");
        assertThat(code.flow().preceded(code.at("use(p)"), java.util.List.of(), true))
                .isEqualTo(NO);
    }

    @Test
    void aCallInAConditionMayBeSkipped() {
        Code code = body("if (n && probe(p)) x = 1; use(p);");
        assertThat(code.dominated("use(p)", "probe(p)")).isEqualTo(NO);
        assertThat(body("if (n && probe(p)) use(p);").dominated("use(p)", "probe(p)"))
                .isEqualTo(YES);
    }

    @Test
    void aMarkInOneArmOfAnIfGuardsOnlyThatArm() {
        Code code =
                body(
                        """
                        #ifdef SECURE
                            probe(p);
                            use1(p);
                        #else
                            use2(p);
                        #endif
                            use3(p);
                        #if defined(SECURE)
                            use4(p);
                        #endif
                        """);
        assertThat(code.dominated("use1(p)", "probe(p)")).isEqualTo(YES);
        assertThat(code.preceded("use2(p)", "probe(p)")).isEqualTo(NO);
        assertThat(code.dominated("use3(p)", "probe(p)")).isEqualTo(NO);
        assertThat(code.preceded("use3(p)", "probe(p)")).isEqualTo(YES);
        assertThat(code.dominated("use4(p)", "probe(p)")).isEqualTo(YES);
    }

    @Test
    void afterItselfInALoopIsPrecededByItself() {
        Code code = body("while (n) { a(); }");
        assertThat(code.preceded("a()", "a()")).isEqualTo(YES);
        assertThat(code.dominated("a()", "a()")).isEqualTo(NO);
    }

    @Test
    void whatWasNotReadMayHideAMark() {
        assertThat(body("x = ({ probe(p); }); use(p); late();").dominated("use(p)", "late()"))
                .isEqualTo(new Value.Unknown("an expression could not be read"));
        assertThat(body("__asm { nop } probe(p); use(p);").dominated("use(p)", "probe(p)"))
                .isEqualTo(new Value.Unknown("inline assembly is not read"));
        assertThat(body("probe(p); __asm { nop } use(p);").dominated("use(p)", "probe(p)"))
                .isEqualTo(YES);
    }

    @Test
    void aMarkInAnArmThatWasTornOffIsUnknown() {
        Code code = body("if (a\n#if B\n && b()\n#else\n && c()\n#endif\n) x = 1; use(p);");
        assertThat(code.preceded("use(p)", "c()"))
                .isEqualTo(new Value.Unknown("an arm of an #if could not be read in its place"));
    }

    @Test
    void whatLiesInNoFunctionIsUnknown() {
        Code code = body("if (a\n#if B\n && b()\n#else\n && c()\n#endif\n) x = 1; use(p);");
        assertThat(code.preceded("c()", "use(p)"))
                .isEqualTo(new Value.Unknown("it does not lie on a path of the file"));
    }
}
