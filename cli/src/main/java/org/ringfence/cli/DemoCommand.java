package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.dsl.CompileResult;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.report.Guide;
import org.ringfence.report.Style.Ink;
import org.ringfence.report.TextReport;
import org.ringfence.site.Site;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ringfence demo}: the whole of it, once, on content that lies in the checkout. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Compiles the rules, indexes the guidance, checks a small insecure driver and writes the site.")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description =
                    "The folder of guidance, rules and the sample driver; default: docs-source of the checkout.")
    private Path content = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where index and site go; default: target/demo of the checkout.")
    private Path output = Path.of("");

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path home = Path.of(System.getProperty("ringfence.home", terminal.directory().toString()));
        Path docs =
                content.toString().isEmpty() ? home.resolve("docs-source") : terminal.path(content);
        Path target =
                output.toString().isEmpty()
                        ? home.resolve("target").resolve("demo")
                        : terminal.path(output);
        if (!Files.isDirectory(docs.resolve("fixtures/insecure-driver"))) {
            throw new UsageError(
                    docs
                            + ": there is no fixtures/insecure-driver in it; start the demo with the launcher of a checkout");
        }
        Files.createDirectories(target);
        List<SubjectReader> readers = SubjectReader.onClassPath();

        step("Compiling the rules of " + shown(docs));
        Guidance guidance = GuidanceReader.read(docs);
        CompileResult compiled = RuleSources.compile(docs, guidance, readers, List.of());
        Diagnostics.print(terminal, docs, compiled.diagnostics());
        terminal.out()
                .println(compiled.pack().rules().size() + " rules in " + compiled.pack().name());

        step("Indexing the guidance");
        GuidanceIndex.write(guidance, target.resolve("index"));
        terminal.out().println(guidance.topics().size() + " topics");

        step("Writing the site");
        Path site = target.resolve("site");
        SiteCommand.write(
                terminal,
                readers,
                new Site(guidance, List.of(compiled.pack())).withFiles(docs),
                site);

        step("Checking a driver that is insecure on purpose");
        RuleSources rules = new RuleSources(readers);
        rules.add(compiled.pack());
        Validator validator = new Validator(rules.packs(), readers);
        Report report =
                CheckCommand.read(
                        terminal,
                        readers,
                        List.of(docs.resolve("fixtures/insecure-driver")),
                        inputs -> validator.check(inputs));
        Guide guide =
                new Guide(
                        rules.packs(),
                        rule ->
                                shown(
                                        site.resolve("rules")
                                                .resolve(rule.id())
                                                .resolve("index.html")));
        terminal.out().print(new TextReport(terminal.style(), guide).write(report));

        next(site);
        return compiled.ok() && report.complete() ? ExitCode.CLEAN : ExitCode.ERROR;
    }

    private void step(String title) {
        terminal.out().println();
        terminal.out().println(terminal.style().apply(Ink.STRONG, "== " + title));
    }

    /** Relative to where the user is, if it lies below. */
    private String shown(Path path) {
        Path here = terminal.directory();
        return path.startsWith(here) && !path.equals(here)
                ? here.relativize(path).toString()
                : path.toString();
    }

    private void next(Path site) {
        step("What to try next");
        terminal.out().println("The site:  " + shown(site.resolve("index.html")));
        terminal.out().println("Search:    ringfence search \"any access ioctl\"");
        terminal.out().println("Check:     ringfence check PATH-TO-YOUR-DRIVER");
        terminal.out().println("Rules:     ringfence test docs-source");
    }
}
