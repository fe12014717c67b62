/**
 * Guidance and rule packs in, a static web site out.
 *
 * <p>{@link org.ringfence.site.Site} is the door. What it writes needs no server, no script and no
 * other host, and the same input gives the same bytes. This package compiles no rule and runs none:
 * what the checker says about an example comes from the caller, through {@link
 * org.ringfence.site.Examples}.
 */
package org.ringfence.site;
