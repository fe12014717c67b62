package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;

/** Sources that nobody wrote by hand are read in time, without overflow, and say what was lost. */
class HostileSourceTest {
    record Hostile(String name, String text, boolean leavesGap) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> sources() {
        int many = 100_000;
        return Stream.of(
                new Hostile("nested parentheses", "int x = " + "(".repeat(many) + "1;", true),
                new Hostile(
                        "closed parentheses",
                        "int x = " + "(".repeat(many) + "1" + ")".repeat(many) + ";",
                        true),
                new Hostile("nested braces", "void f() " + "{".repeat(many), true),
                new Hostile(
                        "closed braces", "void f() " + "{".repeat(many) + "}".repeat(many), true),
                new Hostile("nested calls", "x = " + "f(".repeat(many) + ";", true),
                new Hostile("nested lists", "int a[] = " + "{".repeat(many) + ";", true),
                new Hostile("nested brackets", "x = " + "a[".repeat(many) + ";", true),
                new Hostile("mixed brackets", "x = " + "([{".repeat(many), true),
                new Hostile("stray closers", "x = 1; " + ")]}".repeat(many), true),
                new Hostile("long sum", "x = 1" + "+1".repeat(1_000_000) + ";", true),
                new Hostile("long assignment", "void f() { x" + "=x".repeat(many) + ";}", true),
                new Hostile("prefix operators", "x = " + "!".repeat(many) + "1;", true),
                new Hostile("casts", "x = " + "(PVOID)".repeat(many) + "1;", true),
                new Hostile("long path", "x = a" + "->b".repeat(many) + ";", true),
                new Hostile("conditionals", "x = a" + "?b:a".repeat(many) + ";", true),
                new Hostile(
                        "else if",
                        "void f() { if (a) b();" + " else if (a) b();".repeat(many) + "}",
                        true),
                new Hostile("nested ifs", "void f() { " + "if (a) ".repeat(many) + ";}", true),
                new Hostile("labels", "void f() { " + "a: ".repeat(many) + ";}", false),
                new Hostile(
                        "cases", "void f() { switch (a) {" + "case 1: ".repeat(many) + "}}", false),
                new Hostile("nested #if", "#if A\n".repeat(many), true),
                new Hostile(
                        "closed #if",
                        "#if A\nx;\n".repeat(many) + "#else\ny;\n#endif\n".repeat(many),
                        true),
                new Hostile("stray #endif", "#endif\n".repeat(many), true),
                new Hostile("dead arms", "#if 0\nx\n#endif\n#define A 1\n".repeat(many), false),
                new Hostile("unended comment", "int a; /* " + "x ".repeat(many), true),
                new Hostile("unended string", "char* a = \"" + "x".repeat(many), true),
                new Hostile("unended raw string", "auto a = R\"(" + "x\n".repeat(many), true),
                new Hostile("zero and surrogates", "int a\0b = '\ud800'; \udc00 x\ud800;", true),
                new Hostile("only continuations", "\\\n".repeat(many), false),
                new Hostile("templates", "a" + "<a".repeat(many) + ";", true),
                new Hostile("names", "a ".repeat(many), false),
                new Hostile("a long head", "struct " + "a ".repeat(many) + "{};", false),
                new Hostile("tags", "struct ".repeat(many), false),
                new Hostile("locals", "void f() { int a; " + "a |= a; ".repeat(many) + "}", false),
                new Hostile("declarations", "A f(B c);".repeat(many), false),
                new Hostile(
                        "bit-fields", "struct A { int a" + " : 1, b".repeat(many) + "; };", false),
                new Hostile(
                        "defined", "#if defined" + " defined".repeat(many) + "\n#endif\n", false),
                new Hostile("negations", "#if " + "!(".repeat(many) + "\n#endif\n", false),
                new Hostile(
                        "one line of five megabytes", "f(1, \"a\", b->c); ".repeat(320_000), true),
                new Hostile("one word of fifty megabytes", "abcdefghij".repeat(5_000_000), false),
                new Hostile("fifty megabytes of brackets", "(".repeat(50_000_000), true));
    }

    @ParameterizedTest
    @MethodSource("sources")
    @Timeout(20)
    void isReadToItsEnd(Hostile hostile) {
        boolean large = hostile.text().length() > 2_000_000;
        for (String name : large ? List.of("a.c") : List.of("a.c", "a.cpp")) {
            Source source = new Source(name, hostile.text());
            Subject subject = new CReader().read(source);
            int depth = depth(subject.roots());
            assertThat(depth).isBetween(1, 2000);
            assertThat(subject.embedded()).isEmpty();
            subject.collection("control-codes");
            if (hostile.leavesGap()) {
                assertThat(subject.gaps()).isNotEmpty();
            }
        }
    }

    private static int depth(List<Node> nodes) {
        int deepest = 0;
        for (Node node : nodes) {
            deepest = Math.max(deepest, depth(node.children()));
        }
        return deepest + 1;
    }

    @ParameterizedTest
    @MethodSource("sources")
    @Timeout(20)
    void isReadOrRefusedAsAPattern(Hostile hostile) {
        assertThat(new CReader().patterns().parse(hostile.text())).isNotNull();
    }

    @org.junit.jupiter.api.Test
    @Timeout(20)
    void macrosThatDoubleAtEachLevelAreGivenUp() {
        StringBuilder text = new StringBuilder("#define M0(x) (x+x)\n");
        for (int i = 1; i < 60; i++) {
            text.append("#define M" + i + "(x) (M" + (i - 1) + "(x)+M" + (i - 1) + "(x))\n");
        }
        text.append("int a = M59(1);\n#define A B\n#define B A\n");
        Subject subject = new CReader().read(new Source("a.c", text.toString()));
        Node call = subject.collection("calls").get(subject.collection("calls").size() - 1);
        assertThat(
                        subject.evaluate(
                                "const", List.of(new org.ringfence.subject.Value.Element(call))))
                .isEqualTo(
                        new org.ringfence.subject.Value.Unknown(
                                "the expression is too large to evaluate"));
    }
}
