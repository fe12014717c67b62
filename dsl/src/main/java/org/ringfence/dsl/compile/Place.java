package org.ringfence.dsl.compile;

/**
 * A stretch of a rules file.
 *
 * @param offset 0-based, in UTF-16 units
 * @param length in UTF-16 units, at least 0
 */
public record Place(int offset, int length) {}
