/**
 * A {@link org.ringfence.check.Report} as people and other tools want it: text for a terminal,
 * SARIF 2.1.0 and plain JSON. The formats say the same; none of them decides anything. Paths and
 * URLs of guidance come from packs and the caller through {@link org.ringfence.report.Guide},
 * because this module knows no guidance.
 */
package org.ringfence.report;
