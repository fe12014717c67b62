/**
 * Guidance as data: topics, their sections and links, the table of contents, and what is wrong with
 * them.
 *
 * <p>In come the parts that a reader of some page format has found; out goes one immutable, totally
 * ordered {@link org.ringfence.kb.Guidance}. This package never opens a file, and knows neither
 * Markdown nor a search engine.
 */
package org.ringfence.kb;
