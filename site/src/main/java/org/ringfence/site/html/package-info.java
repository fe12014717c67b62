/**
 * Pages as values in, HTML out.
 *
 * <p>Records say what stands on a page; templates (compiled with the build, escaping by context)
 * and one style sheet say how it looks. Addresses arrive finished and relative to the page. This
 * package never decides what is shown, never reads guidance or rules, and never opens a file of its
 * caller.
 */
package org.ringfence.site.html;
