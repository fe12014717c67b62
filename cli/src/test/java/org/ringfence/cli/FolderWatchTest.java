package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
    @TempDir private Path folder;

    @Test
    void sumsUpWhatChangesInOneGoAndLeavesOutWhatDoesNotMatter() throws Exception {
        Files.createDirectories(folder.resolve("target"));
        Files.createDirectories(folder.resolve("sub"));
        try (FolderWatch watch = new FolderWatch(folder, name -> name.endsWith(".rules"))) {
            Files.writeString(folder.resolve("target/x.rules"), "");
            Files.writeString(folder.resolve("x.swp"), "");
            Files.writeString(folder.resolve("sub/b.rules"), "");
            Files.writeString(folder.resolve("a.rules"), "");
            assertThat(watch.changed()).containsExactly("a.rules", "sub/b.rules");
        }
    }

    @Test
    void seesWhatIsMadeInANewFolder() throws Exception {
        try (FolderWatch watch = new FolderWatch(folder, name -> name.endsWith(".rules"))) {
            Files.createDirectories(folder.resolve("new/deep"));
            Files.writeString(folder.resolve("new/deep/a.rules"), "");
            assertThat(watch.changed()).containsExactly("new/deep/a.rules");
            Files.delete(folder.resolve("new/deep/a.rules"));
            assertThat(watch.changed()).containsExactly("new/deep/a.rules");
        }
    }

    @Test
    void watchesTheFolderOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.rules"), "");
        try (FolderWatch watch = new FolderWatch(file, name -> name.endsWith(".rules"))) {
            Files.writeString(file, "more");
            assertThat(watch.changed()).containsExactly("a.rules");
        }
    }
}
