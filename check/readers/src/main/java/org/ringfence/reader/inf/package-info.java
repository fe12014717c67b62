/**
 * Reads INF and INX files: sections, lines and the values of the registry that they write, with
 * comments, continuations, quotes and {@code %tokens%} resolved and with names compared without
 * case. What leads to a section (models, install sections, AddReg) is followed within the file;
 * {@code Include} and {@code Needs} are not.
 */
package org.ringfence.reader.inf;
