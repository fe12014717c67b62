package org.ringfence.dsl.compile;

import java.util.Locale;

/** What sort of problem it is, for editors and for people who search for it. */
public enum ProblemCode {
    /** not the grammar */
    SYNTAX,
    /** a literal that is not closed, or an escape or a number that is none */
    LITERAL,
    /** a reference to a definition that is not there */
    LINK,
    /** a part of the language that no engine runs yet */
    UNSUPPORTED,
    /** a name that the vocabulary does not declare */
    UNKNOWN_NAME,
    /** a word where only certain words stand */
    UNKNOWN_WORD,
    /** a topic or a section that the guidance does not have */
    DANGLING_TOPIC,
    /** a capture that nothing binds, or that only some alternatives bind */
    UNBOUND,
    /** a name that is bound or defined twice, or a clause that stands twice */
    DUPLICATE,
    /** a clause that a rule must have */
    MISSING,
    /** a code pattern that the subject's parser does not understand, or that matches everything */
    PATTERN,
    /** values that do not go together */
    TYPE,
    /** a condition or an alternative that decides nothing */
    DEAD,
    /** a definition or a value that nothing uses */
    UNUSED,
    /** a clause above what it needs */
    ORDER,
    /** a test that fails */
    EXAMPLE,
    /** files of one compile that contradict each other */
    PACK,
    /** a fault of the compiler itself */
    INTERNAL;

    /** As diagnostics show it: {@code unknown-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
