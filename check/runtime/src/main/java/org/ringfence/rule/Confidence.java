package org.ringfence.rule;

import java.util.Locale;

/** How likely a finding is true, likeliest first. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One step down, for a finding that rests on something unknown. */
    public Confidence lowered() {
        return this == HIGH ? MEDIUM : LOW;
    }
}
