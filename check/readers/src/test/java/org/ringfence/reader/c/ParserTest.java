package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class ParserTest {
    private static String tree(String text) {
        Subject subject = Sources.c(text);
        assertThat(subject.gaps()).isEmpty();
        return subject.roots().toString();
    }

    @Test
    void operatorsBindAsInC() {
        assertThat(tree("x = a | b & c == d + e * f << 1;"))
                .isEqualTo(
                        "[statement[assign =[name x, binary |[name a, binary &[name b, binary"
                                + " ==[name c, binary <<[binary +[name d, binary *[name e, name f]],"
                                + " number 1]]]]]]]");
    }

    @Test
    void needlessParenthesesGo() {
        assertThat(tree("f((FILE_ANY_ACCESS));"))
                .isEqualTo("[statement[call[name f, name FILE_ANY_ACCESS]]]");
    }

    @Test
    void aNameOfSeveralWordsBeforeOneValueIsACast() {
        assertThat(tree("x = (pu1Byte)(p + 1); y = (pfnDone)(p); z = (uByte)(p, q);"))
                .isEqualTo(
                        "[statement[assign =[name x, cast[type pu1Byte, binary +[name p, number"
                                + " 1]]]], statement[assign =[name y, call[name pfnDone, name"
                                + " p]]], statement[assign =[name z, call[name uByte, name p, name"
                                + " q]]]]");
    }

    @Test
    void keywordsOfCppAreNamesInC() {
        assertThat(tree("delete = throw;"))
                .isEqualTo("[statement[assign =[name delete, name throw]]]");
    }

    @Test
    void unnamedBitFieldsAndDestructorsBehindMacrosLeaveNoGap() {
        assertThat(Sources.cpp("struct A { UINT64 a : 4; UINT64 : 60; virtual M ~A(); };").gaps())
                .isEmpty();
    }

    @Test
    void parametersOfAMacroThatLookLikeAnnotationsAreNames() {
        assertThat(Sources.c("#define A(_Rate_) (1 * _Rate_)").roots().toString())
                .isEqualTo("[define A[binary *[number 1, name _Rate_]]]");
    }

    @Test
    void aParenthesisBeforeAMinusIsNoCast() {
        assertThat(tree("x = (SIZE) - 1; y = (ULONG) - 1; z = (PFOO)(p); w = (a)(b);"))
                .isEqualTo(
                        "[statement[assign =[name x, binary -[name SIZE, number 1]]], "
                                + "statement[assign =[name y, cast[type ULONG, unary -[number 1]]]], "
                                + "statement[assign =[name z, cast[type PFOO, name p]]], "
                                + "statement[assign =[name w, call[name a, name b]]]]");
    }

    @Test
    void declarationsAreToldFromExpressions() {
        assertThat(tree("void f() { PFOO a = b, c; ULONG *d; a * b; CHAR e[4] = {0}; g(h); }"))
                .isEqualTo(
                        "[function f[parameters, declaration[type PFOO, assign =[name a, name b],"
                                + " name c], declaration[type ULONG *, name d], declaration[type a *,"
                                + " name b], declaration[type CHAR, assign =[array[name e, number 4],"
                                + " list[number 0]]], statement[call[name g, name h]]]]");
    }

    @Test
    void annotationsAreNotSeenByTheParserButKept() {
        Subject subject =
                Sources.c(
                        "_IRQL_requires_max_(PASSIVE_LEVEL)\n"
                                + "_Success_(return == TRUE) NTSTATUS NTAPI\n"
                                + "F(_In_reads_bytes_(n) PVOID p, IN ULONG n, __drv_aliasesMem PIRP i) {}");
        assertThat(subject.gaps()).isEmpty();
        assertThat(subject.roots())
                .hasToString(
                        "[function F[parameters[parameter[type PVOID, name p], parameter[type"
                                + " ULONG, name n], parameter[type PIRP, name i]]]]");
        assertThat(subject.collection("annotations"))
                .extracting(Node::label)
                .containsExactly(
                        "_IRQL_requires_max_",
                        "_Success_",
                        "NTAPI",
                        "_In_reads_bytes_",
                        "IN",
                        "__drv_aliasesMem");
    }

    @Test
    void structuredExceptionHandlingIsReadInBothSpellings() {
        String expected =
                "[function f[parameters, try[block[leave], except[name E, block[return]],"
                        + " finally[block]]]]";
        assertThat(tree("void f() { __try { __leave; } __except (E) { return; } __finally {} }"))
                .isEqualTo(expected);
        assertThat(tree("void f() { try { leave; } except (E) { return; } finally {} }"))
                .isEqualTo(expected);
        assertThat(Sources.cpp("void f() { try { g(); } catch (...) { h(); } }").roots())
                .hasToString(
                        "[function f[parameters, cpp-try[block[statement[call[name g]]], catch[type"
                                + " ..., block[statement[call[name h]]]]]]]");
    }

    @Test
    void casesOwnTheirStatements() {
        assertThat(tree("void f() { switch (a) { case 1: case 2: g(); break; default: h(); } }"))
                .isEqualTo(
                        "[function f[parameters, switch[name a, block[case[number 1], case[number 2,"
                                + " statement[call[name g]], break], default[statement[call[name"
                                + " h]]]]]]]");
    }

    @Test
    void bothArmsOfAnIfStayAsAChoice() {
        assertThat(tree("void f() {\n#ifdef SECURE\n g();\n#else\n h();\n#endif\n}"))
                .isEqualTo(
                        "[function f[parameters, choice[arm SECURE[statement[call[name g]]], arm"
                                + " !SECURE[statement[call[name h]]]]]]");
    }

    @Test
    void anArmInsideAnExpressionIsReadOnItsOwn() {
        assertThat(tree("void f() { if (a\n#if B\n && b()\n#else\n && c()\n#endif\n) g(); }"))
                .isEqualTo(
                        "[function f[parameters, if[binary &&[name a, call[name b]],"
                                + " block[statement[call[name g]]]]], arm !B[statement[unary"
                                + " &&[call[name c]]]]]");
    }

    @Test
    void whatIsUnderIfZeroIsAComment() {
        Subject subject = Sources.c("#if 0\n don't read this\n#else\n f();\n#endif");
        assertThat(subject.gaps()).isEmpty();
        assertThat(subject.collection("calls")).hasSize(1);
    }

    @Test
    void anIncludeGuardIsNoChoice() {
        assertThat(tree("#ifndef A_H_\n#define A_H_\nint a;\n#endif"))
                .isEqualTo("[define A_H_, declaration[type int, name a]]");
    }

    @Test
    void bodiesOfDefinesAreCode() {
        assertThat(
                        tree(
                                "#define F(a) do { g(a); } while (0)\n#define V (1 | 2)\n#define T PVOID p;"))
                .isEqualTo(
                        "[define F[do[block[statement[call[name g, name a]]], number 0]], define"
                                + " V[binary |[number 1, number 2]], define T[declaration[type PVOID,"
                                + " name p]]]");
    }

    @Test
    void offsetsAreExactThroughContinuations() {
        Subject subject =
                Sources.c("#define X CTL_\\\r\nCODE(A, \\\r\n 0x8\\\n01, B, C) // \\\n no\nint y;");
        Node call = subject.collection("calls").get(0);
        assertThat(Sources.text(subject, call))
                .isEqualTo("CTL_\\\r\nCODE(A, \\\r\n 0x8\\\n01, B, C)");
        assertThat(call.children())
                .extracting(Node::label)
                .containsExactly("CTL_CODE", "A", "0x801", "B", "C");
        assertThat(subject.words()).contains("CTL_CODE", "y").doesNotContain("no", "CTL_");
    }

    @Test
    void whatCannotBeReadIsAGapAndTheRestIsRead() {
        Subject subject = Sources.c("void f() { a = ) ; g(); }\nvoid h() { i(); }");
        assertThat(subject.gaps())
                .containsExactly(
                        new Gap(new Span(13, 14), "an operator without an operand"),
                        new Gap(new Span(15, 18), "not a statement"));
        assertThat(subject.collection("functions"))
                .extracting(Node::label)
                .containsExactly("f", "h");
        assertThat(Sources.all(subject, "call")).hasSize(2);
    }

    @Test
    void classesTemplatesAndNamespacesAreTolerated() {
        Subject subject =
                Sources.cpp(
                        """
                        namespace n {
                        template <typename T, int N = 3> class C final : public B<T>, D {
                        public:
                            explicit C(PIRP irp) : B<T>(irp), m(0) { f(irp); }
                            ~C();
                            C(const C&) = delete;
                            NTSTATUS Go() const override { return g<T>(1); }
                            WDFDEVICE m{ nullptr };
                        };
                        }
                        auto l = [&](int a) { return h(a); };
                        void C::Other() { auto p = static_cast<PVOID>(q); }
                        """);
        assertThat(subject.gaps()).isEmpty();
        assertThat(subject.collection("functions"))
                .extracting(Node::label)
                .containsExactly("C", "Go", "C::Other");
        assertThat(subject.collection("calls"))
                .extracting(call -> call.attribute("name"))
                .containsExactly(
                        new Value.Text("B"),
                        new Value.Text("m"),
                        new Value.Text("f"),
                        new Value.Text("g"),
                        new Value.Text("h"));
    }

    @Test
    void statementsMayStandOutsideFunctionsAsExamplesOfRulesDo() {
        assertThat(tree("Status = F(A, 0);\nPAGED_CODE();\nULONG c = CTL_CODE(1, 2, 3, 4);"))
                .isEqualTo(
                        "[statement[assign =[name Status, call[name F, name A, number 0]]],"
                                + " statement[call[name PAGED_CODE]], declaration[type ULONG, assign"
                                + " =[name c, call[name CTL_CODE, number 1, number 2, number 3, number"
                                + " 4]]]]");
    }

    @Test
    void adjacentLiteralsAreOne() {
        Subject subject = Sources.c("f(L\"D:P\" L\"(A;;\\x47\"  L\"A;;;WD)\");");
        assertThat(subject.collection("strings")).hasSize(1);
        assertThat(
                        subject.evaluate(
                                "text",
                                List.of(new Value.Element(subject.collection("strings").get(0)))))
                .isEqualTo(new Value.Text("D:P(A;;GA;;;WD)"));
        Subject sddl = subject.embedded().get(0);
        Node ace = sddl.collection("aces").get(0);
        assertThat(subject.source().text(ace.span())).isEqualTo("(A;;\\x47\"  L\"A;;;WD)");
        assertThat(ace.attribute("trustee")).isEqualTo(new Value.Text("everyone"));
    }

    @Test
    void kernelModeIsToldByHeadersAndNames() {
        assertThat(kernelMode("#include <NTDDK.h>\nint a;")).isEqualTo(new Value.Truth(true));
        assertThat(kernelMode("#include <windows.h>\n#include <wdf.h>"))
                .isEqualTo(new Value.Truth(false));
        assertThat(kernelMode("void f(PIRP Irp) {}")).isEqualTo(new Value.Truth(true));
        assertThat(kernelMode("#include \"driver.h\"")).isInstanceOf(Value.Unknown.class);
    }

    private static Value kernelMode(String text) {
        return Sources.c(text).evaluate("kernel-mode", List.of());
    }

    @Test
    void takesTheAnglesOfManagedHandlesForNoComparison() {
        assertThat(
                        Sources.cpp("void f() { x = reinterpret_cast<array<E ^>^>(y); }")
                                .roots()
                                .toString())
                .doesNotContain("binary");
    }
}
