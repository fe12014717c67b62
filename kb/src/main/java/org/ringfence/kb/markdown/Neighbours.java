package org.ringfence.kb.markdown;

import java.util.Optional;

/** The other files that a page may draw in. */
@FunctionalInterface
interface Neighbours {

    /** Returns the text of a file by its path below the root; empty when it cannot be read. */
    Optional<String> text(String path);
}
