package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.rule.PackJson;

/** A jar from anywhere is refused by name, and the check goes on with the other rules. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePackTest {
    private static final byte[] ZEROS = new byte[1 << 20];

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell =
                new Shell(folder)
                        .with(
                                "src/a.c",
                                "void F(void) { ZwOpenKey(&key, KEY_ALL_ACCESS, &attributes); }\n");
    }

    private void assertRefused(String jar, String reason) {
        Shell.Result result = shell.run("check", "src", "--rules", jar);
        assertThat(result.out()).contains(jar).contains(reason).contains("reg-key-all-access");
        assertThat(result.code()).isEqualTo(2);
    }

    private static byte[] jar(String name, byte[] content, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBomb() throws IOException {
        byte[] blanks = ZEROS.clone();
        Arrays.fill(blanks, (byte) ' ');
        byte[] bomb = jar(PackJson.ENTRY, blanks, 200);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        shell.with("bomb.jar", bomb);
        assertRefused("bomb.jar", "exceeds the maximum allowed (33554432");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.txt", "../../META-INF/ringfence/pack.json", "META-INF"})
    void aJarWithoutAPack(String name) throws IOException {
        shell.with("none.jar", jar(name, new byte[10], 1));
        assertRefused("none.jar", "it is not a rule pack: it has no META-INF/ringfence/pack.json");
    }

    @Test
    void aJarThatIsCutOffOrSpoilt() throws IOException {
        byte[] whole = jar(PackJson.ENTRY, "{\"ringfence-pack\": 2}".repeat(50).getBytes(), 1);
        shell.with("cut.jar", Arrays.copyOf(whole, whole.length / 2));
        assertRefused("cut.jar", "it is not a jar: ");
        for (int at = 60; at < 90; at++) {
            byte[] spoilt = whole.clone();
            spoilt[at] ^= 0x55;
            shell.with("spoilt.jar", spoilt);
            assertRefused("spoilt.jar", "it is not a");
        }
    }
}
