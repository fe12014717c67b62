package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.pack.PackFiles;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence compile}. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = {
            "Compiles rules into a pack that other tools can run, once their examples pass.",
            "The jar holds the rules with their examples as JSON, a document for each rule, the texts"
                    + " they were written in, and a class that constructs the same rules. The same rules"
                    + " give the same bytes."
        },
        footerHeading = "%n",
        footer = "Example: ringfence compile team-rules -o team-rules.jar")
final class CompileCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR|FILE", description = "A folder of .rules files, or one of them.")
    private Path source = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "JAR",
            required = true,
            description = "The pack to write.")
    private Path output = Path.of("");

    @Mixin private Imports imports = new Imports();

    CompileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(source);
        CompileResult result =
                RuleSources.tested(path, SubjectReader.onClassPath(), imports.jars(terminal));
        Diagnostics.print(terminal, path, result.diagnostics());
        if (!result.ok()) {
            terminal.error("no pack was written, because of the errors above");
            return ExitCode.ERROR;
        }
        if (result.pack().rules().isEmpty()) {
            terminal.error("no pack was written: there are no rules in " + source);
            return ExitCode.ERROR;
        }
        AtomicFile.write(terminal.path(output), PackFiles.jar(result.pack(), result.sources()));
        terminal.say(
                result.pack().name()
                        + " "
                        + result.pack().version()
                        + ": "
                        + result.pack().rules().size()
                        + " rules written to "
                        + output);
        return ExitCode.CLEAN;
    }
}
