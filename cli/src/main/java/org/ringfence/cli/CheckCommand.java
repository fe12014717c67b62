package org.ringfence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.check.Variants;
import org.ringfence.reader.SourceTree;
import org.ringfence.report.Guide;
import org.ringfence.report.JsonReport;
import org.ringfence.report.SarifReport;
import org.ringfence.report.Style;
import org.ringfence.report.TextReport;
import org.ringfence.site.Found;
import org.ringfence.site.Site;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks driver source, INF files and security descriptors against the rules.",
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  ringfence check src",
            "  ringfence check . --rules team-rules --format sarif -o findings.sarif",
            "  ringfence check . --html report && open report/findings/index.html"
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to check.")
    private List<Path> paths = List.of();

    @Mixin private RuleOptions rules;

    @Option(
            names = "--format",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report there.")
    private Path output = Path.of("");

    @Option(
            names = "--html",
            paramLabel = "DIR",
            description =
                    "Also write a site there that shows the findings in their source, with charts,"
                            + " filters, and the pages of rules and guidance.")
    private Path site = Path.of("");

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description =
                    "An earlier report in JSON, for the trend that --html shows. Can be repeated, the"
                            + " oldest first.")
    private List<Path> earlier = List.of();

    @Option(
            names = "--coverage",
            description =
                    "Say after the report what was read and understood and what was not; with -o and"
                            + " other formats, on the error stream.")
    private boolean coverage;

    @Mixin private Defines defines = new Defines();

    @Option(
            names = "--config",
            paramLabel = "NAME:-DNAME[=VALUE],-UNAME",
            description =
                    "Check what this configuration builds. Can be repeated: all are checked, and a"
                            + " finding says which have it if not all do.")
    private List<String> configurations = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Check with so many threads (default: one for each processor, at most four). The"
                            + " report is the same.")
    private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Report formats, as the option spells them. */
    enum Format {
        text,
        sarif,
        json
    }

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new UsageError("--threads is " + threads + "; it must be at least 1");
        }
        List<Found.Earlier> past = past();
        List<SubjectReader> readers = defines.apply(SubjectReader.onClassPath());
        RuleSources sources = rules.sources(terminal, readers);
        Validator validator = new Validator(sources.packs(), readers, rules.settings(sources));
        SortedMap<String, Report> reports = new TreeMap<>();
        for (var variant : defines.apply(readers, configurations).entrySet()) {
            reports.put(variant.getKey(), report(variant.getValue(), validator));
        }
        Report report = Variants.merged(reports).withRefusals(sources.refused());
        print(report, new Guide(sources.packs(), rule -> ""));
        if (coverage) {
            coverage(readers);
        }
        if (!site.toString().isEmpty()) {
            Site whole = new Site(BuiltIn.guidance(), sources.packs()).withFindings(report, past);
            SiteCommand.write(terminal, readers, whole, site);
        }
        return code(report);
    }

    private List<Found.Earlier> past() throws IOException {
        if (!earlier.isEmpty() && site.toString().isEmpty()) {
            throw new UsageError("--earlier is for the trend of a site: give --html too");
        }
        List<Found.Earlier> past = new ArrayList<>();
        for (Path file : earlier) {
            past.add(EarlierReport.read(terminal, file));
        }
        return past;
    }

    private Report report(List<SubjectReader> variant, Validator validator) throws IOException {
        return read(terminal, variant, paths, inputs -> validator.check(inputs, threads));
    }

    private void coverage(List<SubjectReader> readers) throws IOException {
        List<Path> there = paths.stream().map(terminal::path).filter(Files::exists).toList();
        SourceTree tree = new SourceTree(readers, terminal.directory());
        boolean plain = format == Format.text && output.toString().isEmpty();
        PrintStream to = plain ? terminal.out() : terminal.err();
        to.print(new Coverage(tree.read(there)).text());
        to.flush();
    }

    static int code(Report report) {
        if (!report.complete()) {
            return ExitCode.ERROR;
        }
        return report.findings().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    /** Reads what a user named and hands it to some work; what is not there is said to it too. */
    static <T> T read(
            Terminal terminal,
            List<SubjectReader> readers,
            List<Path> given,
            Function<Iterable<Input>, T> work)
            throws IOException {
        List<Path> paths = new ArrayList<>();
        List<Input> missing = new ArrayList<>();
        for (Path path : given) {
            Path resolved = terminal.path(path);
            if (Files.exists(resolved)) {
                paths.add(resolved);
            } else {
                missing.add(new Input.Skipped(path.toString(), "there is no such file or folder"));
            }
        }
        if (paths.isEmpty()) {
            throw new NoSuchFileException(given.get(0).toString());
        }
        SourceTree tree = new SourceTree(readers, terminal.directory());
        // only a bar that is drawn needs to know how many there will be
        long files = terminal.live() ? tree.count(paths) : 0;
        try (Terminal.Bar bar = terminal.bar("Checking", files)) {
            Iterable<Input> inputs = tree.read(paths);
            return work.apply(() -> new Counted(inputs.iterator(), missing.iterator(), bar));
        }
    }

    /** Steps the bar as inputs go by. */
    private record Counted(Iterator<Input> inputs, Iterator<Input> more, Terminal.Bar bar)
            implements Iterator<Input> {
        @Override
        public boolean hasNext() {
            return inputs.hasNext() || more.hasNext();
        }

        @Override
        public Input next() {
            bar.step();
            return inputs.hasNext() ? inputs.next() : more.next();
        }
    }

    private void print(Report report, Guide guide) throws IOException {
        boolean toFile = !output.toString().isEmpty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (format) {
            case text ->
                    bytes.writeBytes(
                            new TextReport(toFile ? Style.PLAIN : terminal.style(), guide)
                                    .write(report)
                                    .getBytes(StandardCharsets.UTF_8));
            case sarif -> SarifReport.write(report, Version.number(), guide, bytes);
            case json -> JsonReport.write(report, bytes);
        }
        if (toFile) {
            Path file = terminal.path(output);
            AtomicFile.write(file, bytes.toByteArray());
            terminal.say(report.findings().size() + " findings written to " + output);
        } else {
            bytes.writeTo(terminal.out());
            terminal.out().flush();
        }
    }
}
