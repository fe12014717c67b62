/**
 * Guidance in, a search index on disk; a query in, ranked hits with passages out.
 *
 * <p>An index is replaced as a whole or not at all. Any text is a valid query. This package alone
 * knows the search engine, and never reads a page.
 */
package org.ringfence.kb.search;
