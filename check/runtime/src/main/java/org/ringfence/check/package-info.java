/**
 * Rules meet subjects. A {@link org.ringfence.check.Validator} takes rule packs and inputs and
 * answers with a {@link org.ringfence.check.Report}: findings, and with the same care what was not
 * read, not understood or not run. Nothing here opens a file or prints.
 */
package org.ringfence.check;
