package org.ringfence.site.highlight;

import java.util.Objects;

/**
 * A run of characters that is more than plain text.
 *
 * @param start offset of its first character, 0-based, in UTF-16 units
 * @param end offset behind its last character
 */
public record Token(Kind kind, int start, int end) {
    /** What a run of characters is. */
    public enum Kind {
        COMMENT,
        STRING,
        NUMBER,
        KEYWORD,
        /** a directive, a section, a tag */
        DIRECTIVE,
        /** a key or an attribute */
        NAME,
        /** a constant or a type */
        CONSTANT,
        FUNCTION,
        VARIABLE,
        /** what stands before the words of a person at a terminal */
        PROMPT;

        /** Returns the name for the style sheet. */
        public String style() {
            return "h-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Token {
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(start + " to " + end);
        }
    }
}
