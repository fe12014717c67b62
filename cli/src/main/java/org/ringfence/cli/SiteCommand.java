package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.Syntax;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.site.Examples;
import org.ringfence.site.Site;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ringfence site}. */
@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        description = "Writes guidance, rules and coverage as a static site.",
        footerHeading = "%n",
        footer = "Example: ringfence site -o site && open site/index.html")
final class SiteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder to write: a new or empty one, or one that holds an earlier site.")
    private Path output = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "A folder of pages and rules; default: the built-in guidance.")
    private Path source = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Where the start page will stand on the web: for canonical addresses, a sitemap,"
                            + " a feed of the releases, and links of the page for what is missing.")
    private String url = "";

    @Option(
            names = "--edit-url",
            paramLabel = "URL",
            description =
                    "Where the Markdown files are edited on the web; each page then leads to its own.")
    private String editUrl = "";

    SiteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<SubjectReader> readers = SubjectReader.onClassPath();
        if (source.toString().isEmpty()) {
            Site site =
                    new Site(BuiltIn.guidance(), List.of(BuiltIn.pack()))
                            .withReleaseNotes(BuiltIn.changelog());
            write(terminal, readers, addressed(site), output);
            return ExitCode.CLEAN;
        }
        Path path = terminal.path(source);
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(source + ": there is no such folder");
        }
        Guidance guidance = GuidanceReader.read(path);
        CompileResult result = RuleSources.compile(path, guidance, readers, List.of());
        Diagnostics.print(terminal, path, result.diagnostics());
        Path changelog = path.resolve("CHANGELOG.md");
        Site site =
                new Site(guidance, List.of(result.pack()))
                        .withFiles(path)
                        .withReleaseNotes(
                                Files.isRegularFile(changelog) ? Files.readString(changelog) : "");
        write(terminal, readers, addressed(site), output);
        return result.ok() ? ExitCode.CLEAN : ExitCode.ERROR;
    }

    private Site addressed(Site site) {
        try {
            return site.withAddresses(url, editUrl);
        } catch (IllegalArgumentException e) {
            throw new UsageError(e.getMessage());
        }
    }

    static void write(Terminal terminal, List<SubjectReader> readers, Site site, Path output)
            throws IOException {
        Site whole = whole(site, readers);
        Site.Written written;
        try (Terminal.Bar bar = terminal.bar("Writing the site", Terminal.MANY)) {
            written = whole.write(terminal.path(output), bar::to);
        }
        String kept = written.kept() == 0 ? "" : ", " + written.kept() + " of them unchanged";
        terminal.out().println(written.pages() + " pages written to " + output + kept);
    }

    /** The site with all that readers and the rules language say. */
    static Site whole(Site site, List<SubjectReader> readers) throws IOException {
        return site.withExamples(examples(new RuleTester(readers)))
                .withLanguage(
                        readers.stream().map(SubjectReader::vocabulary).toList(),
                        Syntax.productions())
                .withReuse(BuiltIn.fingerprint());
    }

    private static Examples examples(RuleTester tester) {
        return (rule, example) ->
                new Examples.Outcome(
                        tester.findings(rule, example).stream().map(Examples.Mark::of).toList(),
                        tester.fixed(rule, example));
    }
}
