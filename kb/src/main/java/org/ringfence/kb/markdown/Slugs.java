package org.ringfence.kb.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes anchors of headings as GitHub and Microsoft Learn do; one instance per page. */
final class Slugs {

    private final Set<String> used = new HashSet<>();

    /**
     * Returns the anchor of the next heading: {@code -1}, {@code -2} and so on tell repeated ones
     * apart.
     */
    String next(String heading) {
        var plain = slug(heading);
        var slug = plain;
        for (var i = 1; !used.add(slug); i++) {
            slug = plain + "-" + i;
        }
        return slug;
    }

    private static String slug(String heading) {
        var slug = new StringBuilder();
        heading.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                                slug.appendCodePoint(c);
                            } else if (Character.isWhitespace(c) || c == '\u00A0') {
                                slug.append('-');
                            }
                        });
        return slug.length() == 0 ? "section" : slug.toString();
    }
}
