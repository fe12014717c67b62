package org.ringfence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ringfence.cli.desk.Stock;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.IndexOptions;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which guidance and rules a command answers from as long as it runs. */
final class StockOptions {
    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "A folder of pages and rules; default: the built-in guidance.")
    private Path source = Path.of("");

    @Mixin private RuleOptions rules = new RuleOptions();

    /** The folder of the pages; empty for the built-in guidance. */
    Path source() {
        return source;
    }

    /** Where the user keeps what is made from this guidance. */
    Path cache(Terminal terminal) throws IOException {
        if (source.toString().isEmpty()) {
            return BuiltIn.cache();
        }
        String place = terminal.path(source).toString();
        UUID name = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        return Files.createDirectories(BuiltIn.cache().resolve("trees").resolve(name.toString()));
    }

    Stock stock(Terminal terminal) throws IOException {
        List<SubjectReader> readers = SubjectReader.onClassPath();
        RuleSources sources = rules.sources(terminal, readers);
        Guidance guidance;
        Path index;
        if (source.toString().isEmpty()) {
            guidance = BuiltIn.guidance();
            index = BuiltIn.index(terminal);
        } else {
            Path pages = terminal.path(source);
            if (!Files.isDirectory(pages)) {
                throw new NoSuchFileException(source + ": there is no such folder");
            }
            index = cache(terminal).resolve("index");
            guidance = guidance(terminal, pages, index);
            if (hasRules(pages)) {
                sources.add(pages);
            }
        }
        if (!sources.refused().isEmpty()) {
            throw new UsageError(
                    sources.refused().stream()
                            .map(r -> r.what() + ": " + r.reason())
                            .collect(Collectors.joining("\n")));
        }
        return new Stock(guidance, sources.packs(), readers, rules.settings(sources), index);
    }

    private static boolean hasRules(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".rules"));
        }
    }

    /** Reads a folder of pages, of which the index then knows what changed. */
    private static Guidance guidance(Terminal terminal, Path pages, Path index) throws IOException {
        String fingerprint = Version.number() + " " + GuidanceReader.fingerprint(pages);
        if (GuidanceIndex.isCurrent(index, fingerprint)) {
            return GuidanceReader.read(pages);
        }
        var options = new IndexOptions(Set.of(), fingerprint);
        try (Terminal.Bar bar = terminal.bar("Indexing", Terminal.MANY)) {
            return GuidanceIndex.update(
                    index, options, memory -> GuidanceReader.read(pages, memory, bar::to), bar::to);
        }
    }
}
