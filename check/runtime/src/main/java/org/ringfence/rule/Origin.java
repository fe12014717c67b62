package org.ringfence.rule;

import java.util.Objects;

/**
 * Where the author wrote it.
 *
 * @param file the path of the rules file below the compiled folder, with {@code /}
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record Origin(String file, int line, int column) {
    public Origin {
        Objects.requireNonNull(file, "file");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
