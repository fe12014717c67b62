package org.ringfence.site;

import java.util.function.Supplier;

/**
 * A page or a text of a site.
 *
 * @param path below the root of the site
 * @param text makes it, on any thread
 * @param inputs a digest of all that it is made from, or an empty text where that is not known; the
 *     same digest means the same text
 */
record Output(String path, Supplier<String> text, Supplier<String> inputs) {}
