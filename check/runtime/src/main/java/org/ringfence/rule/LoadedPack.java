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
     * {@code what} is the name of the pack or the rule; {@code reason} is a sentence without its
     * end.
     */
    record Refused(String what, String reason) implements LoadedPack {
        public Refused {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
