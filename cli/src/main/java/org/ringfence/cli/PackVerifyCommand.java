package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ringfence.dsl.pack.Verification;
import org.ringfence.report.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringfence pack verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a pack is whole and can be run here: its hashes, its format, the features it"
                    + " needs, and that its class constructs what its JSON says.",
            "Who wrote it is not said: a pack carries no signature yet."
        },
        footerHeading = "%n",
        footer = "Exit codes: 0 all is well, 1 something is not, 2 it cannot be read.")
final class PackVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "JAR", description = "A pack that `ringfence compile` wrote.")
    private Path jar = Path.of("");

    PackVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(jar);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        Verification result = Verification.of(path);
        for (String problem : result.problems()) {
            terminal.out()
                    .println(
                            jar
                                    + ": "
                                    + terminal.style().apply(Style.Ink.ALARM, "error")
                                    + ": "
                                    + problem);
        }
        if (!result.summary().isEmpty()) {
            terminal.out().println(result.summary());
        }
        return result.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
}
