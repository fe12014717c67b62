package org.ringfence.check;

import java.util.Objects;
import org.ringfence.subject.Subject;

/** What a caller hands to the validator for one file. */
public sealed interface Input {
    record Readable(Subject subject) implements Input {
        public Readable {
            Objects.requireNonNull(subject, "subject");
        }
    }

    /** A file that could not be read; {@code reason} completes "skipped: ...". */
    record Skipped(String path, String reason) implements Input {
        public Skipped {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
