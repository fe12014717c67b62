/** The rules language. */
package org.ringfence.dsl;
