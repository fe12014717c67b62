package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.re2j.Pattern;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.check.Validator;
import org.ringfence.reader.SourceTree;

/**
 * Another tool runs a compiled pack in a process of its own. All that it has is the runtime, the
 * readers, jackson-core, re2j and the pack: no Xtext, no EMF, no Guice, no Lucene.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EmbeddedPackTest {
    private static final Path TOOL = Path.of("src/test/resources/embedding/SampleTool.java");

    @TempDir Path folder;

    @BeforeEach
    void compile() {
        Shell shell =
                new Shell(folder)
                        .with(
                                "acme/x.rules",
                                """
                                pack acme::rules version "1.0.0"

                                rule no-jump on c {
                                    title "A call of Jump"
                                    severity low
                                    topic secure-coding/pool-allocation
                                    match `Jump($WHERE)`
                                    report at $WHERE "Jumps to {$WHERE}"
                                    bad ```Jump(here); //!!```
                                    good ```Walk(here);```
                                }
                                """)
                        .with("src/a.c", "void F(void) { Jump(moon); Walk(home); }\n");
        assertThat(shell.run("compile", "acme", "-o", "acme.jar").code()).isZero();
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void findsThePackByItsClassPathAlone() throws Exception {
        String classPath =
                Stream.of(
                                home(Validator.class),
                                home(SourceTree.class),
                                home(JsonFactory.class),
                                home(Pattern.class),
                                folder.resolve("acme.jar"))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process =
                new ProcessBuilder(
                                java.toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                TOOL.toAbsolutePath().toString(),
                                folder.resolve("src").toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output.replace("\r", "")).isEqualTo("* a.c: Jumps to moon\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void takesLessThanTwentyLines() throws IOException {
        List<String> lines = Files.readAllLines(TOOL);
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
        assertThat(lines.stream().filter(line -> !line.startsWith("import"))).hasSizeLessThan(20);
    }
}
