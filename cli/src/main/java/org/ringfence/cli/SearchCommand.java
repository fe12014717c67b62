package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.Hit;
import org.ringfence.report.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the guidance.",
        footerHeading = "%n",
        footer = {
            "Exit code 1 says that nothing was found.",
            "Example: ringfence search \"any access ioctl\""
        })
final class SearchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "What to look for; without one, on a terminal, search while you type.")
    private List<String> words = List.of();

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "An index that `ringfence index` made; default: the built-in guidance.")
    private Path index = Path.of("");

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many pages (default: ${DEFAULT-VALUE}).")
    private int limit = 5;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--open",
            description = "Open the page that answers best in a browser (built-in guidance).")
    private boolean open;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > 1000) {
            throw new UsageError("--limit is " + limit + "; it must be from 1 to 1000");
        }
        Path dir = index.toString().isEmpty() ? BuiltIn.index(terminal) : terminal.path(index);
        boolean builtIn = index.toString().isEmpty();
        if (words.isEmpty()) {
            return new InteractiveSearch(terminal, System.getenv()).run(dir, builtIn);
        }
        List<Hit> hits;
        try (GuidanceIndex open = GuidanceIndex.open(dir)) {
            hits = open.search(String.join(" ", words), limit);
        }
        if (json) {
            writeJson(hits);
        } else if (hits.isEmpty()) {
            terminal.out().println("Nothing found for: " + String.join(" ", words));
        } else {
            hits.forEach(this::print);
        }
        if (open && !hits.isEmpty()) {
            if (!builtIn) {
                throw new UsageError("--open opens pages of the built-in guidance only");
            }
            terminal.say(new PageOpener(terminal, System.getenv()).open(hits.get(0)));
        }
        return hits.isEmpty() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private void print(Hit hit) {
        Style style = terminal.style();
        String section =
                hit.heading().isEmpty() || hit.heading().equals(hit.title())
                        ? ""
                        : " > " + hit.heading();
        terminal.out().println(style.apply(Style.Ink.STRONG, hit.title()) + section);
        String anchor = hit.anchor().isEmpty() ? "" : "#" + hit.anchor();
        terminal.out().println("  " + style.apply(Style.Ink.PLACE, hit.path() + anchor));
        hit.passages().stream()
                .limit(1)
                .forEach(passage -> terminal.out().println("  " + highlighted(passage)));
        terminal.out().println();
    }

    private String highlighted(Hit.Passage passage) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Hit.Range range : passage.highlights()) {
            out.append(passage.text(), done, range.start());
            out.append(
                    terminal.style()
                            .apply(
                                    Style.Ink.WARNING,
                                    passage.text().substring(range.start(), range.end())));
            done = range.end();
        }
        return out.append(passage.text().substring(done))
                .toString()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void writeJson(List<Hit> hits) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator out = factory.createGenerator(terminal.out())) {
            out.useDefaultPrettyPrinter();
            out.writeStartArray();
            for (Hit hit : hits) {
                out.writeStartObject();
                out.writeStringField("topic", hit.topicId());
                out.writeStringField("title", hit.title());
                out.writeStringField("anchor", hit.anchor());
                out.writeStringField("heading", hit.heading());
                out.writeStringField("path", hit.path());
                out.writeNumberField("score", hit.score());
                out.writeArrayFieldStart("passages");
                for (Hit.Passage passage : hit.passages()) {
                    passage(out, passage);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        terminal.out().println();
    }

    private static void passage(JsonGenerator out, Hit.Passage passage) throws IOException {
        out.writeStartObject();
        out.writeStringField("text", passage.text());
        out.writeArrayFieldStart("highlights");
        for (Hit.Range range : passage.highlights()) {
            out.writeArray(new int[] {range.start(), range.end()}, 0, 2);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
