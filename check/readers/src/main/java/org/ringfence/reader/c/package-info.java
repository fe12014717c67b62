/**
 * Reads driver C and C++ without headers and without a compiler. The text is cut into tokens whose
 * offsets are exact; annotations go to a side table; the arms of an {@code #if} between statements
 * stay as a choice, others are read on their own, and {@code #if 0} is a comment. A tolerant parser
 * makes nodes of the rest, and of the bodies of {@code #define}s. Constants are evaluated through
 * the macros and enums of the file and a table of well-known numbers. Patterns are read with the
 * same parsers.
 *
 * <p>What cannot be read is skipped to the next semicolon or brace and is a gap. Nothing here
 * throws for what a text says, follows an {@code #include}, or reads deeper than fixed limits.
 */
package org.ringfence.reader.c;
