package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.markdown.GuidanceReader;

/** What the README shows; the folders alone differ. */
class EmbeddingTest {

    @TempDir private Path folder;

    @Test
    void printsWhatTheReadmeSays() throws IOException {
        Files.createDirectories(folder.resolve("docs/ioctl"));
        Files.writeString(
                folder.resolve("docs/ioctl/bits.md"), "# Access bits\n\n## Any\n\nFILE_ANY_ACCESS");
        Files.writeString(folder.resolve("docs/other.md"), "# Any access");
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            show();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Access bits ioctl/bits.md#any\n");
    }

    private void show() throws IOException {
        GuidanceIndex.write(GuidanceReader.read(folder.resolve("docs")), folder.resolve("index"));
        try (GuidanceIndex index = GuidanceIndex.open(folder.resolve("index"))) {
            for (Hit hit : index.search("area:ioctl any access", 10)) {
                System.out.println(hit.title() + " " + hit.path() + "#" + hit.anchor());
            }
        }
    }
}
