/**
 * The command {@code ringfence}: one class for each command, which reads its options, calls what
 * the other modules made, and prints. Exit codes: 0 clean, 1 findings, 2 usage or input error.
 * Nothing here decides what a finding is.
 */
package org.ringfence.cli;
