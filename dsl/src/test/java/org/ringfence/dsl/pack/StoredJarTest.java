package org.ringfence.dsl.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredJarTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void goHome() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("META-INF/MANIFEST.MF", utf8("Manifest-Version: 1.0\r\n\r\n"));
        files.put("META-INF/ringfence/sources/\u00e4.rules", utf8("\u00e4".repeat(1000)));
        files.put("empty", new byte[0]);
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same number on every Java, time zone and locale: it is written here. */
    @Test
    void hasTheSameBytesEverywhere() {
        assertThat(PackFiles.sha256(StoredJar.of(files())))
                .isEqualTo("e76a233795e4e7b1ab45e3473dad87055463e4c7b4f701742ef3be7e7731d969");
    }

    @Test
    void dependsNeitherOnTheTimeZoneNorOnTheLocale() {
        String here = PackFiles.sha256(StoredJar.of(files()));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(PackFiles.sha256(StoredJar.of(files()))).isEqualTo(here);
    }

    @Test
    void isReadByJava() throws IOException {
        try (JarInputStream jar =
                new JarInputStream(new ByteArrayInputStream(StoredJar.of(files())))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Manifest-Version"))
                    .isEqualTo("1.0");
            assertThat(jar.getNextJarEntry().getName())
                    .isEqualTo("META-INF/ringfence/sources/\u00e4.rules");
            assertThat(new String(jar.readAllBytes(), StandardCharsets.UTF_8)).hasSize(1000);
        }
    }
}
