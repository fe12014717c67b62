package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Topic;

class FrontMatterTest {

    @TempDir private Path folder;

    @Test
    void keepsScalarsListsAndNestedKeysAsStrings() {
        var front =
                FrontMatter.of(
                        """
                        ---
                        title: A
                        count: 3
                        none: null
                        sources:
                          - https://example.org/a
                          - {title: B, page: 7}
                        deep: {er: yes}
                        ---
                        body
                        """);

        assertThat(front.attributes())
                .containsExactly(
                        entry("title", List.of("A")),
                        entry("count", List.of("3")),
                        entry("none", List.of()),
                        entry("sources", List.of("https://example.org/a")),
                        entry("sources.title", List.of("B")),
                        entry("sources.page", List.of("7")),
                        entry("deep.er", List.of("yes")));
        assertThat(front.body()).isEqualTo("body\n");
        assertThat(front.lines()).isEqualTo(9);
        assertThat(front.faults()).isEmpty();
    }

    @Test
    void givesATopicItsTitleSummaryAndReasons() {
        var page =
                """
                ---
                title: Use METHOD\\_NEITHER with care
                description: Old key.
                not-checkable: it is about the process
                checklist: DRV-7
                sources: [one, two]
                ---
                # Another heading
                """;
        var topic = new Tree(folder).with("a/b/index.md", page).topic("a/b");

        assertThat(topic.title()).isEqualTo("Use METHOD_NEITHER with care");
        assertThat(topic.summary()).isEqualTo("Old key.");
        assertThat(topic.notCheckable()).contains("it is about the process");
        assertThat(topic.checklist()).contains("DRV-7");
        assertThat(topic.sources()).containsExactly("one", "two");
        assertThat(topic.path()).isEqualTo("a/b/index.md");
    }

    @Test
    void fallsBackToTheHeadingAndThenToTheFileName() {
        var guidance =
                new Tree(folder)
                        .with("one.md", "# The *heading*\n")
                        .with("two.md", "Only text.\n")
                        .read();

        assertThat(guidance.topic("one").map(Topic::title)).contains("The heading");
        assertThat(guidance.topic("two").map(Topic::title)).contains("two");
        assertThat(new Tree(folder).flaws())
                .containsExactly(
                        "one.md:1:1: warning missing-summary: no summary; add 'summary: ...' to the front matter,"
                                + " one sentence that says what to do",
                        "two.md:1:1: warning missing-title: no title; add 'title: ...' to the front matter or start"
                                + " the page with '# ...'",
                        "two.md:1:1: warning missing-summary: no summary; add 'summary: ...' to the front matter,"
                                + " one sentence that says what to do");
    }

    @Test
    void saysWhereYamlIsWrong() {
        assertThat(FrontMatter.of("---\ntitle: A\nsummary: [x\n---\nbody").faults())
                .extracting(fault -> fault.at().line())
                .containsExactly(3);
        assertThat(FrontMatter.of("---\ntitle: A\ntitle: B\n---\n"))
                .satisfies(
                        front -> {
                            assertThat(front.attributes())
                                    .containsExactly(entry("title", List.of("A")));
                            assertThat(front.faults())
                                    .containsExactly(
                                            new Yaml.Fault(
                                                    "'title' is given twice; the first counts",
                                                    new Yaml.At(2, 0)));
                        });
    }

    @Test
    void reportsFrontMatterWithoutAnEnd() {
        assertThat(new Tree(folder).with("a.md", "---\ntitle: A\n\ntext\n").flaws())
                .contains(
                        "a.md:1:1: error bad-front-matter: the front matter has no end; close it with a line '---'");
    }

    @Test
    @Timeout(10)
    void survivesAliasBombsAndDeepNesting() {
        var bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\n---\n";
        assertThat(FrontMatter.of(bomb).faults())
                .containsExactly(
                        new Yaml.Fault(
                                "aliases (*name) are not supported; write the value out",
                                new Yaml.At(2, 7)));
        var deep = "---\na: " + "[".repeat(200_000) + "\n---\n";
        assertThat(FrontMatter.of(deep).faults())
                .extracting(Yaml.Fault::message)
                .containsExactly("nested deeper than 40 levels");
    }

    @Test
    void neverBuildsAnObjectFromATag() {
        assertThat(Yaml.parse("!!java.net.URL [https://example.org]").root())
                .isEqualTo(
                        Optional.of(
                                new Yaml.Items(
                                        List.of(
                                                new Yaml.Scalar(
                                                        "https://example.org", new Yaml.At(0, 16))),
                                        new Yaml.At(0, 0))));
    }
}
