/**
 * What people and programs ask of guidance and rules while Ringfence stays open for them. Questions
 * come in as values, answers go out as values; both are bounded, and a question that cannot be
 * answered is a {@link org.ringfence.cli.desk.Wrong} that says what would be right. Nothing here
 * knows a protocol, a page or a terminal, and nothing writes a file.
 */
package org.ringfence.cli.desk;
