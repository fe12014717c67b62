/**
 * Ringfence for programs that speak the Model Context Protocol. Requests come in, answers go out;
 * arguments are checked against what each tool says of them, and every answer is bounded. Texts of
 * pages and of checked code are handed on as data between marks that they cannot know. Nothing here
 * decides what an answer is, writes a file or opens a connection.
 */
package org.ringfence.cli.mcp;
