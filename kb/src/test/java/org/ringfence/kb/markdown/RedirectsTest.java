package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Link;

class RedirectsTest {

    @TempDir private Path folder;

    private static final String REDIRECTIONS =
            """
            {"redirections": [
             {"source_path": "docs/old.md", "redirect_URL": "/site/x/older"},
             {"source_path": "docs/older.md", "redirect_url": "/site/x/a/new", "redirect_document_id": false},
             {"source_path": "docs/away.md", "redirect_url": "/elsewhere/page"},
             {"source_path": "docs/one.md", "redirect_url": "/site/x/two"},
             {"source_path": "docs/two.md", "redirect_url": "/site/x/one"},
             {"source_path": "docs/lost.md", "redirect_url": "/site/x/a/gone"},
             {"source_path": "docs/bad.md", "redirect_url": "javascript:alert(1)"},
             {"source_path": "others/p.md", "redirect_url": "/site/x/a/new"}
            ]}
            """;

    private Tree tree() {
        new Tree(folder).with(".openpublishing.redirection.json", REDIRECTIONS);
        return new Tree(folder.resolve("docs")).with("a/new.md", Tree.FRONT + "## Here\n");
    }

    @Test
    void followsLinksToPagesThatMoved() {
        var tree =
                tree().withBody(
                                "[a](old.md) [b](away.md) [c](bad.md) [d](/site/x/a/new#here)"
                                        + " [e](https://learn.microsoft.com/en-us/site/x/a/new)\n");

        assertThat(tree.topic("p").links())
                .extracting(Link::destination)
                .containsExactly(
                        new Link.ToTopic("a/new", ""),
                        new Link.Outside("/elsewhere/page"),
                        new Link.Dead(),
                        new Link.ToTopic("a/new", "here"),
                        new Link.ToTopic("a/new", ""));
        assertThat(tree.flaws())
                .contains(
                        "p.md:5:1: warning moved-link: 'old.md' moved; write 'a/new.md'",
                        "p.md:5:13: warning moved-link: 'away.md' moved; write '/elsewhere/page'");
    }

    @Test
    void tellsWhichPagesMovedWhere() {
        assertThat(tree().read().moved()).isEqualTo(Map.of("old.md", "a/new", "older.md", "a/new"));
    }

    @Test
    void reportsCirclesAndRedirectionsToNothing() {
        assertThat(tree().flaws())
                .contains(
                        ".openpublishing.redirection.json:5:2: warning bad-redirect:"
                                + " 'one.md' is redirected in a circle",
                        ".openpublishing.redirection.json:6:2: warning bad-redirect:"
                                + " 'two.md' is redirected in a circle",
                        ".openpublishing.redirection.json:7:2: warning bad-redirect:"
                                + " 'lost.md' is redirected to '/site/x/a/gone', which is no page");
    }

    @Test
    void saysWhatAFileOfRedirectionsLooksLike() {
        var tree =
                new Tree(folder.resolve("docs")).with(".openpublishing.redirection.json", "[1, 2]");

        assertThat(tree.flaws())
                .containsExactly(
                        ".openpublishing.redirection.json:1:1: warning bad-redirect:"
                                + " redirections are a list 'redirections' of entries");
    }

    @Test
    void changesTheFingerprintWithWhateverIsRead() throws IOException {
        var tree = tree();
        var first = GuidanceReader.fingerprint(tree.root());

        assertThat(GuidanceReader.fingerprint(tree.root())).isEqualTo(first);
        tree.with("a/new.md", Tree.FRONT + "## Hers\n");
        var second = GuidanceReader.fingerprint(tree.root());
        assertThat(second).isNotEqualTo(first);
        tree.with("b.png", "");
        var third = GuidanceReader.fingerprint(tree.root());
        assertThat(third).isNotEqualTo(second);
        new Tree(folder).with(".openpublishing.redirection.json", "{}");
        assertThat(GuidanceReader.fingerprint(tree.root())).isNotEqualTo(third);
    }
}
