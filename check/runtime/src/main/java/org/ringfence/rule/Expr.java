package org.ringfence.rule;

import java.util.List;
import java.util.Objects;

/** An expression of a rule. */
public sealed interface Expr {
    /** {@code $X} is {@code "X"}; {@code @macro} is {@code "@macro"}. */
    record Capture(String name) implements Expr {
        public Capture {
            Objects.requireNonNull(name, "name");
        }
    }

    /** A function of the subject's vocabulary. */
    record Call(String function, List<Expr> arguments) implements Expr {
        public Call {
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
        }
    }

    record Attribute(Expr target, String name) implements Expr {
        public Attribute {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(name, "name");
        }
    }

    /** A collection of the subject's vocabulary. */
    record Collection(String name) implements Expr {
        public Collection {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A number; {@code written} is how the author spelled it: {@code OBJ_KERNEL_HANDLE}, {@code
     * 0x200}.
     */
    record Number(long value, String written) implements Expr {
        public Number {
            Objects.requireNonNull(written, "written");
        }
    }

    record Text(String text) implements Expr {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A set; {@code name} is empty for one written in place. */
    record Set(String name, List<Expr> items) implements Expr {
        public Set {
            Objects.requireNonNull(name, "name");
            items = List.copyOf(items);
        }
    }

    /**
     * The value that a map has for a key; nothing where it has none.
     *
     * @param map the name of the map
     */
    record Lookup(String map, List<Entry> entries, Expr key) implements Expr {
        public Lookup {
            Objects.requireNonNull(map, "map");
            entries = List.copyOf(entries);
            Objects.requireNonNull(key, "key");
        }
    }

    record Entry(Expr key, Expr value) {
        public Entry {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * What a team can set.
     *
     * @param name with its pack: {@code acme::drivers::max-stack}
     * @param value what it is where nobody sets it: a number, a text or a set
     */
    record Parameter(String name, Expr value) implements Expr {
        public Parameter {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }
}
