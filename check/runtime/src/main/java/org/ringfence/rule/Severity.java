package org.ringfence.rule;

import java.util.Locale;

/** How bad a true finding is, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** As the rules language and reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
