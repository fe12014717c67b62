package org.ringfence.dsl.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.ringfence.dsl.Compile;
import org.ringfence.dsl.ToyReader;
import org.ringfence.subject.SubjectReader;

/**
 * Prints how long an editor waits: until all of a folder is checked, and from a key to the
 * diagnostics it leads to. Not a test; run it with the test class path of this module.
 */
final class Benchmark {
    private static final int RULES = 300;
    private static final int KEYS = 200;

    private Benchmark() {}

    private static String rule(int number) {
        return Compile.rule("where const($MODE) == READ and not $DOOR.name == \"a\"\n")
                .replace("rule r", "rule rule-" + number)
                .replace("pack p version \"1.0.0\"\n", "");
    }

    public static void main(String[] args) throws IOException {
        measure("300 files of one rule", 1);
        measure("one file of 300 rules", RULES);
        measure("300 files of one rule, again", 1);
    }

    private static void measure(String what, int rulesPerFile) throws IOException {
        Path folder = Files.createTempDirectory("ringfence");
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < RULES / rulesPerFile; file++) {
            StringBuilder text = new StringBuilder("pack p version \"1.0.0\"\n");
            for (int i = 0; i < rulesPerFile; i++) {
                text.append(rule(file * rulesPerFile + i));
            }
            files.add(Files.writeString(folder.resolve("f" + file + ".rules"), text));
        }
        try {
            System.out.println(what);
            time(folder, files);
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static void time(Path folder, List<Path> files) throws IOException {
        List<SubjectReader> readers = List.of(new ToyReader());
        long start = System.nanoTime();
        try (Editor editor =
                new Editor(
                        (in, out) ->
                                RulesServer.run(
                                        in,
                                        out,
                                        new Environment(
                                                readers,
                                                f -> Compile.GUIDANCE,
                                                Map.of(),
                                                r -> List.of())),
                        folder)) {
            for (Path file : files) {
                editor.diagnostics(Uris.of(file));
            }
            System.out.printf("  all checked after %,d ms%n", since(start));
            String uri = Uris.of(files.get(files.size() / 2));
            editor.open(uri, Files.readString(files.get(files.size() / 2)));
            List<Long> waits = new ArrayList<>();
            for (int i = 0; i < KEYS; i++) {
                Position at = new Position(3, 11);
                boolean in = i % 2 == 0;
                long key = System.nanoTime();
                Position end = new Position(3, in ? 11 : 12);
                editor.replace(uri, new Range(at, end), in ? "x" : "");
                editor.diagnostics(uri);
                waits.add(since(key));
            }
            System.out.printf("  first key %,d ms", waits.get(0));
            Collections.sort(waits);
            System.out.printf(
                    ", median %,d ms, 95 of 100 within %,d ms, longest %,d ms%n",
                    waits.get(KEYS / 2), waits.get(KEYS * 95 / 100), waits.get(KEYS - 1));
        }
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
