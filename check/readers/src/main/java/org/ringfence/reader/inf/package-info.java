/** Reads INF and INX files. */
package org.ringfence.reader.inf;
