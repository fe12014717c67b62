package org.ringfence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  ringfence test team-rules --watch",
            "  ringfence test team-rules --mutate --rule no-raw-pool"
        })
final class TestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR|FILE", description = "A folder of .rules files, or one of them.")
    private Path source = Path.of("");

    @Mixin private Imports imports = new Imports();

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

    @Option(
            names = "--format",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(
            names = "--watch",
            description =
                    "Run again whenever a rule, a page or a fixture changes, until Ctrl-C ends it.")
    private boolean watch;

    /** Report formats, as the option spells them. */
    enum Format {
        text,
        json,
        junit
    }

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(source);
        return watch ? watched(path) : run(path);
    }

    private int run(Path path) throws IOException {
        TestResult result = new TestRun(terminal, path, imports.jars(terminal), only, mutate).run();
        if (format == Format.text) {
            Diagnostics.print(terminal, path, result.compiled().diagnostics());
            new TestText(terminal).print(result);
            return result.code();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format == Format.json) {
            TestJson.write(result, mutate, bytes);
        } else {
            TestJunit.write(result, bytes);
        }
        bytes.writeTo(terminal.out());
        terminal.out().flush();
        return result.code();
    }

    /** Ends with the code of the last run, where something else than Ctrl-C ends it. */
    private int watched(Path path) throws IOException {
        List<SubjectReader> readers = SubjectReader.onClassPath();
        Predicate<String> counts =
                name ->
                        name.endsWith(".rules")
                                || name.endsWith(".md")
                                || readers.stream().anyMatch(reader -> reader.reads(name));
        try (FolderWatch folder = new FolderWatch(path, counts)) {
            while (true) {
                int code = run(path);
                terminal.say("Waiting for a change below " + source + "; Ctrl-C ends.");
                try {
                    terminal.say("Changed: " + String.join(", ", folder.changed()));
                } catch (InterruptedException e) {
                    return code;
                }
            }
        }
    }
}
