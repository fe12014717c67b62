package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not the grammar, said as a colleague would. */
class SyntaxProblemsTest {
    @Test
    void suggestsAClause() {
        assertThat(
                        Compile.problemsWith(
                                """
                            whre $DOOR is call
                        """))
                .isEqualTo(
                        """
                        12:5 expected a clause such as `where`, found `whre`; did you mean `where`?
                        """);
    }

    @Test
    void saysWhereRelatedBelongs() {
        assertThat(
                        Compile.problemsWith(
                                """
                            related $DOOR "x"
                        """))
                .isEqualTo(
                        """
                        12:5 `related` stands behind a `report`
                        """);
    }

    @Test
    void wantsATextInQuotes() {
        assertThat(
                        Compile.problemsWith(
                                """
                            hint title
                        """))
                .isEqualTo(
                        """
                        12:10 expected a text in double quotes, found `title`
                        13:1 expected a text in double quotes, found `}`
                        """);
    }

    @Test
    void wantsACondition() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where
                        """))
                .isEqualTo(
                        """
                        13:1 expected a condition, found `}`
                        """);
    }

    @Test
    void wantsASecondCondition() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR is call and
                        """))
                .isEqualTo(
                        """
                        13:1 expected a condition, found `}`
                        """);
    }

    @Test
    void wantsAClosingParenthesis() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where ($DOOR is call
                        """))
                .isEqualTo(
                        """
                        13:1 expected `)`, found `}`
                        """);
    }

    @Test
    void wantsAValue() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR ==
                        """))
                .isEqualTo(
                        """
                        13:1 expected a value such as `$X`, found `}`
                        """);
    }

    @Test
    void wantsACapture() {
        assertThat(
                        Compile.problemsWith(
                                """
                            match each DOOR in calls
                        """))
                .isEqualTo(
                        """
                        12:16 expected a capture such as `$X`, found `DOOR`
                        """);
    }

    @Test
    void wantsATopic() {
        assertThat(
                        Compile.problemsWith(
                                """
                            topic
                        """))
                .isEqualTo(
                        """
                        13:1 expected the id of a topic, found `}`
                        """);
    }

    @Test
    void wantsNoBlanksInATopic() {
        assertThat(
                        Compile.problemsWith(
                                """
                            topic doors / open
                        """))
                .isEqualTo(
                        """
                        12:17 expected a clause such as `where`, found `/`
                        """);
    }

    @Test
    void wantsANumber() {
        assertThat(
                        Compile.problemsWith(
                                """
                            cwe x
                        """))
                .isEqualTo(
                        """
                        12:9 expected a number, found `x`
                        """);
    }

    @Test
    void wantsWhatAFixDoes() {
        assertThat(
                        Compile.problemsWith(
                                """
                            fix safe
                        """))
                .isEqualTo(
                        """
                        13:1 expected `replace`, found `}`
                        """);
    }

    @Test
    void wantsATest() {
        assertThat(
                        Compile.problemsWith(
                                """
                            todo
                        """))
                .isEqualTo(
                        """
                        13:1 expected `bad` or `good`, found `}`
                        """);
    }
}
