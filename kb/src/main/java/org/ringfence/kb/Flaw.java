package org.ringfence.kb;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Something wrong with the guidance itself, for the people who write it.
 *
 * @param kind what sort of thing
 * @param path the source file relative to the root, with {@code /}
 * @param line 1-based; 1 when the whole file is meant
 * @param column 1-based, counted in UTF-16 units; 1 when the whole line is meant
 * @param message what is wrong and what would be right
 */
public record Flaw(Kind kind, String path, int line, int column, String message)
        implements Comparable<Flaw> {

    private static final Comparator<Flaw> ORDER =
            Comparator.comparing(Flaw::path)
                    .thenComparingInt(Flaw::line)
                    .thenComparingInt(Flaw::column)
                    .thenComparing(Flaw::kind)
                    .thenComparing(Flaw::message);

    /** How bad it is: an error misleads a reader, a warning leaves one wanting. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The sorts of flaws. */
    public enum Kind {
        UNREADABLE_FILE(Severity.ERROR),
        BAD_FRONT_MATTER(Severity.ERROR),
        BAD_TOC(Severity.ERROR),
        DUPLICATE_ID(Severity.ERROR),
        DEAD_LINK(Severity.ERROR),
        DEAD_ANCHOR(Severity.ERROR),
        BAD_MARKDOWN(Severity.ERROR),
        MISSING_EXAMPLE(Severity.ERROR),
        MISSING_FILE(Severity.WARNING),
        MOVED_LINK(Severity.WARNING),
        BAD_REDIRECT(Severity.WARNING),
        MISSING_TITLE(Severity.WARNING),
        MISSING_SUMMARY(Severity.WARNING),
        DUPLICATE_TITLE(Severity.WARNING),
        ORPHAN(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }

        /** Returns the name for reports, such as {@code dead-link}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Flaw {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(path);
        Objects.requireNonNull(message);
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(path + ":" + line + ":" + column);
        }
    }

    public String code() {
        return kind.code();
    }

    public Severity severity() {
        return kind.severity();
    }

    /** By path, line, column, kind, message. */
    @Override
    public int compareTo(Flaw other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        var severityName = severity().name().toLowerCase(Locale.ROOT);
        return path
                + ":"
                + line
                + ":"
                + column
                + ": "
                + severityName
                + " "
                + code()
                + ": "
                + message;
    }
}
