package org.ringfence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ringfence.report.Style;
import picocli.CommandLine.Command;

/**
 * Does a little of everything, so that the launcher can archive the classes that quick commands
 * need.
 */
@Command(name = "warm-up", hidden = true, description = "Loads what quick commands need.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("ringfence");
        Path source = folder.resolve("warm-up.c");
        try {
            Files.writeString(
                    source,
                    "#include <ntddk.h>\nvoid F(void) { PVOID P = ExAllocatePoolWithTag(NonPagedPool, 1, 'x'); }\n");
            Terminal terminal =
                    new Terminal(
                            InputStream.nullInputStream(),
                            nowhere,
                            nowhere,
                            Style.COLOUR,
                            false,
                            folder);
            Main.run(terminal, "search", "any access ioctl");
            Main.run(terminal, "check", "warm-up.c");
            Main.run(terminal, "check", "--format", "sarif", "warm-up.c");
            Main.run(terminal, "--help");
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(folder);
        }
        return ExitCode.CLEAN;
    }
}
