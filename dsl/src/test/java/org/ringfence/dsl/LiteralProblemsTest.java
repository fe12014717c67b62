package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands in quotes and backticks. */
class LiteralProblemsTest {
    @Test
    void mapsProblemsOfAPatternIntoTheFile() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR matches `open(?, $X)`
                        """))
                .isEqualTo(
                        """
                        12:31 `?` means nothing in toy
                        """);
    }

    @Test
    void mapsProblemsOfABlockThroughItsIndentation() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR matches ```
                                open(
                                  a, ?,
                                ;)
                            ```
                        """))
                .isEqualTo(
                        """
                        14:14 `?` means nothing in toy
                        15:9 `;` means nothing in toy
                        """);
    }

    @Test
    void saysWhereATextOpensThatIsNotClosed() {
        assertThat(
                        Compile.problemsWith(
                                """
                            limits "not closed
                            hint "closed"
                        """))
                .isEqualTo(
                        """
                        12:12 this text is not closed: `"` is missing at the end of the line
                        """);
    }

    @Test
    void saysWhereCodeOpensThatIsNotClosed() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR matches `open()
                            hint "closed"
                        """))
                .isEqualTo(
                        """
                        12:25 the code that opens here is not closed: a backtick is missing at the end of the line
                        """);
    }

    @Test
    void saysWhereABlockOpensThatIsNotClosed() {
        assertThat(
                        Compile.problemsWith(
                                """
                            good ```
                                never

                        """))
                .isEqualTo(
                        """
                        12:10 the code that opens here is not closed: three backticks are missing
                        """);
    }

    @Test
    void suspectsABlockThatHoldsARule() {
        assertThat(
                        Compile.problemsWith(
                                """
                            good ```
                                never
                            bad ```
                            report "x"
                            good ```
                                never
                            ```
                        """))
                .isEqualTo(
                        """
                        12:10 the code that opens here is probably not closed: it ends where another block opens
                        15:5 a rule has one `report`; this is another
                        """);
    }

    @Test
    void suspectsABlockBeforeAnOddClause() {
        assertThat(
                        Compile.problemsWith(
                                """
                            good ```
                                never
                            bad ```
                                never
                            ```
                        """))
                .isEqualTo(
                        """
                        15:9 the code that opens before this is probably not closed: it ends where another block opens
                        """);
    }

    @Test
    void refusesUnknownEscapes() {
        assertThat(
                        Compile.problemsWith(
                                """
                            limits "a \\q"
                        """))
                .isEqualTo(
                        """
                        12:15 `\\q` means nothing; write `\\\\` for a backslash
                        """);
    }

    @Test
    void refusesDollarsThatNameNothing() {
        assertThat(
                        Compile.problemsWith(
                                """
                            fix safe replace $DOOR with `${m[1]} $ $$ $1`
                        """))
                .isEqualTo(
                        """
                        12:36 `m` is no constant or collection of `toy` and no set, map or parameter
                        12:42 a capture such as `$X` is wanted here; write `$$` for a dollar
                        12:47 a capture such as `$X` is wanted here; write `$$` for a dollar
                        """);
    }
}
