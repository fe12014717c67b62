package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.TocEntry;
import org.ringfence.rule.Rule;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Vocabulary;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "</title></style></textarea><svg onload=alert(1)>",
                "../../etc/passwd",
                "..\\..\\windows",
                "/absolute",
                "a//b/./../..",
                "C:evil",
                "nul",
                "\0\u0001\u202e",
                "${7*7} #{7*7} @template.layout",
                "&lt;b&gt; &amp;"
            })
    void isInertWhereverItStands(String evil) throws IOException {
        var topic =
                Sample.with(
                        Sample.topic(evil, evil, "<p>x</p>", ""),
                        Map.of(
                                "checklist",
                                List.of(evil),
                                "sources",
                                List.of(evil),
                                "not-checkable",
                                List.of(evil)));
        var other = Sample.topic(evil + "/2", evil, "<p>x</p>", evil);
        var rule =
                Sample.rule(
                        evil,
                        evil,
                        List.of(new TopicRef(evil, evil), new TopicRef(evil + "?", evil)),
                        List.of(Sample.example(Rule.Example.Kind.BAD, evil, evil)));
        var guidance =
                Guidance.of(
                        List.of(topic, other),
                        List.of(
                                new TocEntry(
                                        evil, "", List.of(new TocEntry(evil, evil, List.of())))),
                        List.of());
        var vocabulary =
                new Vocabulary(
                        evil,
                        Map.of(evil, new Vocabulary.Kind(evil, Map.of(), false)),
                        Map.of(evil, evil),
                        Map.of(),
                        Map.of(evil, 1L),
                        Map.of(evil, evil),
                        Set.of());
        var site =
                new Site(guidance, List.of(Sample.pack(rule)))
                        .withExamples(
                                (r, example) -> new Examples.Outcome(List.of(evil(evil)), evil))
                        .withLanguage(List.of(vocabulary), Map.of(evil, evil));

        var written = WrittenSite.of(site, folder.resolve("in/side/out"));

        assertThat(written.pages()).hasSize(13);
        written.pages()
                .forEach(
                        (name, page) -> {
                            assertThat(SiteTest.foreign(page)).as(name).isEmpty();
                            assertThat(page.select("h1")).as(name).hasSize(1);
                            assertThat(hosts(page)).as(name).isEmpty();
                        });
        assertThat(strangers()).isEmpty();
    }

    private static Examples.Mark evil(String evil) {
        var place = new Examples.Place(1, 1, evil.length());
        return new Examples.Mark(place, evil, evil, List.of(new Examples.Step(1, evil, evil)));
    }

    private static List<String> hosts(Document page) {
        return page.select("a[href]").eachAttr("href").stream()
                .filter(href -> href.matches("(?s)\\s*(?:[A-Za-z+]+:|/|\\\\).*"))
                .filter(href -> !href.startsWith("https://cwe.mitre.org/data/definitions/"))
                .toList();
    }

    /** Returns the files outside the folder of the site. */
    private List<String> strangers() throws IOException {
        return WrittenSite.bytes(folder).keySet().stream()
                .filter(file -> !file.startsWith("in/side/out/"))
                .toList();
    }

    @Test
    void similarIdsGetPagesOfTheirOwn() throws IOException {
        var ids =
                List.of(
                        "a",
                        "A",
                        "a/index.html",
                        "a~2f",
                        "a/",
                        "/a",
                        "",
                        "..",
                        ".",
                        "x".repeat(300));
        List<org.ringfence.kb.Topic> topics = new ArrayList<>();
        for (String id : ids) {
            topics.add(Sample.topic(id, "Topic " + topics.size(), "<p>x</p>", ""));
        }
        var written =
                WrittenSite.of(
                        new Site(Guidance.of(topics, List.of(), List.of()), List.of()),
                        folder.resolve("out"));
        assertThat(written.pages()).hasSize(ids.size() + 5);
    }

    @Test
    void theSameRuleInTwoPacksHasTwoPages() throws IOException {
        var packs = List.of(Sample.pack(Sample.closing()), Sample.pack(Sample.closing()));
        var written = WrittenSite.of(new Site(Sample.guidance(), packs), folder.resolve("out"));
        assertThat(written.pages())
                .containsKeys("rules/close-door/index.html", "rules/close-door~-2/index.html");
    }

    @Test
    void aFileOutsideTheGuidanceIsNotCopied() throws IOException {
        Path root = Files.createDirectories(folder.resolve("guidance/doors")).getParent();
        Files.writeString(folder.resolve("secret.png"), "secret");
        Files.createSymbolicLink(root.resolve("doors/plan.png"), folder.resolve("secret.png"));
        assertThat(Sample.site().withFiles(root).write(folder.resolve("out")).files()).isZero();
    }

    @Test
    void anImageBesideThePagesIsCopiedAndShown() throws IOException {
        Path root = Files.createDirectories(folder.resolve("guidance/doors")).getParent();
        Files.writeString(root.resolve("doors/plan.png"), "pixels");
        var written = WrittenSite.of(Sample.site().withFiles(root), folder.resolve("out"));
        assertThat(written.root().resolve("files/doors/plan.png")).hasContent("pixels");
        assertThat(
                        written.page("topics/doors/closing/index.html")
                                .select("img[src=../../../files/doors/plan.png][alt=plan]"))
                .hasSize(1);
    }
}
