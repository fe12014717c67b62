package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that nothing declares or binds. */
class NameProblemsTest {
    @Test
    void saysThatNothingBindsACapture() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $OTHER is call
                            where $DOR is call
                        """))
                .isEqualTo(
                        """
                        12:11 nothing binds `$OTHER`
                        13:11 nothing binds `$DOR`; did you mean `$DOOR`?
                        """);
    }

    @Test
    void saysThatACaptureIsForgotten() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $_ is call
                        """))
                .isEqualTo(
                        """
                        12:11 `$_` matches and forgets; give it a name in the pattern to use it here
                        """);
    }

    @Test
    void knowsWhatEveryMatchHas() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where @file == @macro
                            where @macros == "x"
                        """))
                .isEqualTo(
                        """
                        13:11 `@macros` is not among what every match on `toy` has: `@file`, `@macro`
                        """);
    }

    @Test
    void saysThatANameIsBoundTwice() {
        assertThat(
                        Compile.problemsWith(
                                """
                            let $DOOR = const($MODE)
                            let @x = const($MODE)
                            where any $CALL in calls satisfies kernel()
                        """))
                .isEqualTo(
                        """
                        12:9 `$DOOR` is already bound before
                        13:9 `@x` cannot be bound; write a name such as `$X`
                        14:15 `$CALL` is already bound before
                        """);
    }

    @Test
    void suggestsAKind() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR is cal
                        """))
                .isEqualTo(
                        """
                        12:20 `toy` has no kind `cal`; did you mean `call`?
                        """);
    }

    @Test
    void suggestsAFunction() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where cnst($DOOR) == 0
                        """))
                .isEqualTo(
                        """
                        12:11 `toy` has no function `cnst`; did you mean `const`?
                        """);
    }

    @Test
    void suggestsAConstant() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR) == REED
                        """))
                .isEqualTo(
                        """
                        12:27 `REED` is no constant or collection of `toy` and no set, map or parameter; did you mean `READ`?
                        """);
    }

    @Test
    void suggestsASet() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR in clls
                        """))
                .isEqualTo(
                        """
                        12:20 `clls` is no constant or collection of `toy` and no set, map or parameter; did you mean `calls`?
                        """);
    }

    @Test
    void suggestsAnAttribute() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $CALL.nam == "x"
                        """))
                .isEqualTo(
                        """
                        12:17 nothing in `toy` has an attribute `nam`; did you mean `name`?
                        """);
    }

    @Test
    void knowsTheAttributesOfAKind() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where any $M in macros satisfies ($M.count == 1)
                            where any $M in calls satisfies ($M.empty)
                        """))
                .isEqualTo(
                        """
                        12:42 a `define` has no attribute `count`
                        13:41 a `call` has no attribute `empty`
                        """);
    }

    @Test
    void forgetsWhatAnAlternativeConditionBinds() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR matches `f($A)` and $A is name
                            where $DOOR matches `f($B)` or $MODE is name
                            where not $DOOR contains `f($C)`
                            where $A is name and $B is name and $C is name
                        """))
                .isEqualTo(
                        """
                        15:26 nothing binds `$B`
                        15:41 nothing binds `$C`
                        """);
    }

    @Test
    void suggestsATopicAndASection() {
        assertThat(
                        Compile.problemsWith(
                                """
                            topic doors/opne, doors/open#wy, "doors/open#why"
                        """))
                .isEqualTo(
                        """
                        12:11 the guidance has no topic `doors/opne`; did you mean `doors/open`?
                        12:34 the topic `doors/open` has no section `wy`; did you mean `why`?
                        """);
    }

    @Test
    void saysWhichPatternIsMissing() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR matches unknown | `x`
                        """))
                .isEqualTo(
                        """
                        12:25 there is no pattern `unknown`; if it is code, write it in backticks
                        """);
    }

    @Test
    void suggestsARule() {
        assertThat(
                        Compile.problemsWith(
                                """
                            status deprecated replaced by rr
                        """))
                .isEqualTo(
                        """
                        12:35 there is no rule `rr`; did you mean `r`?
                        """);
    }

    @Test
    void findsUnboundCapturesInMessages() {
        assertThat(
                        Compile.problemsWith(
                                """
                            hint "h"
                            fix safe replace $DOR with `$MODE $X`
                            fix review replace with `$CAL`
                        """))
                .isEqualTo(
                        """
                        13:22 nothing binds `$DOR`; did you mean `$DOOR`?
                        13:39 nothing binds `$X`
                        14:30 nothing binds `$CAL`; did you mean `$CALL`?
                        """);
    }
}
