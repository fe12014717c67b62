package org.ringfence.subject;

import java.util.List;
import java.util.Objects;

/** What an expression of a rule can be. */
public sealed interface Value {
    /** The value exists but was not found out; {@code why} completes "unknown because ...". */
    record Unknown(String why) implements Value {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }
    }

    /** There is no such value. */
    record Absent() implements Value {}

    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** An integer, wrapping at 64 bits; {@code unsigned} masks keep their bit pattern. */
    record Int(long value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Element(Node node) implements Value {
        public Element {
            Objects.requireNonNull(node, "node");
        }
    }

    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }
}
