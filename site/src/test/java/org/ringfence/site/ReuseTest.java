package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.rule.TopicRef;

class ReuseTest {
    @TempDir private Path folder;
    private Path pages;
    private int builds;

    @BeforeEach
    void writePages() throws IOException {
        pages = Files.createDirectories(folder.resolve("pages/includes")).getParent();
        page("a.md", "# A\n\n[b](b.md) [!INCLUDE[x](includes/x.md)]\n");
        page("b.md", "# B\n\nText.\n");
        page("c.md", "# C\n\nText.\n");
        page("includes/x.md", "shared");
        page(
                "toc.yml",
                "- name: A\n  href: a.md\n- name: B\n  href: b.md\n- name: C\n  href: c.md\n");
    }

    private void page(String path, String text) throws IOException {
        Files.writeString(pages.resolve(path), text);
    }

    private Site site(String program) throws IOException {
        var rule = Sample.rule("close-door", "Doors", List.of(new TopicRef("c", "")), List.of());
        return new Site(GuidanceReader.read(pages), List.of(Sample.pack(rule)))
                .withExamples(Sample::outcome)
                .withReuse(program);
    }

    /** Returns how many pages were taken over; the site is that of a clean build. */
    private int kept(String program) throws IOException {
        int kept = site(program).write(folder.resolve("out")).kept();
        Path clean = folder.resolve("clean-" + ++builds);
        site(program).write(clean);
        assertThat(WrittenSite.bytes(folder.resolve("out"))).isEqualTo(WrittenSite.bytes(clean));
        return kept;
    }

    @Test
    void pagesWithoutRulesAreTakenOverWhereNothingChanged() throws IOException {
        assertThat(kept("1")).isZero();
        assertThat(kept("1")).isEqualTo(2);
    }

    @Test
    void aChangedPageIsMadeAnewAndNoOther() throws IOException {
        kept("1");
        page("b.md", "# B\n\nOther text.\n");
        assertThat(kept("1")).isEqualTo(1);
    }

    @Test
    void whatAPageDrawsInBelongsToIt() throws IOException {
        kept("1");
        page("includes/x.md", "other");
        assertThat(kept("1")).isEqualTo(1);
    }

    @Test
    void aNewTitleChangesThePagesThatShowIt() throws IOException {
        kept("1");
        page(
                "toc.yml",
                "- name: A\n  href: a.md\n- name: Bee\n  href: b.md\n- name: C\n  href: c.md\n");
        assertThat(kept("1")).isZero();
    }

    @Test
    void anotherProgramMakesAllAnew() throws IOException {
        kept("1");
        assertThat(kept("2")).isZero();
        assertThat(kept("")).isZero();
    }

    @Test
    void aPageThatSomebodyChangedIsMadeAnew() throws IOException {
        kept("1");
        Files.writeString(folder.resolve("out/topics/a/index.html"), "mine");
        assertThat(kept("1")).isEqualTo(1);
    }
}
