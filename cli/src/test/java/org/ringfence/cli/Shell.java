package org.ringfence.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringfence.report.Style;

/** Runs commands in a folder as a user in a pipe would. */
final class Shell {
    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    record Result(int code, String out, String err) {}

    Result run(String... args) {
        return runWithInput("", args);
    }

    Result runWithInput(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Style.PLAIN,
                        false,
                        folder);
        int code = Main.run(terminal, args);
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Shell with(String file, String text) {
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Shell with(String file, byte[] content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
