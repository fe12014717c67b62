/**
 * First drafts of rules. In goes code that must be found and, where there is some, similar code
 * that must not; out come the text of a rules file whose tests pass, and of the page of its topic.
 * A draft says what is wrong only as far as code shows it: the words are the author's to write.
 *
 * <p>Nothing here opens a file or runs a rule. Whether a draft is right is asked of the compiler
 * and of a {@link org.ringfence.dsl.draft.Trial}, not decided here.
 */
package org.ringfence.dsl.draft;
