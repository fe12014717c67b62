package org.ringfence.rule;

import java.util.List;
import java.util.Objects;

/** A text with holes. */
public record Template(List<Part> parts) {
    public Template {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    public record Plain(String text) implements Part {
        public Plain {
            Objects.requireNonNull(text, "text");
        }
    }

    public record Hole(Expr expr) implements Part {
        public Hole {
            Objects.requireNonNull(expr, "expr");
        }
    }
}
