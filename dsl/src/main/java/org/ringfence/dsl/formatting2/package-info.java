/**
 * Lays rules files out. In goes the text of a file, out comes the same text with other white space
 * between its tokens, or the syntax errors that keep it from being laid out. Tokens and comments
 * are never changed, and so neither is the code in backticks.
 */
package org.ringfence.dsl.formatting2;
