package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every rule's bad and good examples, and the fixtures beside the rules.",
            "A fixture is a file that a reader reads: each line marked with //!! RULE (;!! in INF) must be"
                    + " flagged by that rule, and no other line by any."
        },
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 all pass, 1 a test fails or a mutant survives, 2 the rules have errors.",
            "Examples:",
            "  ringfence test team-rules",
            "  ringfence test team-rules --mutate --rule no-raw-pool"
        })
final class TestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR|FILE", description = "A folder of .rules files, or one of them.")
    private Path source = Path.of("");

    @Option(
            names = "--mutate",
            description =
                    "Also drop, loosen or tighten each clause of each rule in turn, and name the"
                            + " changes that no example notices.")
    private boolean mutate;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "Only the examples of this rule, no fixtures. Can be repeated.")
    private Set<String> only = new LinkedHashSet<>();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(source);
        TestResult result = new TestRun(terminal, path, only, mutate).run();
        Diagnostics.print(terminal, path, result.compiled().diagnostics());
        new TestText(terminal).print(result);
        return result.code();
    }
}
