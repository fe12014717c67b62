package org.ringfence.dsl.formatting2;

import java.util.List;
import org.ringfence.dsl.compile.Problem;

/** What came of laying a file out. */
public sealed interface Formatted {
    /** The whole text. */
    record Text(String text) implements Formatted {}

    /** A file that is not laid out, because it is not in the language; at least one problem. */
    record Broken(List<Problem> problems) implements Formatted {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
