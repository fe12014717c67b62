package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

class LanguagePageTest {
    @TempDir Path folder;

    private Document page(String manual) throws IOException {
        Topic topic =
                new Topic(
                        "language/rules-on-house",
                        "Rules on houses",
                        "What rules may ask about houses.",
                        "language/rules-on-house.md",
                        List.of(
                                new Section("", "Rules on houses", 1, 1, "text", List.of()),
                                new Section("doors", "Doors", 2, 5, manual, List.of())),
                        List.of(),
                        Map.of(),
                        addresses -> "<h2 id=\"doors\">Doors</h2>");
        Guidance guidance = Guidance.of(List.of(topic), List.of(), List.of());
        Site site =
                new Site(guidance, List.of())
                        .withLanguage(List.of(Sample.vocabulary()), Map.of("rule", "'rule' ID"));
        return WrittenSite.of(site, folder.resolve("out")).page("language/index.html");
    }

    @Test
    void hasTheSyntaxAndLeadsToTheManual() throws IOException {
        Document page = page("where $D.open");

        assertThat(page.select("dl.syntax").text()).isEqualTo("rule 'rule' ID");
        assertThat(page.select("nav[aria-label=Manual] a").eachText())
                .containsExactly("Rules on houses");
    }

    @Test
    void leadsFromFunctionsAndAttributesToTheirExamples() throws IOException {
        String doors = "../topics/language/rules-on-house/index.html#doors";

        assertThat(page("$D.open and width($D) > 1").select("table a").eachAttr("href"))
                .containsExactly(doors, doors);
        assertThat(page("$D.open-wide and my-width($D) > 1").select("table a")).isEmpty();
    }
}
