/**
 * Markdown pages in, guidance out.
 *
 * <p>A tree of pages (CommonMark with the GitHub extensions, YAML front matter, {@code toc.yml},
 * and the constructs of Microsoft Learn that occur in driver documentation) becomes a {@link
 * org.ringfence.kb.Guidance}: plain text for searching, resolved links, and HTML that is safe to
 * show even if the page was written to do harm. What is wrong with a page becomes a flaw with its
 * position; one bad page never stops the rest. This package never writes a file and decides no
 * address of the output.
 */
package org.ringfence.kb.markdown;
