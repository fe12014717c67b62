package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.PatternParser.Problem;

class CPatternsTest {
    private static Parsed parse(String literal) {
        return new CReader().patterns().parse(literal);
    }

    private static Pattern exact(String kind, String label, Pattern... children) {
        return new Pattern.Exact(kind, label, List.of(children));
    }

    private static Pattern hole(String name) {
        return new Pattern.Capture(name);
    }

    @Test
    void aCallHasItsCalleeAsFirstChild() {
        assertThat(parse("CTL_CODE($TYPE, $_, $...REST)"))
                .isEqualTo(
                        new Parsed.Understood(
                                exact(
                                        "call",
                                        "",
                                        exact("name", "CTL_CODE"),
                                        hole("TYPE"),
                                        new Pattern.Any(),
                                        new Pattern.Rest("REST")),
                                "a call"));
    }

    @Test
    void aSemicolonMakesAStatement() {
        assertThat(parse("$A = $B"))
                .isEqualTo(
                        new Parsed.Understood(
                                exact("assign", "=", hole("A"), hole("B")), "an assignment"));
        assertThat(parse("$A = $B;"))
                .isEqualTo(
                        new Parsed.Understood(
                                exact("statement", "", exact("assign", "=", hole("A"), hole("B"))),
                                "a statement"));
        assertThat(parse("ULONG $X = $Y;"))
                .isEqualTo(
                        new Parsed.Understood(
                                exact(
                                        "declaration",
                                        "",
                                        exact("type", "ULONG"),
                                        exact("assign", "=", hole("X"), hole("Y"))),
                                "a declaration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$P->$FIELD",
                "*$P",
                "$P[$IX]",
                "&$OA",
                "$OPEN($H, $ACCESS, &$OA, $...)",
                "(PVOID)$X",
                "($T)$X",
                "sizeof($X)",
                "sizeof(*$P)",
                "$IRP->AssociatedIrp.SystemBuffer",
                "$DRV->MajorFunction[IRP_MJ_DEVICE_CONTROL] = $F;",
                "if ($...C) { $... }",
                "if ($C) return $X;",
                "while ($C) { $... }",
                "return $S;",
                "return;",
                "switch ($CODE) { $...CASES }",
                "case $V: $...BODY",
                "__try { $... } __except ($_) { $... }",
                "NTSTATUS DriverEntry($...) { $... }",
                "void F(PIRP $IRP) { $... }",
                "ULONG *$X = $Y;",
                "$A |= FLAG",
                "\"text\"",
                "{ $A, $B, $... }",
                "L\"a\" L\"b\"",
                "a$$b"
            })
    void isUnderstood(String literal) {
        boolean conditionOfSiblings = literal.startsWith("if ($...C)");
        if (conditionOfSiblings) {
            assertThat(parse(literal)).isInstanceOf(Parsed.Broken.class);
        } else {
            assertThat(parse(literal)).isInstanceOf(Parsed.Understood.class);
        }
    }

    @Test
    void aFunctionIsMatchedByItsName() {
        assertThat(parse("NTSTATUS DriverEntry($...) { $... }"))
                .isEqualTo(
                        new Parsed.Understood(
                                exact(
                                        "function",
                                        "DriverEntry",
                                        exact("parameters", "", new Pattern.Rest("")),
                                        new Pattern.Rest("")),
                                "a function"));
    }

    @Test
    void aHoleAloneIsRefused() {
        assertThat(parse(" $X "))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                0,
                                                4,
                                                "a pattern that is only `$X` matches"
                                                        + " everything"))));
        assertThat(parse("($...)")).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void problemsPointAtTheCharacter() {
        assertThat(parse("f($A, ) + ;")).isInstanceOf(Parsed.Broken.class);
        assertThat(parse("f($A"))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                1,
                                                3,
                                                "cannot be read as C: a bracket that is not closed"))));
        assertThat(parse("a; b;"))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                3,
                                                1,
                                                "a pattern is one expression, statement or"
                                                        + " function; this is a second one"))));
        assertThat(parse("$A + $...B"))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                5,
                                                5,
                                                "`$...B` stands for siblings: arguments,"
                                                        + " statements, items of a list"))));
        assertThat(parse("")).isInstanceOf(Parsed.Broken.class);
        assertThat(parse("f(\"a)")).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void everyWordOfAPatternIsAWordOfASourceItMatches() {
        String code =
                "ULONG code = CTL_CODE(FILE_DEVICE_UNKNOWN, 1, METHOD_NEITHER, sizeof(ULONG));";
        assertThat(Sources.c(code).words())
                .contains(
                        "ULONG",
                        "code",
                        "CTL_CODE",
                        "FILE_DEVICE_UNKNOWN",
                        "METHOD_NEITHER",
                        "sizeof");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f($A);         | 5, 1  | with `;` this is a whole statement",
                "foo * bar      | 0, 9  | read as a multiplication; a declaration ends with `;`: `foo *$X;`",
                "Type $X        | 0, 7  | read as a declaration, which ends with `;`",
                "NTSTATUS f($...) | 9, 7 | read as a declaration of a function",
                "again:         | 0, 6  | read as a label"
            })
    void warnsOfWhatIsReadOtherwiseThanItLooks(String literal, String place, String words) {
        List<Problem> cautions = ((Parsed.Understood) parse(literal)).cautions();

        assertThat(cautions).hasSize(1);
        assertThat(cautions.get(0).start() + ", " + cautions.get(0).length()).isEqualTo(place);
        assertThat(cautions.get(0).message()).startsWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f($A)",
                "foo *$X;",
                "Type $X;",
                "$A * $B",
                "$X = $Y;",
                "NTSTATUS f($A);",
                "case $V: $...BODY"
            })
    void doesNotWarnOfWhatIsPlain(String literal) {
        assertThat(((Parsed.Understood) parse(literal)).cautions()).isEmpty();
    }

    @Test
    void holesAreNoPartsOfTypesAndDirectivesNoPatterns() {
        assertThat(parse("($T *)$X"))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                1,
                                                4,
                                                "a hole stands for a whole type: `$T`, not for a"
                                                        + " part of one such as `$T *`"))));
        assertThat(parse("#define A $X")).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void samplesHoldWhatTheHolesLeaveOpen() {
        assertThat(new CPatterns().samples("f($A, $...REST)"))
                .extracting(org.ringfence.subject.Source::text)
                .contains("void f(void) { f(v_A); }", "void f(void) { sample = f(T_A); }");
    }
}
