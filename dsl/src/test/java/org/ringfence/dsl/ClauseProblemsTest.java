package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Clauses that are missing, stand twice, hold a wrong word or cannot be run yet. */
class ClauseProblemsTest {
    @Test
    void allowsMostClausesOnce() {
        assertThat(
                        Compile.problemsWith(
                                """
                            title "Again"
                            severity low
                            report "again"
                            match `x($Y)`
                            hint "a"
                            hint "b"
                        """))
                .isEqualTo(
                        """
                        12:5 a rule has one `title`; this is another
                        13:5 a rule has one `severity`; this is another
                        14:5 a rule has one `report`; this is another
                        15:5 a rule has one `match`; this is another
                        17:5 a rule has one `hint`; this is another
                        """);
    }

    @Test
    void allowsSomeClausesOften() {
        assertThat(
                        Compile.problemsWith(
                                """
                            severity low when kernel()
                            severity critical when $DOOR is call
                            topic doors/keys
                            cwe 1
                            cwe 2
                            where const($DOOR) == 1
                            where const($MODE) == 1
                            unless const($DOOR) == READ and $DOOR is name
                            unless $MODE is name
                            good `x`
                        """))
                .isEqualTo("");
    }

    @Test
    void knowsTheWordsOfClauses() {
        assertThat(
                        Compile.problemsWith(
                                """
                            severity hihg when kernel()
                            confidence sure
                            status stabel
                            fix sure replace $DOOR with `x`
                        """))
                .isEqualTo(
                        """
                        12:14 `hihg` is none of `critical`, `high`, `medium`, `low`; did you mean `high`?
                        13:16 `sure` is none of `high`, `medium`, `low`
                        14:12 `stabel` is none of `experimental`, `stable`, `deprecated`; did you mean `stable`?
                        15:9 a fix is `safe` or for `review`, not `sure`
                        """);
    }

    @Test
    void replacesOnlyWhatIsDeprecated() {
        assertThat(
                        Compile.problemsWith(
                                """
                            status stable replaced by r
                        """))
                .isEqualTo(
                        """
                        12:19 only a `deprecated` rule is replaced
                        """);
    }

    @Test
    void wantsNumbersOfWeaknesses() {
        assertThat(
                        Compile.problemsWith(
                                """
                            cwe 99999999999, 0, 79
                        """))
                .isEqualTo(
                        """
                        12:9 `99999999999` is no number of a CWE entry
                        12:22 `0` is no number of a CWE entry
                        """);
    }

    @Test
    void refusesClausesThatTheSubjectHasNoPlaceFor() {
        assertThat(
                        Compile.problemsWith(
                                """
                            within somewhere
                            fix safe set $CALL.empty to 1
                            fix safe set $CALL to 1
                            fix safe add `x` to $CALL.name
                            fix safe insert after $MOD `x`
                        """))
                .isEqualTo(
                        """
                        12:5 `within` asks for functions, and `toy` has none
                        12:12 there is no role `somewhere`
                        13:18 `empty` of `toy` cannot be set
                        14:18 `set` wants an attribute, such as `$X.value`
                        15:25 nothing can be added to this: it is a text
                        16:27 nothing binds `$MOD`; did you mean `$MODE`?
                        """);
    }

    @Test
    void refusesAFlowBesideAMatch() {
        assertThat(Compile.problemsWith("    flow from `a()` to `b()` depth 11\n"))
                .contains("7:5 a rule looks at a `match` or at a `flow`, not at both\n")
                .contains("12:36 a value passes 0 to 10 calls, not 11\n");
    }

    @Test
    void warnsOfQuestionsThatNoReaderAnswersYet() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR dominated by `f()`
                            where $DOOR guarded by `f()`
                            where $DOOR flows from `f()`
                        """))
                .isEqualTo(
                        """
                        12:17 `dominated by` asks for the paths of control, which are not analysed in `toy`: the answer is always unknown
                        13:17 `guarded by` asks for the paths of control, which are not analysed in `toy`: the answer is always unknown
                        14:17 `flows from` asks for the ways of data, which are not analysed in `toy`: the answer is always unknown
                        """);
    }

    @Test
    void refusesTextsThatAreNoRegularExpression() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR like "a(?!b)"
                            where $DOOR like ".*"
                            where const($DOOR) like "a"
                        """))
                .isEqualTo(
                        """
                        12:22 no regular expression: invalid or unsupported Perl syntax: `(?!`
                        13:22 every text is like this, so it asks nothing
                        14:11 `like` asks for a text, but this is a number
                        """);
    }

    @Test
    void wantsAFixForAFixedText() {
        assertThat(
                        Compile.problemsWith(
                                """
                            bad `x` fixed `y`
                            good `x` fixed `y`
                        """))
                .isEqualTo(
                        """
                        12:13 this rule has no `fix` that could give the `fixed` text
                        13:14 only a `bad` test has a `fixed` text
                        """);
    }

    @Test
    void wantsCodeInATest() {
        assertThat(
                        Compile.problemsWith(
                                """
                            good ```

                            ```
                        """))
                .isEqualTo(
                        """
                        12:10 this test has no code
                        """);
    }
}
