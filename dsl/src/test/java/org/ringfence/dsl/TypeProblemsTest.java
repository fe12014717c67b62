package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that do not go together. */
class TypeProblemsTest {
    @Test
    void countsArguments() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR, $MODE) == 0
                            where kernel($DOOR)
                        """))
                .isEqualTo(
                        """
                        12:11 `const` takes 1 argument, but has 2 here
                        13:11 `kernel` takes no arguments, but has 1 here
                        """);
    }

    @Test
    void knowsTheTypesOfArguments() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const("a") == 0
                            where value-of($DOOR, $MODE) == text($DOOR)
                        """))
                .isEqualTo(
                        """
                        12:17 `const` takes a piece of the subject here, but this is a text
                        """);
    }

    @Test
    void comparesNumbersWithNumbersOnly() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR) == "0"
                            where $DOOR == "a" and const($DOOR) < 0x10
                        """))
                .isEqualTo(
                        """
                        12:11 this compares a number with a text, which are never equal
                        """);
    }

    @Test
    void saysHowAPieceOfTheSubjectBecomesANumber() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR == 0
                        """))
                .isEqualTo(
                        """
                        12:11 this compares a piece of the subject with a number, which are never equal; ask for its number with `const(...)`
                        """);
    }

    @Test
    void doesNotCompareTruthOrLists() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where kernel() == READ
                            where kernel() == true
                            where any $M in macros satisfies ($M.values == "x")
                        """))
                .isEqualTo(
                        """
                        12:11 what is true or false is not compared: it stands alone, or behind `not`
                        13:11 what is true or false is not compared: it stands alone, or behind `not`
                        13:23 there is no `true`: what is true or false stands alone, or behind `not`
                        14:38 a list is not compared: use `in`, `any` or `every`
                        """);
    }

    @Test
    void wantsAConditionThatCanBeFalse() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR)
                            where "x"
                            where kernel() and $CALL.name
                        """))
                .isEqualTo(
                        """
                        12:11 this is a number, not a condition: compare it with something
                        13:11 this is a text, not a condition: compare it with something
                        """);
    }

    @Test
    void looksForNumbersAmongConstants() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR) in { READ, WRIET, 7 }
                            where $DOOR in { READ, WRIET, 7 }
                        """))
                .isEqualTo(
                        """
                        12:35 a number is looked for, but `WRIET` is no constant of `toy`; did you mean `WRITE`?
                        """);
    }

    @Test
    void wantsASetBehindIn() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR in const($MODE)
                            where kernel() in { A }
                        """))
                .isEqualTo(
                        """
                        12:20 `in` wants a set or a list, but this is a number
                        13:11 true or false is no item of a set
                        """);
    }

    @Test
    void testsBitsOfNumbers() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where $DOOR has READ
                            where const($DOOR) lacks { READ, x }
                            where const($DOOR) overlaps "x"
                        """))
                .isEqualTo(
                        """
                        12:11 `has` asks for bits, but this is a piece of the subject
                        13:38 `lacks` asks for bits, but `x` is no constant of `toy`
                        14:33 `overlaps` asks for bits, but this is a text
                        """);
    }

    @Test
    void wantsSomethingToCompare() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where has READ
                            where == 1
                        """))
                .isEqualTo(
                        """
                        12:11 this compares nothing: write a value such as `$X` before it
                        13:11 this compares nothing: write a value such as `$X` before it
                        """);
    }

    @Test
    void walksLists() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where any $M in $DOOR satisfies ($M is call)
                        """))
                .isEqualTo(
                        """
                        12:21 `any` walks a list, but this is a piece of the subject
                        """);
    }

    @Test
    void asksPiecesOfTheSubjectForShapeAndAttributes() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR).name == "a"
                            where @file contains `f()`
                            where const($DOOR) is call
                        """))
                .isEqualTo(
                        """
                        12:24 a number has no attributes
                        13:11 `contains` asks about a piece of the subject, but this is a text
                        14:11 `is` asks about a piece of the subject, but this is a number
                        """);
    }

    @Test
    void pointsToPlacesOnly() {
        assertThat(
                        Compile.problemsWith(
                                """
                            let $N = const($MODE)
                            fix safe replace $N with `$N`
                            fix safe replace @macro with `x`
                        """))
                .isEqualTo(
                        """
                        13:22 `$N` is a number, which stands nowhere in the source
                        13:31 `$N` is a number, which is no code
                        14:22 `@macro` is a text, which stands nowhere in the source
                        """);
    }

    @Test
    void fitsNumbersInto64Bits() {
        assertThat(
                        Compile.problemsWith(
                                """
                            where const($DOOR) == 99999999999999999999
                            where const($DOOR) == 0xFFFFFFFFFFFFFFFF
                            where const($DOOR) == 0x1FFFFFFFFFFFFFFFF
                        """))
                .isEqualTo(
                        """
                        12:27 `99999999999999999999` does not fit into 64 bits
                        14:27 `0x1FFFFFFFFFFFFFFFF` does not fit into 64 bits
                        """);
    }
}
