package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong outside of clauses, or between files. */
class FileProblemsTest {
    private static final String TESTED =
            "title \"T\" severity high topic doors/open bad `x` good `y`";

    @Test
    void namesEveryClauseThatIsMissing() {
        assertThat(
                        Compile.problems(
                                """
                                pack p version "1"
                                rule r on toy { }
                                """))
                .isEqualTo(
                        """
                        2:6 the rule `r` has no `bad`: show code that it finds
                        2:6 the rule `r` has no `good`: show similar code that it leaves alone
                        2:6 the rule `r` has no `match`: write what it looks at
                        2:6 the rule `r` has no `report`: write what a finding says
                        2:6 the rule `r` has no `severity`: write `severity high` or another level
                        2:6 the rule `r` has no `title`: write what is wrong in a few words
                        2:6 the rule `r` has no `topic`: name the guidance that it enforces
                        """);
    }

    @Test
    void wantsASeverityThatAlwaysApplies() {
        assertThat(Compile.problems(Compile.rule("").replace("high", "high when kernel()")))
                .isEqualTo(
                        """
                        3:6 the rule `r` has no `severity`: write `severity high` or another level
                        """);
    }

    @Test
    void suggestsASubject() {
        assertThat(Compile.problems(Compile.rule("").replace("on toy", "on tyo")))
                .isEqualTo(
                        """
                        3:11 nothing reads the subject `tyo`; did you mean `toy`?
                        """);
    }

    @Test
    void tellsNamedPatternsByTheirUse() {
        assertThat(
                        Compile.problems(
                                """
                                pack p version "1"
                                pattern a = b
                                pattern b = a
                                pattern q($X) = `x(?)`
                                rule r on toy {
                                    match a | q | q($Y, $Z) | q($Y) | q(@file) | $ALL | `f($A)` | `g($B)`
                                    report at $A "{$B.} {} {$Z {const($A} {$A $B} {"
                                """
                                        + TESTED
                                        + "}"))
                .isEqualTo(
                        """
                        6:11 the pattern `a` uses itself
                        6:15 the pattern `q` takes 1 capture, but has 0 here
                        6:19 the pattern `q` takes 1 capture, but has 2 here
                        6:31 `q` is no pattern for `toy`: `?` means nothing in toy (a.rules:4:20)
                        6:39 `q` is no pattern for `toy`: `?` means nothing in toy (a.rules:4:20)
                        6:41 `@file` is a text, not a capture
                        6:50 this matches everything: write some code around the capture
                        7:22 expected a name, found the end of the hole
                        7:25 this hole is empty; write `{{` for a brace
                        7:32 expected a value such as `$X`, found `{`
                        7:47 expected a value such as `$X`, found `$B`
                        7:51 the hole that opens here has no `}`; write `{{` for a brace
                        """);
    }

    @Test
    void saysWhichCapturesOnlySomeAlternativesBind() {
        assertThat(
                        Compile.problems(
                                """
                                pack p version "1"
                                pattern a = `x($A)`
                                rule r on toy {
                                    match a | `f($B)`
                                    report at $A "{$C} {$B}"
                                """
                                        + TESTED
                                        + "}"))
                .isEqualTo(
                        """
                        5:15 `$A` is bound by only some of the alternatives, so it may be missing here
                        5:20 nothing binds `$C`
                        5:25 `$B` is bound by only some of the alternatives, so it may be missing here
                        """);
    }

    @Test
    void walksNothingButCollections() {
        String rule =
                "pack p version \"1\"\nset s = { A }\nrule r on toy {\nmatch each $X in %s\nreport \"R\"\n";

        assertThat(Compile.problems(rule.formatted("cals") + TESTED + "}"))
                .isEqualTo(
                        """
                        2:5 nothing uses `s`
                        4:18 `match each` walks a collection of `toy`, and `cals` is none; did you mean `calls`?
                        """);
        assertThat(Compile.problems(rule.formatted("$X.values") + TESTED + "}"))
                .isEqualTo(
                        """
                        2:5 nothing uses `s`
                        4:18 `match each` walks a collection of `toy`, named alone
                        """);
        assertThat(Compile.problems(rule.formatted("s") + TESTED + "}"))
                .isEqualTo(
                        """
                        4:18 `match each` walks a collection of `toy`, and `s` is none
                        """);
    }

    @Test
    void warnsOfStepsThatNoReaderFollowsYet() {
        assertThat(
                        Compile.problems(
                                Compile.rule("").replace("as $CALL", "as $CALL then `shut($X)`")))
                .isEqualTo(
                        """
                        7:41 `then` asks for the paths of control, which are not analysed in `toy`: the answer is always unknown
                        """);
    }

    @Test
    void refusesDefinitionsThatContradictThemselves() {
        assertThat(
                        Compile.problems(
                                """
                                pack p version "1"
                                map m = { A -> B, A -> C }
                                parameter n = 99999999999999999999 "how many"
                                parameter s = { a, "\\q" }
                                """))
                .isEqualTo(
                        """
                        2:19 the map has `A` before
                        3:15 `99999999999999999999` does not fit into 64 bits
                        4:21 `\\q` means nothing; write `\\\\` for a backslash
                        """);
    }

    @Test
    void saysWhereARuleEnds() {
        assertThat(
                        Compile.problems(
                                """
                                pack p version "1"
                                rule r on toy {
                                    title "T"

                                set s = { A }
                                """))
                .isEqualTo(
                        """
                        5:1 the rule is not closed: `}` is missing before `set`
                        """);
        assertThat(Compile.problems("pack p version \"1\"\ntitle \"T\""))
                .isEqualTo(
                        """
                        2:1 `title` stands in no rule: a `}` before it closes too early
                        """);
    }

    @Test
    void suggestsADefinition() {
        assertThat(Compile.problems("pack p version \"1\"\nrlue r on toy { }"))
                .isEqualTo(
                        """
                        2:1 expected a definition such as `rule` or `set`, found `rlue`; did you mean `rule`?
                        """);
    }

    @Test
    void saysThatAWordIsTaken() {
        assertThat(Compile.problems("pack p version \"1\"\nset title = { A }"))
                .isEqualTo(
                        """
                        2:5 `title` is a word of the rules language and no name
                        """);
    }

    @Test
    void wantsAPackInEveryFile() {
        assertThat(Compile.problems(""))
                .isEqualTo(
                        "1:1 a file begins with its pack: `pack team::rules version \"1.0.0\"`\n");
    }

    @Test
    void saysThatACommentIsNotClosed() {
        assertThat(Compile.problems("pack p /* never"))
                .isEqualTo("1:8 this comment is not closed: `*/` is missing\n");
    }

    @Test
    void checksSetsThatNoRuleUses() {
        assertThat(Compile.problems("pack p\nset s = { \"a\\q\", 0x1FFFFFFFFFFFFFFFF, A }"))
                .isEqualTo(
                        """
                        2:13 `\\q` means nothing; write `\\\\` for a backslash
                        2:18 `0x1FFFFFFFFFFFFFFFF` does not fit into 64 bits
                        """);
    }

    @Test
    void namesTheSetThatHoldsNoConstant() {
        assertThat(
                        Compile.problems(
                                Compile.rule("    where const($MODE) has modes\n")
                                        + "set modes = { READ, WRIET }"))
                .isEqualTo(
                        """
                        12:28 `has` asks for bits, but `WRIET` of the set `modes` is no constant of `toy`; did you mean `WRITE`?
                        """);
    }

    @Test
    void findsWhatOtherFilesDefine() {
        String shared = "pack q\nset s = { A }\npattern p = `f($X)`";
        String rule = Compile.rule("    where $DOOR in %s and $MODE matches %s\n");

        assertThat(
                        Compile.files(
                                        Map.of(
                                                "a.rules",
                                                shared,
                                                "b.rules",
                                                rule.formatted("q::s", "q::p")))
                                .diagnostics())
                .isEmpty();
        assertThat(
                        Compile.files(
                                        Map.of(
                                                "a.rules",
                                                shared,
                                                "b.rules",
                                                rule.formatted("s", "p")
                                                        .replace(
                                                                "\"1.0.0\"",
                                                                "\"1.0.0\" import q::*")))
                                .diagnostics())
                .isEmpty();
        assertThat(
                        Compile.files(
                                        Map.of(
                                                "a.rules",
                                                shared,
                                                "b.rules",
                                                rule.formatted("s", "p")))
                                .diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "b.rules:12:20: error: `s` is no constant or collection of `toy` and no set, map or parameter;"
                                + " it is in `q`: write `import q::*`",
                        "b.rules:12:40: error: there is no pattern `p` here; it is in `q`: write"
                                + " `import q::*`");
    }

    @Test
    void wantsOnePackOfAllRules() {
        assertThat(
                        Compile.files(
                                        Map.of(
                                                "a.rules",
                                                Compile.rule(""),
                                                "b.rules",
                                                Compile.rule("")
                                                        .replace("rule r", "rule s")
                                                        .replace("1.0.0", "1.0.1"),
                                                "c.rules",
                                                Compile.rule("")
                                                        .replace("rule r", "rule t")
                                                        .replace(" version \"1.0.0\"", ""),
                                                "d.rules",
                                                "pack other\nset s = { A }"))
                                .diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "b.rules:1:6: error: all rules of one compile are one pack: a.rules:1:6 says"
                                + " `pack p version \"1.0.0\"`",
                        "c.rules:1:6: error: a pack with rules has a version: write `pack p version"
                                + " \"1.0.0\"`");
    }

    @Test
    void findsNamesThatAreUsedTwice() {
        assertThat(
                        Compile.files(
                                        Map.of(
                                                "a.rules",
                                                Compile.rule("") + "set s = { A }\nset s = { A }",
                                                "b.rules",
                                                Compile.rule("")))
                                .diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "a.rules:14:5: error: there is already a definition `s`, at a.rules:13:5",
                        "b.rules:3:6: error: there is already a rule `r`, at a.rules:3:6");
    }

    @Test
    void suggestsAnImport() {
        assertThat(
                        Compile.problems(
                                "pack p version \"1\"\nimport q::*\nimport p::s\nset s = { A }"))
                .isEqualTo(
                        """
                        2:8 there is nothing to import as `q::*`; did you mean `p::*`?
                        """);
    }
}
