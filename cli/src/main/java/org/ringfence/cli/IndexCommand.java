package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
            paramLabel = "FORMAT",
            arity = "0..1",
            fallbackValue = "lines",
            description =
                    "List dead links, missing summaries and the like: as ${COMPLETION-CANDIDATES}"
                            + " (default: one a line).")
    private FlawList.Format flawFormat = FlawList.Format.none;

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
        if (flawFormat == FlawList.Format.none && GuidanceIndex.isCurrent(dir, fingerprint)) {
            terminal.out().println("Nothing changed since " + index + " was written");
            return ExitCode.CLEAN;
        }
        Guidance guidance;
        try (Terminal.Bar bar = terminal.bar("Indexing", Terminal.MANY)) {
            guidance =
                    GuidanceIndex.update(
                            dir,
                            new IndexOptions(queries, fingerprint),
                            memory -> read(pages, memory, bar),
                            bar::to);
        }
        boolean lost =
                guidance.flaws().stream()
                        .anyMatch(flaw -> flaw.kind() == Flaw.Kind.UNREADABLE_FILE);
        new FlawList(guidance.flaws(), terminal).print(flawFormat);
        String done = guidance.topics().size() + " pages indexed in " + index;
        if (flawFormat.forPrograms()) {
            terminal.say(done);
        } else {
            terminal.out().println(done);
        }
        return lost ? ExitCode.ERROR : ExitCode.CLEAN;
    }

    private Guidance read(Path pages, Path memory, Terminal.Bar bar) throws IOException {
        Guidance guidance = GuidanceReader.read(pages, memory, bar::to);
        if (guidance.topics().isEmpty()) {
            throw new UsageError(source + ": there is no Markdown page in it");
        }
        return guidance;
    }

    private Set<String> heldOut() throws IOException {
        Set<String> queries = new HashSet<>();
        for (Path file : heldOut) {
            EvalCommand.read(terminal, file).queries().forEach(query -> queries.add(query.query()));
        }
        return queries;
    }
}
