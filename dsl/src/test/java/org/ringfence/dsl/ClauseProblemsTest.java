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
                            where kernel()
                            where kernel()
                            unless kernel()
                            unless kernel()
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
    void refusesClausesThatAreNotRunYet() {
        assertThat(
                        Compile.problemsWith(
                                """
                            within somewhere
                            flow from `a` to `b`
                            fix safe insert after $DOOR `x`
                            fix safe set $CALL.name to 1
                            fix safe add `x` to $CALL
                        """))
                .isEqualTo(
                        """
                        12:5 `within` is not supported yet
                        12:12 there is no role `somewhere`
                        13:5 `flow` is not supported yet
                        14:14 `fix insert` is not supported yet
                        15:14 `fix set` is not supported yet
                        16:14 `fix add` is not supported yet
                        """);
    }

    @Test
    void refusesConditionsThatAreNotRunYet() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR like "x"
                            where $DOOR dominated by `x`
                            where $DOOR guarded by `x`
                            where $DOOR preceded by `x`
                            where $DOOR followed by `x` on every path
                            where $DOOR flows from `x`
                            where $DOOR flows to `x`
                        """))
                .isEqualTo(
                        """
                        12:17 `like` is not supported yet
                        13:17 `dominated by` is not supported yet
                        14:17 `guarded by` is not supported yet
                        15:17 `preceded by` is not supported yet
                        16:17 `followed by` is not supported yet
                        17:17 `flows from` is not supported yet
                        18:17 `flows to` is not supported yet
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
