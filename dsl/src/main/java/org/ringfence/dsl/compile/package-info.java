/**
 * Turns the parsed definitions of a rules file into the records of {@code org.ringfence.rule}.
 *
 * <p>In come linked syntax trees, the vocabularies of subjects and the guidance; out go rules, and
 * problems with their exact places in the file. Checking is part of compiling: there is no second
 * opinion on what a rule means. Nothing here reads a file.
 */
package org.ringfence.dsl.compile;
