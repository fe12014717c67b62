package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;

class TocReaderTest {

    @TempDir private Path folder;
    private Tree tree;

    @BeforeEach
    void pages() {
        tree = new Tree(folder);
        for (var path : List.of("index", "a", "b", "inf/index", "inf/sddl")) {
            tree.with(path + ".md", "---\ntitle: Title of " + path + "\nsummary: s\n---\n");
        }
    }

    @Test
    void readsNestedEntriesAndHangsAFoldersTableBelowItsPage() {
        tree.with(
                        "toc.yml",
                        """
                        - name: Second first
                          href: b.md
                        - name: Group
                          items:
                          - name: First
                            href: a.md
                          - name: Outside
                            href: https://example.org/
                        - name: INF
                          href: inf/index.md
                        - href: index.md
                        """)
                .with("inf/toc.yml", "items:\n- name: SDDL\n  href: sddl.md\n");

        var guidance = tree.read();

        assertThat(guidance.toc())
                .containsExactly(
                        new TocEntry("Second first", "b", List.of()),
                        new TocEntry(
                                "Group",
                                "",
                                List.of(
                                        new TocEntry("First", "a", List.of()),
                                        new TocEntry("Outside", "", List.of()))),
                        new TocEntry(
                                "INF", "inf", List.of(new TocEntry("SDDL", "inf/sddl", List.of()))),
                        new TocEntry("Title of index", "index", List.of()));
        assertThat(guidance.topics())
                .extracting(Topic::id)
                .containsExactly("b", "a", "inf", "inf/sddl", "index");
        assertThat(guidance.flaws()).isEmpty();
    }

    @Test
    void appendsTablesThatNobodyNamesAndLeavesBreadcrumbsOut() {
        tree.with("inf/toc.yml", "- name: SDDL\n  href: sddl.md\n")
                .with("breadcrumbs/toc.yml", "- name: Docs\n  tocHref: /x\n  topicHref: /y\n");

        assertThat(tree.read().toc())
                .containsExactly(
                        new TocEntry(
                                "Title of inf/index",
                                "inf",
                                List.of(new TocEntry("SDDL", "inf/sddl", List.of()))));
    }

    @Test
    void saysWhereAnEntryIsWrong() {
        tree.with(
                "toc.yml",
                """
                - name: A
                  href: A.md
                - just text
                - items: []
                - {name: B, href: b.md}
                - {name: rest, items: [{href: index.md}, {href: a.md}, {href: inf/index.md}, {href: inf/sddl.md}]}
                """);

        assertThat(tree.flaws())
                .containsExactly(
                        "toc.yml:2:9: error bad-toc: there is no page 'A.md'; did you mean 'a.md'?",
                        "toc.yml:3:3: error bad-toc: an entry has the form '- name: ...' with 'href: page.md' or"
                                + " 'items:'",
                        "toc.yml:4:3: error bad-toc: an entry needs a 'name'");
    }

    @Test
    void goesOnWithoutATableThatIsNoYaml() {
        tree.with("toc.yml", "- name: [\n");

        var guidance = tree.read();

        assertThat(guidance.topics()).hasSize(5);
        assertThat(guidance.toc()).isEmpty();
        assertThat(guidance.flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.code()).isEqualTo("bad-toc"));
    }
}
