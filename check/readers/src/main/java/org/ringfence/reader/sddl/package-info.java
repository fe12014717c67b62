/** Reads security descriptor strings. */
package org.ringfence.reader.sddl;
