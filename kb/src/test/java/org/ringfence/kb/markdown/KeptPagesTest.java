package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;

class KeptPagesTest {

    @TempDir private Path folder;
    private Tree tree;
    private Path memory;

    @BeforeEach
    void pages() {
        tree =
                new Tree(folder.resolve("docs"))
                        .with(
                                "a.md",
                                Tree.FRONT + "# A\n\ntext [b](b.md#x)\n\n## Two\n\n[no](no.md)")
                        .with(
                                "b.md",
                                "---\ntitle: B\nkeywords: [k, l]\n---\n[!INCLUDE [i](includes/i.md)]\n")
                        .with("includes/i.md", "drawn \u00E9 in");
        memory = folder.resolve("pages");
    }

    private Guidance remembered() throws IOException {
        return GuidanceReader.read(tree.root(), memory, Progress.SILENT);
    }

    private void assertSame() throws IOException {
        var fresh = tree.read();
        var remembered = remembered();
        assertThat(remembered.topics()).isEqualTo(fresh.topics());
        assertThat(remembered.flaws()).isEqualTo(fresh.flaws()).isNotEmpty();
    }

    @Test
    void givesTheSameWithAndWithoutAMemory() throws IOException {
        assertSame();
        assertSame();
    }

    @Test
    void readsWhatChangedAgain() throws IOException {
        remembered();
        tree.with("a.md", Tree.FRONT + "# A\n\nother text");
        tree.with("c.md", "new");
        Files.delete(tree.root().resolve("b.md"));

        assertSame();
        assertThat(remembered().topic("a").orElseThrow().sections().get(0).text())
                .isEqualTo("other text");
    }

    @Test
    void readsAPageAgainWhenAFileChangesThatItIncludes() throws IOException {
        remembered();
        tree.with("includes/i.md", "changed [l](none.md)");
        assertSame();

        Files.delete(tree.root().resolve("includes/i.md"));
        assertSame();

        tree.with("includes/i.md", "back");
        assertSame();
    }

    @Test
    void parsesNoPageThatStayedTheSame() throws IOException {
        remembered();
        var kept = KeptPages.read(memory);
        var page = kept.page("a.md").orElseThrow();
        var marked = new KeptPages.Kept(page.sum(), page.drawnIn(), page.draft(), List.of());
        kept.put("a.md", marked);
        kept.write(memory, List.of("a.md", "b.md"));

        assertThat(remembered().flaws())
                .extracting(flaw -> flaw.path() + " " + flaw.code())
                .contains("a.md dead-link");
        assertThat(KeptPages.read(memory).page("a.md")).contains(marked);
        assertThat(KeptPages.read(memory).page("includes/i.md")).isPresent();
    }

    @Test
    @Timeout(60)
    void takesADamagedMemoryForNone() throws IOException {
        remembered();
        var whole = Files.readAllBytes(memory);
        for (var length = 0; length < whole.length; length += 7) {
            Files.write(memory, java.util.Arrays.copyOf(whole, length));
            assertSame();
        }
        for (var at = 0; at < whole.length; at += 11) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(memory, damaged);
            assertThat(remembered().topics()).hasSize(2);
        }
    }
}
