package org.ringfence.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuidanceTest {

    @Test
    void ordersTopicsByTheTableOfContentsAndThenByPath() {
        var toc =
                List.of(
                        new TocEntry("Z", "z", List.of(new TocEntry("M", "m", List.of()))),
                        new TocEntry("A", "a", List.of()));
        var topics =
                List.of(
                        topic("a", "A"),
                        topic("b", "B"),
                        topic("m", "M"),
                        topic("c", "C"),
                        topic("z", "Z"));

        var guidance = Guidance.of(topics, toc, List.of());

        assertThat(guidance.topics())
                .extracting(Topic::id)
                .containsExactly("z", "m", "a", "b", "c");
        assertThat(guidance.flaws())
                .extracting(Flaw::toString)
                .containsExactly(
                        "b.md:1:1: warning orphan: no toc.yml names this page, so nobody finds it by browsing;"
                                + " add an entry with 'href: b.md'",
                        "c.md:1:1: warning orphan: no toc.yml names this page, so nobody finds it by browsing;"
                                + " add an entry with 'href: c.md'");
    }

    @Test
    void doesNotCallPagesOrphansWhenThereIsNoTableOfContents() {
        assertThat(Guidance.of(List.of(topic("a", "A")), List.of(), List.of()).flaws()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoTopicsWithTheSameId() {
        var folder =
                new Topic(
                        "a", "Two", "s", "a/index.md", List.of(), List.of(), Map.of(), links -> "");

        var guidance = Guidance.of(List.of(folder, topic("a", "One")), List.of(), List.of());

        assertThat(guidance.topic("a").map(Topic::path)).contains("a.md");
        assertThat(guidance.flaws())
                .extracting(Flaw::toString)
                .containsExactly(
                        "a/index.md:1:1: error duplicate-id: the topic id 'a' already belongs to a.md;"
                                + " this page is skipped, rename one of them");
    }

    @Test
    void reportsATitleUsedTwiceWhateverItsCase() {
        var flaws =
                Guidance.of(List.of(topic("a", "Pools"), topic("b", "POOLS")), List.of(), List.of())
                        .flaws();

        assertThat(flaws)
                .extracting(Flaw::toString)
                .containsExactly(
                        "b.md:1:1: warning duplicate-title: the title 'POOLS' is also that of a.md;"
                                + " a reader of search results cannot tell them apart");
    }

    @Test
    void suggestsAnIdOnlyForOneThatDoesNotExist() {
        var guidance = Guidance.of(List.of(topic("ioctl/access", "A")), List.of(), List.of());

        assertThat(guidance.nearest("ioctl/acess")).contains("ioctl/access");
        assertThat(guidance.nearest("ioctl/access")).isEmpty();
        assertThat(guidance.topic("ioctl/acess")).isEmpty();
    }

    @Test
    void sendsLinksWhereTheSiteSaysAndDeadOnesNowhere() {
        var links =
                List.of(
                        new Link("b.md#x", "b", 1, 1, new Link.ToTopic("b", "x")),
                        new Link("gone.md", "g", 1, 9, new Link.Dead()),
                        new Link(
                                "https://example.org/",
                                "e",
                                1,
                                20,
                                new Link.Outside("https://example.org/")));
        var topic =
                new Topic(
                        "a",
                        "A",
                        "s",
                        "a.md",
                        List.of(),
                        links,
                        Map.of(),
                        addresses ->
                                List.of("b.md#x", "gone.md", "https://example.org/", "never seen")
                                        .stream()
                                        .map(addresses::of)
                                        .toList()
                                        .toString());

        assertThat(topic.html((id, anchor) -> "../" + id + "/#" + anchor))
                .isEqualTo(
                        List.of(
                                        Optional.of("../b/#x"),
                                        Optional.empty(),
                                        Optional.of("https://example.org/"),
                                        Optional.empty())
                                .toString());
    }

    private static Topic topic(String id, String title) {
        return new Topic(id, title, "s", id + ".md", List.of(), List.of(), Map.of(), links -> "");
    }
}
