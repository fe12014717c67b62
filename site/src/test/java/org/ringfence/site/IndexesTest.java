package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;

class IndexesTest {
    @TempDir private Path folder;

    private static Topic topic(String id, String text, Map<String, List<String>> attributes) {
        return new Topic(
                id,
                "Topic " + id,
                "About it.",
                id + "/index.md",
                List.of(
                        new Section("", "Topic " + id, 1, 1, "", List.of()),
                        new Section("how", "How", 2, 3, text, List.of())),
                List.of(),
                attributes,
                new Topic.Body() {
                    @Override
                    public String html(Topic.Addresses addresses) {
                        return "<h2 id=\"how\">How</h2>";
                    }

                    @Override
                    public List<String> texts() {
                        return List.of("# Topic " + id + "\n\n" + text + "\n");
                    }
                });
    }

    private static Rule rule(String id, String subject, List<String> required, String replacedBy) {
        Rule rule = Sample.rule(id, id, List.of(new TopicRef("a", "")), List.of());
        Rule.Classification c = rule.classification();
        return new Rule(
                id,
                "Title of " + id,
                subject,
                new Rule.Classification(
                        c.severities(),
                        c.confidence(),
                        c.topics(),
                        c.cwe(),
                        replacedBy.isEmpty() ? Rule.Status.STABLE : Rule.Status.DEPRECATED,
                        replacedBy),
                rule.query(),
                new Rule.Conditions(
                        List.of(),
                        List.of(new Rule.Let("N", new Expr.Parameter("house::most", NUMBER))),
                        List.of(),
                        List.of()),
                rule.wording(),
                List.of(),
                List.of(Sample.example(Rule.Example.Kind.GOOD, "", "a(); //!!\n```")),
                List.of(required),
                new TreeSet<>(),
                rule.origin());
    }

    private static final Expr.Number NUMBER = new Expr.Number(7, "7");

    private static Site site() {
        var guidance =
                Guidance.of(
                        List.of(
                                topic(
                                        "a",
                                        "Call ZwOpenKey, not strcpy; SeDebugPrivilege is no call.",
                                        Map.of("checklist", List.of("one"))),
                                topic(
                                        "b",
                                        "ZwOpenKey and MmMapIoSpace.",
                                        Map.of(
                                                "checklist-items.two.title",
                                                List.of("Second"),
                                                "checklist-items.two.owner",
                                                List.of("tester"))),
                                topic("language/c", "ZwOpenKey", Map.of())),
                        List.of(),
                        List.of());
        var pack =
                new RulePack(
                        "house",
                        "1.2",
                        List.of(),
                        List.of(
                                new RulePack.Parameter("house::most", "How many.", NUMBER),
                                new RulePack.Parameter("house::mo", "", NUMBER)),
                        List.of(
                                rule("keys", "c", List.of("ZwOpenKey", "strcpy", "OBJ_FLAG"), ""),
                                rule("old", "inf", List.of("ZwOpenKey"), "keys"),
                                rule("older", "c", List.of(), "gone")));
        return new Site(guidance, List.of(pack))
                .withApis(name -> name.equals("MmMapIoSpace") ? "PVOID MmMapIoSpace(...)" : "");
    }

    private WrittenSite written() throws IOException {
        return WrittenSite.of(site(), folder.resolve("out"));
    }

    @Test
    void functionsLeadToTheRulesAndTheSectionsThatNameThem() throws IOException {
        Document page = written().page("api/index.html");
        assertThat(page.select(".entry").eachAttr("id"))
                .containsExactly("MmMapIoSpace", "strcpy", "ZwOpenKey");
        Element key = page.getElementById("ZwOpenKey");
        assertThat(key.select(".refs a").eachAttr("href"))
                .containsExactly(
                        "../rules/keys/index.html",
                        "../topics/a/index.html#how",
                        "../topics/b/index.html#how");
        assertThat(page.getElementById("MmMapIoSpace").select(".about").text())
                .isEqualTo("PVOID MmMapIoSpace(...)");
    }

    @Test
    void weaknessesHaveNamesRulesAndTopics() throws IOException {
        Document page = written().page("cwe/index.html");
        assertThat(page.select(".entry h3").eachText()).containsExactly("CWE-782#");
        assertThat(page.select("#cwe-782 .about").text())
                .isEqualTo("Exposed IOCTL with Insufficient Access Control definition");
        assertThat(page.select("#cwe-782 .refs a").eachText())
                .containsExactly("Title of keys", "Title of old", "Title of older", "Topic a");
    }

    @Test
    void theChecklistHasDeclaredItemsAndThoseThatTopicsName() throws IOException {
        Document page = written().page("checklist/index.html");
        assertThat(page.select(".checklist h2").eachText()).containsExactly("Second", "Topic a");
        assertThat(page.select(".meta").eachText()).containsExactly("two Owner: tester", "one");
        assertThat(page.select("[data-check]").eachAttr("data-check"))
                .containsExactly("two", "one");
    }

    @Test
    void aRuleThatWasReplacedLeadsOn() throws IOException {
        WrittenSite site = written();
        Document old = site.page("rules/old/index.html");
        assertThat(old.select("meta[http-equiv=refresh]").attr("content"))
                .isEqualTo("0; url=../../rules/keys/index.html");
        assertThat(old.select("main a").attr("href")).isEqualTo("../../rules/keys/index.html");
        assertThat(site.page("rules/older/index.html").select(".alert").text())
                .isEqualTo("Deprecated Use gone instead.");
    }

    @Test
    void aRuleShowsTheParametersThatItUses() throws IOException {
        Document page = written().page("rules/keys/index.html");
        assertThat(page.select("#configure ~ dl pre").eachText())
                .containsExactly("ringfence check --set most=7 path/to/driver");
    }

    @Test
    void everyTopicAndRuleIsMarkdownTooAndListed() throws IOException {
        Path out = written().root();
        assertThat(out.resolve("topics/a/index.md"))
                .hasContent(
                        "# Topic a\n\nCall ZwOpenKey, not strcpy; SeDebugPrivilege is no call.\n");
        assertThat(Files.readString(out.resolve("rules/keys/index.md")))
                .startsWith("# Title of keys\n\n`keys` of house, on c: high, medium confidence\n")
                .contains("\n\nCWE-782 Exposed IOCTL with Insufficient Access Control\n\n")
                .endsWith("## Prefer\n\n````c\na();\n```\n````\n");
        assertThat(Files.readString(out.resolve("llms.txt")))
                .isEqualTo(
                        """
                        # Ringfence

                        > Security guidance for Windows drivers, and the rules that check it.

                        ## All topics

                        - [Topic a](topics/a/index.md): About it.
                        - [Topic b](topics/b/index.md): About it.
                        - [Topic language/c](topics/language/c/index.md): About it.

                        ## Rules

                        - [Title of keys](rules/keys/index.md): keys, high
                        - [Title of old](rules/old/index.md): old, high
                        - [Title of older](rules/older/index.md): older, high
                        """);
    }
}
