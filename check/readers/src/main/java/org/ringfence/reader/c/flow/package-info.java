/**
 * Which ways control and values take through the functions of a file of C or C++. In goes the tree
 * of nodes that a reader made, out come answers to the questions of {@link
 * org.ringfence.subject.Flow}. A function becomes a graph of points in the order of evaluation, on
 * first use; structured exception handling, jumps, short circuits, routines that never return and
 * the arms of an {@code #if} are edges of it. Values are followed over that graph, and through
 * calls inside the file, by what is known of routines in {@code routines.flow}.
 *
 * <p>Where something was not read, or a search was cut, the answer is unknown and says why. Nothing
 * here parses, opens a file, or knows the classes of the nodes.
 */
package org.ringfence.reader.c.flow;
