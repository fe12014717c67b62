package org.ringfence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ringfence.dsl.CompileResult;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence compile}. */
@Command(
        name = "compile",
        mixinStandardHelpOptions = true,
        description = "Compiles rules into a pack that other tools can run.",
        footerHeading = "%n",
        footer = "Example: ringfence compile team-rules -o team-rules.jar")
final class CompileCommand implements Callable<Integer> {
    /** The same rules give the same bytes, so no entry says when it was written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR|FILE", description = "A folder of .rules files, or one of them.")
    private Path source = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "JAR",
            required = true,
            description = "The pack to write.")
    private Path output = Path.of("");

    CompileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = terminal.path(source);
        CompileResult result = RuleSources.compile(path, SubjectReader.onClassPath());
        Diagnostics.print(terminal, path, result.diagnostics());
        if (!result.ok()) {
            terminal.error("no pack was written, because of the errors above");
            return ExitCode.ERROR;
        }
        AtomicFile.write(terminal.path(output), jar(result.pack()));
        terminal.say(
                result.pack().name()
                        + " "
                        + result.pack().version()
                        + ": "
                        + result.pack().rules().size()
                        + " rules written to "
                        + output);
        return ExitCode.CLEAN;
    }

    private static byte[] jar(RulePack pack) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PackJson.write(pack, json);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            entry(
                    jar,
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            entry(jar, PackJson.ENTRY, json.toByteArray());
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
