package org.ringfence.reader.c.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.reader.c.CReader;
import org.ringfence.subject.Source;

class OracleTest {
    private static final String TEXT =
            """
            #define NEXT(x) Advance(x)
            #if DBG /* a ( b */
            VOID Old(int a)
            #else
            VOID New(int a)
            #endif
            {
                __try {
                    switch (a->kind) {
                    case 1: Use("f(", '('); break;
                    default: (*p)(1); if (a) { Other ( a.b, c ); }
                    }
                } except (1) { }
            }
            struct { int x; } s = { .x = Not(1) };
            #if 0
            VOID Dead() { Gone(); }
            #endif
            """;

    @Test
    void findsFactsByWordsAndBraces() {
        Expected expected = new Expected("a.c", TEXT);

        assertThat(expected.facts.get(Fact.FUNCTION)).containsExactly(TEXT.indexOf("Old"));
        assertThat(expected.facts.get(Fact.CALL))
                .containsExactly(TEXT.indexOf("(\"f("), TEXT.indexOf("( a.b"));
        assertThat(expected.facts.get(Fact.MACRO_CALL)).containsExactly(TEXT.indexOf("(x)\n#if"));
        assertThat(expected.facts.get(Fact.FIELD))
                .containsExactly(TEXT.indexOf("kind"), TEXT.indexOf("b, c"));
        assertThat(expected.facts.get(Fact.SWITCH)).containsExactly(TEXT.indexOf("switch"));
        assertThat(expected.facts.get(Fact.CASE))
                .containsExactly(TEXT.indexOf("case"), TEXT.indexOf("default"));
        assertThat(expected.facts.get(Fact.SEH))
                .containsExactly(TEXT.indexOf("__try"), TEXT.indexOf("except"));
        assertThat(expected.facts.get(Fact.DEFINE)).containsExactly(TEXT.indexOf("NEXT"));
        assertThat(expected.facts.get(Fact.IF))
                .containsExactly(TEXT.indexOf("#if"), TEXT.indexOf("#if 0"));
    }

    @Test
    void showsWhereItAndTheReaderDiffer() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        OracleTool tool = new OracleTool(new PrintStream(said, true, StandardCharsets.UTF_8), 9);
        String text = "void f() { x = gcnew Y(1); }";

        tool.compare(new CReader().read(new Source("a.cpp", text)));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "extra CALL a.cpp:1:23: void f() { x = gcnew Y(1); }"
                                + System.lineSeparator());
        assertThat(tool.precision(Fact.CALL)).isZero();
    }

    @Test
    void agreesWithTheReaderOnTheFixtures() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        OracleTool tool = new OracleTool(new PrintStream(said, true, StandardCharsets.UTF_8), 9);
        Path fixtures = Path.of("../../docs-source").toAbsolutePath().normalize();

        for (Input input :
                new SourceTree(List.of(new CReader()), fixtures).read(List.of(fixtures))) {
            tool.compare(((Input.Readable) input).subject());
        }

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(tool.found(Fact.CALL)).isGreaterThan(50);
    }
}
