package org.ringfence.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.report.Style;

/** Prints what the rules compiler has to say. */
final class Diagnostics {
    private Diagnostics() {}

    static void print(Terminal terminal, Path root, List<Diagnostic> diagnostics) {
        Style style = terminal.style();
        for (Diagnostic diagnostic : diagnostics) {
            boolean error = diagnostic.severity() == Diagnostic.Severity.ERROR;
            String word =
                    style.apply(
                            error ? Style.Ink.ALARM : Style.Ink.WARNING,
                            error ? "error" : "warning");
            terminal.out()
                    .println(place(root, diagnostic) + ": " + word + ": " + diagnostic.message());
        }
    }

    /** {@code path:line:column} below the compiled folder or file. */
    static String place(Path root, Diagnostic diagnostic) {
        Path file = Files.isDirectory(root) ? root.resolve(diagnostic.file()) : root;
        return file + ":" + diagnostic.line() + ":" + diagnostic.column();
    }
}
