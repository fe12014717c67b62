package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void pages() {
        shell =
                new Shell(folder)
                        .with(
                                "docs/a.md",
                                "---\ntitle: First\nsummary: s\n---\n# First\n\n[striped horse](b.md)\n[x](no.md)\n")
                        .with(
                                "docs/b.md",
                                "---\ntitle: Second\nsummary: s\n---\n# Second\n\nText.\n");
    }

    private String index(String... more) {
        String[] all = new String[3 + more.length];
        System.arraycopy(new String[] {"index", "docs", "--index=idx"}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        Shell.Result result = shell.run(all);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    @Test
    void doesNothingWhenNothingChanged() {
        assertThat(index()).endsWith("2 pages indexed in idx\n");
        assertThat(index()).isEqualTo("Nothing changed since idx was written\n");

        shell.with("docs/b.md", "---\ntitle: Second\nsummary: s\n---\n# Second\n\nAlbatross.\n");
        assertThat(index()).endsWith("2 pages indexed in idx\n");
        assertThat(shell.run("search", "--index", "idx", "albatross").out()).startsWith("Second\n");
    }

    @Test
    void holdsOutWhatIsAskedInMeasuring() {
        index();
        String named =
                shell.run("search", "--index", "idx", "--json", "-n", "1", "striped horse").out();
        assertThat(named).contains("\"topic\" : \"b\"");

        shell.with("qrels.tsv", "striped horse\tlink\tb.md\n");
        index("--hold-out", "qrels.tsv");
        String heldOut =
                shell.run("search", "--index", "idx", "--json", "-n", "1", "striped horse").out();
        assertThat(heldOut).contains("\"topic\" : \"a\"");
    }

    @Test
    void refusesJudgementsThatCannotBeRead() {
        shell.with("qrels.tsv", "only a query\n");

        Shell.Result result =
                shell.run("index", "docs", "--index", "idx", "--hold-out", "qrels.tsv");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("qrels.tsv, line 1: not of the form");
        assertThat(Files.exists(folder.resolve("idx"))).isFalse();
    }

    @Test
    void listsFlawsForPeople() {
        assertThat(index("--flaws"))
                .isEqualTo(
                        """
                        a.md:8:1: error dead-link: there is no page 'no.md'
                        Flaws of the pages: 1 dead-link
                        2 pages indexed in idx
                        """);
        assertThat(index("--flaws=table"))
                .isEqualTo(
                        """
                        LEVEL    KIND       PLACE     WHAT
                        error    dead-link  a.md:8:1  there is no page 'no.md'
                        2 pages indexed in idx
                        """);
    }

    @Test
    void listsFlawsForPrograms() {
        assertThat(index("--flaws=json"))
                .isEqualTo(
                        """
                        [ {
                          "kind" : "dead-link",
                          "severity" : "error",
                          "path" : "a.md",
                          "line" : 8,
                          "column" : 1,
                          "message" : "there is no page 'no.md'"
                        } ]
                        """);
        assertThat(index("--flaws=sarif"))
                .startsWith("{\n")
                .contains("\"version\" : \"2.1.0\"")
                .contains("\"ruleId\" : \"dead-link\"")
                .contains("\"uri\" : \"a.md\"")
                .contains("\"startLine\" : 8")
                .endsWith("}\n");
    }

    @Test
    void namesTheFormatsOfFlaws() {
        Shell.Result result = shell.run("index", "docs", "--index", "idx", "--flaws=xml");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("sarif");
    }
}
