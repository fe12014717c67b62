/**
 * Code in, coloured runs out.
 *
 * <p>Small lexers for the languages that guidance on drivers shows. They only tell words apart, in
 * one pass from left to right and in time linear in the text; what they do not know stays plain.
 * They never parse, never fail, and never change a character.
 */
package org.ringfence.site.highlight;
