/**
 * Reads security descriptor strings by the grammar of MS-DTYP: in files, one a line, and inside
 * other sources, where a map of offsets leads back to the characters that were written. What
 * Windows would refuse is a problem node with the nearest valid spelling, so that rules can speak
 * of it; it is not a gap. Nothing here resolves a name on a machine or a domain.
 */
package org.ringfence.reader.sddl;
