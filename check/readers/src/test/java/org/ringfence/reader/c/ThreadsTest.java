package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Value;

class ThreadsTest {
    private static final Path FIXTURES = Path.of("../../docs-source").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    @Timeout(60)
    void manyThreadsUnderstandWhatOneDoes(int threads) throws Exception {
        List<String> alone = new ArrayList<>();
        for (Subject subject : subjects()) {
            alone.add(said(subject));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> together = new ArrayList<>();
            for (Subject subject : subjects()) {
                together.add(pool.submit(() -> said(subject)));
            }
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void oneReaderRemembersHeadersForManyThreads() throws Exception {
        SubjectReader reader = new CReader().within(new Numbered());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Value>> values = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String text = "#include \"" + i % 40 + ".h\"\nint x = VALUE;";
                Subject subject = reader.read(new Source(i + ".c", text));
                values.add(pool.submit(() -> value(subject)));
            }
            for (int i = 0; i < values.size(); i++) {
                assertThat(values.get(i).get()).isEqualTo(new Value.Int(i % 40));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Timeout(20)
    void conditionsAreDecidedForManyThreads() throws Exception {
        Conditions conditions = new Conditions(Configuration.of("", List.of("A=1"), List.of()));
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                counts.add(
                        pool.submit(
                                () -> {
                                    int count = 0;
                                    for (int i = 0; i < 2000; i++) {
                                        count += conditions.isTrue("A > " + i % 1000) ? 1 : 0;
                                    }
                                    return count;
                                }));
            }
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isEqualTo(2);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Value value(Subject subject) {
        Node assign = Sources.all(subject, "assign").get(0);
        return subject.evaluate("const", List.of(new Value.Element(assign.children().get(1))));
    }

    /** A header for each number, which defines it. */
    private static final class Numbered implements Neighbours {
        @Override
        public Optional<String> path(String from, String name) {
            return Optional.of(name);
        }

        @Override
        public Optional<Source> open(String path) {
            String number = path.substring(0, path.indexOf('.'));
            return Optional.of(new Source(path, "#define VALUE " + number + "\n"));
        }
    }

    private static List<Subject> subjects() throws IOException {
        List<Subject> found = new ArrayList<>();
        for (Input input :
                new SourceTree(List.of(new CReader()), FIXTURES).read(List.of(FIXTURES))) {
            found.add(((Input.Readable) input).subject());
        }
        return found;
    }

    private static String said(Subject subject) {
        StringBuilder said = new StringBuilder(subject.roots().toString());
        for (Node call : subject.collection("calls")) {
            List<Value> element = List.of(new Value.Element(call));
            for (String function : List.of("const", "names", "signature", "irql", "presence")) {
                said.append(subject.evaluate(function, element));
            }
        }
        subject.collection("control-codes").forEach(code -> said.append(code.attribute("value")));
        return said.append(subject.gaps()).toString();
    }
}
