package org.ringfence.rule;

import java.util.List;
import java.util.Objects;

/** What came of reading a pack. */
public sealed interface LoadedPack {
    /**
     * A pack of this engine's format.
     *
     * @param refused rules that need what this engine does not know; they are not in {@code pack}
     */
    record Usable(RulePack pack, List<Refused> refused) implements LoadedPack {
        public Usable {
            Objects.requireNonNull(pack, "pack");
            refused = List.copyOf(refused);
        }
    }

    /**
     * {@code what} is the name of the pack, {@code acme::drivers}, or of the rule with that of its
     * pack, {@code acme::drivers::no-raw-pool}; {@code reason} is a sentence without its end, with
     * the place in the JSON where there is one.
     */
    record Refused(String what, String reason) implements LoadedPack {
        public Refused {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
