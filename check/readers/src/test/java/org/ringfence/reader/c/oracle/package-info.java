/**
 * A second opinion on what stands in C and C++ files, by simple means of its own: text is masked,
 * words are cut by a regular expression, braces are counted. It shares no code with the reader that
 * it judges and knows only what every subject shows.
 */
package org.ringfence.reader.c.oracle;
