package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;

class GuidanceReaderTest {

    @TempDir private Path folder;

    @Test
    void namesAFolderThatIsNotThere() {
        var missing = folder.resolve("missing");

        assertThatThrownBy(() -> GuidanceReader.read(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": no such folder of pages");
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        var file = Files.writeString(folder.resolve("page.md"), "x");

        assertThatThrownBy(() -> GuidanceReader.read(file))
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void goesOnAfterPagesThatCannotBeRead() {
        var tree =
                new Tree(folder)
                        .with("a.md", "---\ntitle: A\nsummary: s\n---\n")
                        .with("binary.md", new byte[] {'x', 0, 1})
                        .with("huge.md", new byte[PageTree.MAX_BYTES + 1])
                        .with("latin.md", "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(tree.read().topics()).extracting(Topic::id).containsExactly("a");
        assertThat(tree.flaws())
                .containsExactly(
                        "binary.md:1:1: error unreadable-file: this page is skipped: it is binary or UTF-16"
                                + " (a zero byte at offset 1); save it as UTF-8",
                        "huge.md:1:1: error unreadable-file: this page is skipped: it has 8388609 bytes, more than"
                                + " the 8388608 that are read; split it",
                        "latin.md:1:1: error unreadable-file: this page is skipped: it is not UTF-8;"
                                + " save it as UTF-8");
    }

    @Test
    void entersNeitherHiddenNorBuildFolders() {
        var tree = new Tree(folder);
        for (var path :
                new String[] {
                    ".git/a.md", "target/b.md", "x/node_modules/c.md", "x/d.md", "x/.e.md"
                }) {
            tree.with(path, Tree.FRONT);
        }

        assertThat(tree.read().topics()).extracting(Topic::id).containsExactly("x/d");
    }

    @Test
    void understandsWindowsLineEndsAndByteOrderMarks() {
        var page =
                "\uFEFF---\r\ntitle: A\r\nsummary: s\r\n---\r\n\r\n## One\r\nText\r\n[x](gone.md)\r\n";
        var tree = new Tree(folder).with("a.md", page);

        assertThat(tree.topic("a").section("one").orElseThrow().line()).isEqualTo(6);
        assertThat(tree.flaws())
                .containsExactly("a.md:8:1: error dead-link: there is no page 'gone.md'");
    }

    @Test
    void readsFromAZipAndNeedsItNoLongerAfterwards() throws IOException {
        var zip = URI.create("jar:" + folder.resolve("pages.jar").toUri());
        Guidance guidance;
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            var root = files.getPath("/guidance");
            new Tree(root)
                    .with("a/index.md", Tree.FRONT + "[!PREFER good.c]\n\n[b](../b.md)\n")
                    .with("a/good.c", "int x;\n")
                    .with("b.md", "---\ntitle: B\nsummary: s\n---\n");
            guidance = GuidanceReader.read(root);
        }

        assertThat(guidance.flaws()).isEmpty();
        assertThat(guidance.topic("a").orElseThrow().html((id, anchor) -> "/" + id))
                .isEqualTo(
                        """
                        <figure class="example prefer"><figcaption>Prefer: good.c</figcaption>\
                        <pre><code class="language-c">int x;
                        </code></pre></figure>
                        <p><a href="/b">b</a></p>\
                        """);
    }

    @Test
    void tellsItsProgressPageByPage() throws IOException {
        new Tree(folder).with("a.md", "x").with("b.md", "x");
        var steps = new ArrayList<String>();

        GuidanceReader.read(folder, (done, total) -> steps.add(done + "/" + total));

        assertThat(steps).containsExactly("1/2", "2/2");
    }
}
