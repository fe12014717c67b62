package org.ringfence.subject;

/**
 * A place as an editor shows it.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Position(int line, int column) {}
