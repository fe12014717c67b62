package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final int LIMIT = 300_000;

    /** Other tools carry it along. */
    @Test
    void theRuntimeIsSmallAsAJar() throws IOException {
        Path classes = Path.of("target/classes");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes);
                var walk = Files.walk(classes)) {
            List<Path> files = walk.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(50);
            for (Path file : files) {
                jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        assertThat(bytes.size()).isLessThan(LIMIT);
    }
}
