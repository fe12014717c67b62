package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Link;
import org.ringfence.kb.Section;

class DialectTest {

    @TempDir private Path folder;
    private Tree tree;

    @BeforeEach
    void emptyTree() {
        tree = new Tree(folder);
    }

    @Test
    void showsAFileOfTheFolderAsAnExample() {
        tree.with("bad_open.c", "if (a < b) {}\n").withBody("Do not:\n\n[!AVOID bad_open.c]\n");

        assertThat(tree.html())
                .isEqualTo(
                        """
                        <p>Do not:</p>
                        <figure class="example avoid"><figcaption>Avoid: bad_open.c</figcaption>\
                        <pre><code class="language-c">if (a &lt; b) {}
                        </code></pre></figure>\
                        """);
        assertThat(tree.topic("p").sections())
                .extracting(Section::text)
                .containsExactly("Do not:\nif (a < b) {}");
        assertThat(tree.flaws()).isEmpty();
    }

    @Test
    void takesExamplesOnlyFromTheFolderOfThePage() {
        tree.with("other/secret.c", "x")
                .withBody(
                        "[!PREFER good.c]\n\n[!avoid other/secret.c]\n\n[!AVOID ../x.c]\n\nNot [!AVOID a.c] here.\n");

        assertThat(tree.flaws())
                .containsExactly(
                        "p.md:5:1: error missing-example: the example 'good.c' is not in the folder of this page",
                        "p.md:7:1: error missing-example: the example 'other/secret.c' must be a file in the folder"
                                + " of this page, named without a path",
                        "p.md:9:1: error missing-example: the example '../x.c' must be a file in the folder"
                                + " of this page, named without a path");
        assertThat(tree.html()).endsWith("<p>Not [!AVOID a.c] here.</p>");
    }

    @Test
    void includesAFileWithItsLinksMadeRelativeToThePage() {
        tree.with(
                        "includes/deep/note.md",
                        "---\nms.topic: include\n---\n> [!NOTE]\n> See [q](../../q.md).\n")
                .with(
                        "a/b/page.md",
                        Tree.FRONT
                                + "[!INCLUDE [title](../../includes/deep/note.md)]\n\nOwn text.\n")
                .with("q.md", "---\ntitle: Q\nsummary: s\n---\n");

        var page = tree.topic("a/b/page");

        assertThat(page.html((id, anchor) -> "/" + id))
                .isEqualTo(
                        """
                        <div class="alert alert-note">
                        <p class="alert-title">Note</p>
                        <p>See <a href="/q">q</a>.</p>
                        </div>
                        <p>Own text.</p>\
                        """);
        assertThat(page.links())
                .containsExactly(new Link("../../q.md", "q", 5, 11, new Link.ToTopic("q", "")));
        assertThat(page.sections()).extracting(Section::text).containsExactly("Own text.");
        assertThat(tree.read().topic("includes/deep/note")).isEmpty();
        assertThat(tree.flaws()).isEmpty();
    }

    @Test
    void includesWithinALineToo() {
        tree.with("includes/name.md", "the *name*\n")
                .withBody("Say [!include[n](includes/name.md)] twice.\n");

        assertThat(tree.html()).isEqualTo("<p>Say the <em>name</em> twice.</p>");
    }

    @Test
    @Timeout(20)
    void cutsInclusionsThatGoInCirclesOrExplode() {
        tree.with("includes/a.md", "Line\n\n\n[!INCLUDE [b](b.md)]\n")
                .with("includes/b.md", "[!INCLUDE [a](a.md)]\n")
                .withBody("[!INCLUDE [a](includes/a.md)]\n\n[!INCLUDE [gone](includes/gone.md)]\n");

        assertThat(tree.flaws())
                .containsExactly(
                        "p.md:5:11: error bad-markdown: 'includes/a.md' includes itself",
                        "p.md:7:11: error bad-markdown: the included file 'includes/gone.md' is not there");

        for (var i = 0; i < 20; i++) {
            tree.with(
                    "includes/x" + i + ".md",
                    ("[!INCLUDE [n](x" + (i + 1) + ".md)]\n\n").repeat(10));
        }
        tree.withBody("[!INCLUDE [x](includes/x0.md)]\n");
        assertThat(tree.flaws())
                .anyMatch(flaw -> flaw.contains("more than 100 inclusions in one page"));
    }
}
