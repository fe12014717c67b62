package org.ringfence.dsl;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ringfence.dsl.compile.Replacement;

/**
 * Something in a rules file that its author has to look at.
 *
 * @param file the path below the compiled folder, with {@code /}
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @param length in UTF-16 units, at least 0
 * @param code what sort of problem, such as {@code dangling-topic}
 * @param message a sentence without its end
 * @param cures what may be done about it, the best first; their offsets are 0-based UTF-16 units of
 *     the file's text, without a byte order mark
 */
public record Diagnostic(
        Severity severity,
        String file,
        int line,
        int column,
        int length,
        String code,
        String message,
        List<Replacement> cures)
        implements Comparable<Diagnostic> {
    /** By file and place. */
    private static final Comparator<Diagnostic> ORDER =
            Comparator.comparing(Diagnostic::file)
                    .thenComparingInt(Diagnostic::line)
                    .thenComparingInt(Diagnostic::column)
                    .thenComparing(Diagnostic::severity)
                    .thenComparing(Diagnostic::code)
                    .thenComparing(Diagnostic::message)
                    .thenComparingInt(Diagnostic::length);

    /** A diagnostic that nothing but its author can cure. */
    Diagnostic(
            Severity severity,
            String file,
            int line,
            int column,
            int length,
            String code,
            String message) {
        this(severity, file, line, column, length, code, message, List.of());
    }

    /** An error keeps a rule from being compiled; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        cures = List.copyOf(cures);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: error: message}. */
    @Override
    public String toString() {
        String word = severity == Severity.ERROR ? "error" : "warning";
        return file + ":" + line + ":" + column + ": " + word + ": " + message;
    }
}
