package org.ringfence.reader.c;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ringfence.reader.Decoder;
import org.ringfence.subject.Source;

/**
 * Measures how fast folders are lexed and parsed by one warm thread, by its CPU time.
 *
 * <pre>SpeedTool FOLDER [ROUNDS]</pre>
 */
final class SpeedTool {
    private SpeedTool() {}

    public static void main(String[] arguments) throws IOException {
        List<Source> sources = sources(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        run(sources, rounds, System.out);
    }

    private static List<Source> sources(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        CReader reader = new CReader();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                boolean read = reader.reads(file.getFileName().toString());
                if (read
                        && new Decoder().decode(Files.readAllBytes(file))
                                instanceof Decoder.Text text) {
                    sources.add(new Source(file.toString(), text.text()));
                }
            }
        }
        return sources;
    }

    /** Of this thread, in nanoseconds: others may keep the machine busy. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static void run(List<Source> sources, int rounds, PrintStream out) {
        long characters = sources.stream().mapToLong(source -> source.text().length()).sum();
        for (int round = 0; round < rounds; round++) {
            long start = cpu();
            long tokens = 0;
            for (Source source : sources) {
                tokens += Lexer.lex(source.text()).size();
            }
            long lexed = cpu();
            long nodes = 0;
            for (Source source : sources) {
                nodes += new CReader().read(source).roots().size();
            }
            long parsed = cpu();
            out.printf(
                    Locale.ROOT,
                    "%d files, %.1f M characters, %d tokens, %d roots: lexing %.0f MB/s, lexing and"
                            + " parsing %.1f MB/s%n",
                    sources.size(),
                    characters / 1e6,
                    tokens,
                    nodes,
                    characters * 1e3 / (lexed - start),
                    characters * 1e3 / (parsed - lexed));
        }
    }
}
