package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.IndexOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence index}. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Indexes a folder of Markdown guidance for `ringfence search`.",
        footerHeading = "%n",
        footer = "Example: ringfence index docs --index docs-index")
final class IndexCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder of Markdown pages.")
    private Path source = Path.of("");

    @Option(
            names = "--index",
            paramLabel = "OUT",
            required = true,
            description =
                    "The folder of the index. The old index stays usable until the new one is whole.")
    private Path index = Path.of("");

    @Option(
            names = "--flaws",
            description = "List dead links, missing summaries and the like, one a line.")
    private boolean listFlaws;

    @Option(
            names = "--hold-out",
            paramLabel = "QRELS",
            description =
                    "Judged queries to be measured with `ringfence eval`: no link text or entry of a"
                            + " table of contents that equals one of them helps to find a page.")
    private List<Path> heldOut = List.of();

    IndexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path pages = terminal.path(source);
        Path dir = terminal.path(index);
        Set<String> queries = heldOut();
        String fingerprint =
                Version.number()
                        + " "
                        + GuidanceReader.fingerprint(pages)
                        + " "
                        + Integer.toHexString(queries.hashCode());
        if (!listFlaws && GuidanceIndex.isCurrent(dir, fingerprint)) {
            terminal.out().println("Nothing changed since " + index + " was written");
            return ExitCode.CLEAN;
        }
        Guidance guidance;
        try (Terminal.Bar bar = terminal.bar("Reading", Terminal.MANY)) {
            guidance = GuidanceReader.read(pages, bar::to);
        }
        if (guidance.topics().isEmpty()) {
            throw new UsageError(source + ": there is no Markdown page in it");
        }
        boolean lost =
                guidance.flaws().stream()
                        .anyMatch(flaw -> flaw.kind() == Flaw.Kind.UNREADABLE_FILE);
        IndexOptions options = new IndexOptions(queries, lost ? "" : fingerprint);
        try (Terminal.Bar bar = terminal.bar("Indexing", guidance.topics().size())) {
            GuidanceIndex.write(guidance, dir, options, bar::to);
        }
        flaws(guidance);
        terminal.out().println(guidance.topics().size() + " pages indexed in " + index);
        return lost ? ExitCode.ERROR : ExitCode.CLEAN;
    }

    private Set<String> heldOut() throws IOException {
        Set<String> queries = new HashSet<>();
        for (Path file : heldOut) {
            EvalCommand.read(terminal, file).queries().forEach(query -> queries.add(query.query()));
        }
        return queries;
    }

    private void flaws(Guidance guidance) {
        for (Flaw flaw : guidance.flaws()) {
            if (listFlaws || flaw.kind() == Flaw.Kind.UNREADABLE_FILE) {
                terminal.out().println(flaw);
            }
        }
        Map<String, Long> counts =
                guidance.flaws().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Flaw::code, TreeMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            terminal.out()
                    .println(
                            "Flaws of the pages: "
                                    + counts.entrySet().stream()
                                            .map(e -> e.getValue() + " " + e.getKey())
                                            .collect(Collectors.joining(", "))
                                    + (listFlaws ? "" : " (--flaws lists them)"));
        }
    }
}
