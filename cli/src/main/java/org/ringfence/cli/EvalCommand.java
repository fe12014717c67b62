package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ringfence.kb.search.Evaluation;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.Qrels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence eval}. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Measures how well an index answers judged queries.",
        footerHeading = "%n",
        footer = {
            "A line of QRELS is: query <tab> class <tab> page|page=grade|page#anchor",
            "Intervals are those in which 95 %% of 1000 bootstrap resamples lie.",
            "Example: ringfence eval qrels.tsv --index docs-index"
        })
final class EvalCommand implements Callable<Integer> {
    /** The last of these is measured. */
    private static final int ROUNDS = 5;

    private final Terminal terminal;

    @Parameters(paramLabel = "QRELS", description = "The file of judged queries.")
    private Path qrels = Path.of("");

    @Option(
            names = "--index",
            paramLabel = "DIR",
            description = "An index that `ringfence index` made; default: the built-in guidance.")
    private Path index = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--speed",
            description = "Measure how long a search takes instead, once Java is warm.")
    private boolean speed;

    EvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Qrels judged = read(terminal, qrels);
        Path dir = index.toString().isEmpty() ? BuiltIn.index(terminal) : terminal.path(index);
        Evaluation evaluation;
        try (GuidanceIndex open = GuidanceIndex.open(dir)) {
            if (speed) {
                speed(open, judged.queries());
                return ExitCode.CLEAN;
            }
            evaluation = Evaluation.of(open, judged.queries());
        }
        if (json) {
            writeJson(evaluation);
        } else {
            print(evaluation.all());
            evaluation.classes().forEach(this::print);
        }
        if (!evaluation.missing().isEmpty()) {
            List<String> missing = evaluation.missing();
            terminal.say(
                    "%d judged pages are not in the index, '%s' for one"
                            .formatted(missing.size(), missing.get(0)));
        }
        return ExitCode.CLEAN;
    }

    private void speed(GuidanceIndex open, List<Qrels.Judged> queries) throws IOException {
        long[] times = new long[queries.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                open.search(queries.get(i).query(), Evaluation.DEPTH);
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, %d queries, round %d%n",
                        times[times.length / 2] / 1e6,
                        times[times.length * 9 / 10] / 1e6,
                        times[times.length * 99 / 100] / 1e6,
                        times.length,
                        ROUNDS);
    }

    /** Reads judged queries; one that cannot be read is an error, since it would shift figures. */
    static Qrels read(Terminal terminal, Path file) throws IOException {
        Qrels judged = Qrels.parse(Files.readString(terminal.path(file)));
        if (!judged.mistakes().isEmpty()) {
            throw new UsageError(file + ", " + judged.mistakes().get(0));
        }
        if (judged.queries().isEmpty()) {
            throw new UsageError(file + ": there is no query in it");
        }
        return judged;
    }

    private void print(Evaluation.Row row) {
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "MRR@10 %.4f nDCG@10 %.4f R@10 %.4f  %s, %d queries; MRR@10 %s, nDCG@10 %s, R@10 %s%n",
                        row.mrr().mean(),
                        row.ndcg().mean(),
                        row.recall().mean(),
                        row.name(),
                        row.queries(),
                        interval(row.mrr()),
                        interval(row.ndcg()),
                        interval(row.recall()));
    }

    private static String interval(Evaluation.Figure figure) {
        return String.format(Locale.ROOT, "%.3f-%.3f", figure.low(), figure.high());
    }

    private void writeJson(Evaluation evaluation) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator out = factory.createGenerator(terminal.out())) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeFieldName("all");
            write(out, evaluation.all());
            out.writeObjectFieldStart("classes");
            for (Evaluation.Row row : evaluation.classes()) {
                out.writeFieldName(row.name());
                write(out, row);
            }
            out.writeEndObject();
            out.writeArrayFieldStart("missing");
            for (String path : evaluation.missing()) {
                out.writeString(path);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        terminal.out().println();
    }

    private static void write(JsonGenerator out, Evaluation.Row row) throws IOException {
        out.writeStartObject();
        out.writeNumberField("queries", row.queries());
        write(out, "mrr@10", row.mrr());
        write(out, "ndcg@10", row.ndcg());
        write(out, "recall@10", row.recall());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, Evaluation.Figure figure)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("mean", figure.mean());
        out.writeNumberField("low", figure.low());
        out.writeNumberField("high", figure.high());
        out.writeEndObject();
    }
}
