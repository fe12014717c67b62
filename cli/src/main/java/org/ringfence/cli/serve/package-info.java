/**
 * Ringfence over HTTP. Requests come in; pages, JSON and the files of a site go out. A gate stands
 * before all of it: it refuses names that are not this server's, too much at once and too fast, and
 * sets the headers that keep pages to themselves. What is answered is decided at the desk and drawn
 * by the site; nothing here keeps what it was sent, or writes a file.
 */
package org.ringfence.cli.serve;
