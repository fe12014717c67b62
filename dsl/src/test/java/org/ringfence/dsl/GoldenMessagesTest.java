package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.dsl.compile.Replacement;

/**
 * What the compiler says about the cases in {@code messages/*.golden}, and what its quick fixes
 * make of them. A case is its source, a line {@code ----} and what is said; {@code ====} ends it. A
 * source that begins with {@code pack} is a whole file; another one stands in {@link Compile#rule}
 * from line 12 on. The tests of rules are run in {@code tests.golden} only. Run with {@code
 * -Dgolden=rewrite} to write down what is said now.
 */
class GoldenMessagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/ringfence/dsl/messages");
    private static final String END = "====\n";
    private static final String SAID = "----\n";

    @TestFactory
    Stream<DynamicTest> saysTheSame() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(GoldenMessagesTest::tests);
        }
    }

    private static Stream<DynamicTest> tests(Path golden) {
        try {
            boolean testing = golden.endsWith("tests.golden");
            RuleCompiler compiler = testing ? Compile.testing() : Compile.compiler();
            List<String> cases = List.of(Files.readString(golden).split(END));
            if (System.getProperty("golden", "").equals("rewrite")) {
                Files.writeString(
                        golden,
                        String.join(
                                "", cases.stream().map(c -> whole(source(c), compiler)).toList()));
            }
            return cases.stream()
                    .map(
                            c ->
                                    dynamicTest(
                                            golden.getFileName() + ": " + source(c).strip(),
                                            () ->
                                                    assertThat(whole(source(c), compiler))
                                                            .isEqualTo(c + END)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(golden.toString(), e);
        }
    }

    private static String source(String golden) {
        return golden.split(SAID)[0];
    }

    private static String whole(String source, RuleCompiler compiler) {
        boolean file = source.startsWith("pack") || source.startsWith("file");
        String text = file ? source.replaceFirst("^file\n", "") : Compile.rule(source);
        StringBuilder out = new StringBuilder(source).append(SAID);
        for (Diagnostic d : compiler.compile(Map.of("a.rules", text)).diagnostics()) {
            out.append(d.line()).append(':').append(d.column()).append(' ');
            out.append(d.severity() == Diagnostic.Severity.WARNING ? "(warning) " : "");
            out.append(d.message()).append('\n');
            d.cures()
                    .forEach(
                            cure ->
                                    out.append("    ")
                                            .append(cure.title())
                                            .append(": ")
                                            .append(changed(text, cure))
                                            .append('\n'));
        }
        return out.append(END).toString();
    }

    /** The lines that the cure touches, as they are then. */
    private static String changed(String text, Replacement cure) {
        int from = cure.place().offset();
        int to = from + cure.place().length();
        int line = text.lastIndexOf('\n', from - 1) + 1;
        int end = text.indexOf('\n', to) < 0 ? text.length() : text.indexOf('\n', to);
        return (text.substring(line, from) + cure.text() + text.substring(to, end))
                .strip()
                .replace("\n", "\u23CE");
    }
}
