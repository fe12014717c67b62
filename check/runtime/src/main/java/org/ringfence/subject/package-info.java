/**
 * What can be checked. A {@link org.ringfence.subject.SubjectReader} turns a {@link
 * org.ringfence.subject.Source} into a {@link org.ringfence.subject.Subject}: a forest of {@link
 * org.ringfence.subject.Node}s, the words a prefilter may ask for, and named collections. Each
 * reader declares its {@link org.ringfence.subject.Vocabulary} once; rules are type-checked against
 * it. Code-pattern literals are parsed by the reader's own parser behind {@link
 * org.ringfence.subject.PatternParser}, so that a pattern means exactly what the engine sees.
 *
 * <p>This package never opens a file and knows no rule.
 */
package org.ringfence.subject;
