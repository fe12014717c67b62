/**
 * Reads driver C and C++ without headers and without a compiler. The text is cut into tokens whose
 * offsets are exact; annotations go to a side table; the arms of an {@code #if} between statements
 * stay as a choice, others are read on their own, and {@code #if 0} is a comment. A tolerant parser
 * makes nodes of the rest, and of the bodies of {@code #define}s. Constants, sizes and texts are
 * evaluated through macros, enums, types and variables of the file, of the project headers that
 * {@link org.ringfence.subject.Neighbours} offer, and of a model of the WDK that lies in the
 * resources. Patterns are read with the same parsers.
 *
 * <p>What cannot be read is skipped to the next semicolon or brace and is a gap. Nothing here
 * throws for what a text says, opens a file itself, or reads deeper than fixed limits.
 */
package org.ringfence.reader.c;
