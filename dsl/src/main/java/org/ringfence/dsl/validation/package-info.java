/**
 * Reports problems of rules files: in words of the language, at exact places, and never silently
 * none. What a problem is, {@code dsl.compile} says; here are the words for syntax and references,
 * and the checks between files.
 */
package org.ringfence.dsl.validation;
