/** Reads driver C and C++. */
package org.ringfence.reader.c;
