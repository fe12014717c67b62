/**
 * A compiled rule as data. The compiler makes these records from the rules language, {@link
 * org.ringfence.rule.PackJson} writes and reads them, within {@link org.ringfence.rule.PackLimits}
 * and whatever the bytes say; a class of a pack jar constructs the same ones; the validator
 * evaluates them. Nothing here evaluates, and nothing here can loop: a rule is total by
 * construction.
 */
package org.ringfence.rule;
