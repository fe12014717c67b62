package org.ringfence.subject;

import java.util.Objects;

/** A stretch that a reader could not make sense of. Rules do not see it; reports say so. */
public record Gap(Span span, String reason) {
    public Gap {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(reason, "reason");
    }
}
