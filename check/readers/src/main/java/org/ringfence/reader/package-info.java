/**
 * Files become subjects. A {@link org.ringfence.reader.SourceTree} walks folders, picks the reader
 * of each file by its name, has its bytes decoded by a {@link org.ringfence.reader.Decoder} and
 * hands out {@link org.ringfence.check.Input}s one at a time, in the same order on every machine.
 *
 * <p>This package never parses: the packages below it do, one kind of subject each. It follows no
 * link out of what it was given twice, and writes nothing.
 */
package org.ringfence.reader;
