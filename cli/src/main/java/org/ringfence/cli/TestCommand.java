package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.check.Input;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.CompileResult;
import org.ringfence.reader.SourceTree;
import org.ringfence.report.Style;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
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
        footer = "Example: ringfence test team-rules")
final class TestCommand implements Callable<Integer> {
    private final Terminal terminal;
    private int passed;
    private int failed;

    @Parameters(paramLabel = "DIR|FILE", description = "A folder of .rules files, or one of them.")
    private Path source = Path.of("");

    @Option(
            names = "--import",
            paramLabel = "JAR",
            description =
                    "A pack whose definitions the rules may import, besides those of the built-in"
                            + " pack. Can be repeated.")
    private List<Path> imports = List.of();

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(source);
        List<SubjectReader> readers = SubjectReader.onClassPath();
        CompileResult result =
                RuleSources.compile(path, readers, imports.stream().map(terminal::path).toList());
        Diagnostics.print(terminal, path, result.diagnostics());
        RuleTester tester = new RuleTester(readers);
        result.pack().rules().forEach(rule -> examples(tester, rule));
        if (Files.isDirectory(path)) {
            fixtures(path, tester, readers, result.pack());
        }
        summary(result);
        return !result.ok() ? ExitCode.ERROR : failed > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private void examples(RuleTester tester, Rule rule) {
        for (RuleTester.Outcome outcome : tester.test(rule)) {
            Rule.Example example = outcome.example();
            String kind = example.kind() == Rule.Example.Kind.BAD ? "bad" : "good";
            String label = example.label().isEmpty() ? "" : " \"" + example.label() + "\"";
            count(outcome.failure(), example.origin() + ": " + rule.id() + ", " + kind + label);
        }
    }

    private void fixtures(
            Path folder, RuleTester tester, List<SubjectReader> readers, RulePack pack)
            throws IOException {
        for (Input input : new SourceTree(readers, folder).read(List.of(folder))) {
            if (input instanceof Input.Readable readable) {
                Subject subject = readable.subject();
                if (subject.source().path().startsWith("target/")) {
                    continue; // what a build copied there, as for the compiler
                }
                List<String> differences = tester.fixture(subject, pack.rules());
                count(String.join("\n", differences), subject.source().path());
            } else if (input instanceof Input.Skipped skipped) {
                count(skipped.reason(), skipped.path());
            }
        }
    }

    private void count(String failure, String what) {
        if (failure.isEmpty()) {
            passed++;
            return;
        }
        failed++;
        terminal.out().println(terminal.style().apply(Style.Ink.ALARM, "FAILED") + " " + what);
        failure.lines().forEach(line -> terminal.out().println("    " + line));
    }

    private void summary(CompileResult result) {
        String counts = passed + " passed, " + failed + " failed";
        terminal.out()
                .println(
                        terminal.style()
                                        .apply(
                                                failed == 0 ? Style.Ink.GOOD : Style.Ink.ALARM,
                                                counts)
                                + " ("
                                + result.pack().rules().size()
                                + " rules)");
    }
}
