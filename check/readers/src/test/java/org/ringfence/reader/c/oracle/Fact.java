package org.ringfence.reader.c.oracle;

/** What is counted, each by the offset where it stands. */
enum Fact {
    /** A function with a body, by its name. */
    FUNCTION,
    /** A named call in a function, by its opening bracket. */
    CALL,
    /** A named call in the body of a macro, by its opening bracket. */
    MACRO_CALL,
    /** The name after an arrow or a point, in a function. */
    FIELD,
    SWITCH,
    /** {@code case} and {@code default}. */
    CASE,
    /** The words of structured exception handling, in both spellings. */
    SEH,
    /** A macro that is defined, by its name. */
    DEFINE,
    /** {@code #if}, {@code #ifdef}, {@code #ifndef}, by the hash. */
    IF
}
