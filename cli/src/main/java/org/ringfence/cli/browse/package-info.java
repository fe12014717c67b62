/**
 * Searching while one types, on a terminal. Keys come in, screens go out; what is found and what a
 * topic says are asked of whoever opened it. Nothing here searches, reads a file or knows a
 * command.
 */
package org.ringfence.cli.browse;
