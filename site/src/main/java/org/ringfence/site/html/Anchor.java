package org.ringfence.site.html;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Names of places inside a page. */
public final class Anchor {
    private static final String PLAIN =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private Anchor() {}

    /** Returns the address of an anchor on the same page, percent-encoded; {@code #} for none. */
    public static String href(String anchor) {
        StringBuilder href = new StringBuilder("#");
        for (byte b : anchor.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                href.append((char) b);
            } else {
                href.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
            }
        }
        return href.toString();
    }

    /** Returns an anchor that looks like {@code wanted} and is not yet taken, and takes it. */
    public static String unused(String wanted, Set<String> taken) {
        String plain =
                wanted.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String anchor = plain.isEmpty() ? "section" : plain;
        for (int i = 2; taken.contains(anchor); i++) {
            anchor = (plain.isEmpty() ? "section" : plain) + "-" + i;
        }
        taken.add(anchor);
        return anchor;
    }
}
