package org.ringfence.cli.browse;

import java.io.IOException;
import java.util.List;
import org.ringfence.kb.search.Hit;

/** Where what is shown comes from. */
public interface Source {
    /** Returns the pages that answer a query, best first; none for a blank one. */
    List<Hit> find(String query) throws IOException;

    /** Returns the page of a hit as lines of text, Markdown where it is known. */
    List<String> read(Hit hit) throws IOException;

    /** Opens the page of a hit in a browser, and returns what is to be said about that. */
    String open(Hit hit) throws IOException;
}
