package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher says on a machine where something is missing; the programs it looks for are
 * stand-ins.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LauncherTest {
    @TempDir Path folder;

    private record Result(int code, String output) {}

    private Result launch() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(
                Path.of("..", "ringfence"),
                home.resolve("ringfence"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String tool :
                new String[] {
                    "dirname",
                    "readlink",
                    "sed",
                    "head",
                    "grep",
                    "mkdir",
                    "find",
                    "rm",
                    "mv",
                    "cat",
                    "tee"
                }) {
            program(tool, "exec " + locate(tool) + " \"$@\"");
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", home.resolve("ringfence").toString(), "--version");
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static Path locate(String tool) {
        Path path = Path.of("/usr/bin", tool);
        return Files.exists(path) ? path : Path.of("/bin", tool);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void saysWhatToInstallWhereJavaIsMissing() throws Exception {
        Result result = launch();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output())
                .startsWith("ringfence: no Java found. Install a JDK, version 17 or newer");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Result result = launch();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output())
                .contains("Java 11.0.2 at ")
                .contains("is too old: Ringfence needs 17 or newer");
    }

    @Test
    void knowsTheOldWayToCountVersions() throws Exception {
        program("java", "echo 'java version \"1.8.0_202\"' >&2");
        assertThat(launch().output()).contains("Java 1.8.0_202 at ").contains("is too old");
    }

    @Test
    void saysWhatToInstallWhereMavenIsMissing() throws Exception {
        program("java", "echo 'openjdk version \"17.0.1\"' >&2");
        Result result = launch();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output()).contains("Maven is missing. Install Maven 3.8 or newer");
    }

    @Test
    void saysThatMavenIsTooOld() throws Exception {
        program("java", "echo 'openjdk version \"17.0.1\"' >&2");
        program("javac", "");
        program("mvn", "echo 'Apache Maven 3.6.3'");
        Result result = launch();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output())
                .contains("Maven 3.6.3 is too old: Ringfence needs 3.8 or newer");
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        program("java", "echo 'openjdk version \"17.0.1\"' >&2");
        program("javac", "");
        program(
                "mvn",
                "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || { echo '[ERROR] no room'; exit 1; }");
        Result result = launch();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.output())
                .contains("[ERROR] no room")
                .contains("the build failed; the whole log is in ");
    }
}
