package org.ringfence.reader.inf;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared. */
final class Names {
    private static final Pattern DECORATION =
            Pattern.compile(
                    "\\.nt(x86|ia64|amd64|arm64|arm|\\$arch\\$)?(\\.[0-9.]*)?(?=\\.[a-z]|$)",
                    Pattern.CASE_INSENSITIVE);

    private Names() {}

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Without platform decorations. */
    static String base(String name) {
        return DECORATION.matcher(name).replaceFirst("");
    }

    /** As a key of maps: without platform decorations and case. */
    static String key(String name) {
        return lower(base(name));
    }
}
