package org.ringfence.check;

import java.util.List;
import org.ringfence.rule.RulePack;

/** Runs rule packs over inputs. */
public final class Validator {
    private final List<RulePack> packs;

    private Validator(List<RulePack> packs) {
        this.packs = List.copyOf(packs);
    }

    public static Validator of(List<RulePack> packs) {
        return new Validator(packs);
    }

    /** Checks every input; one that fails never stops the rest. */
    public Report check(Iterable<Input> inputs) {
        throw new UnsupportedOperationException("not written yet: " + packs.size() + inputs);
    }
}
