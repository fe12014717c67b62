package org.ringfence.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;

/**
 * A regular expression that is matched in time linear in the text: RE2's syntax, which has no
 * look-around and no back-references.
 */
public final class Regex {
    private static final int MAX_LENGTH = 1000;

    /** States that the compiled expression may have; repetitions of repetitions multiply. */
    private static final int MAX_SIZE = 20_000;

    private static final int STATES_PER_STEP = 16;

    private final Pattern pattern;
    private final long size;

    private Regex(Pattern pattern, long size) {
        this.pattern = pattern;
        this.size = size;
    }

    /** What keeps a text from being a regular expression; the message is for its author. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** Compiles a regular expression. */
    public static Regex of(String text) throws Malformed {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_LENGTH) {
            throw new Malformed("a regular expression has at most " + MAX_LENGTH + " characters");
        }
        long size = RepeatedSize.of(text);
        if (size > MAX_SIZE) {
            throw new Malformed("its repetitions multiply to more than " + MAX_SIZE + " states");
        }
        try {
            return new Regex(Pattern.compile(text, Pattern.DOTALL), size);
        } catch (PatternSyntaxException e) {
            throw new Malformed(e.getDescription() + ": `" + e.getPattern() + "`");
        }
    }

    /** About how many visited nodes matching a text is worth: states times characters count. */
    public long steps(String text) {
        return size * text.length() / STATES_PER_STEP;
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches();
    }
}
