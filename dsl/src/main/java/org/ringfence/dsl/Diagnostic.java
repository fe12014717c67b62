package org.ringfence.dsl;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something in a rules file that its author has to look at.
 *
 * @param file the path below the compiled folder, with {@code /}
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @param length in UTF-16 units, at least 0
 * @param code what sort of problem, such as {@code dangling-topic}
 * @param message a sentence without its end
 */
public record Diagnostic(
        Severity severity,
        String file,
        int line,
        int column,
        int length,
        String code,
        String message)
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
