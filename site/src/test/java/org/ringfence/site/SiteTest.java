package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final String DOOR_PAGE = "topics/doors/closing/index.html";
    private static final String RULE_PAGE = "rules/close-door/index.html";

    @TempDir private Path folder;
    private WrittenSite site;

    @BeforeEach
    void write() throws IOException {
        site = WrittenSite.of(Sample.site(), folder.resolve("out"));
    }

    @Test
    void writesAPageForEachTopicAndRuleAndTheMainPages() {
        assertThat(site.pages().keySet())
                .containsExactly(
                        "404.html",
                        "api/index.html",
                        "checklist/index.html",
                        "coverage/index.html",
                        "cwe/index.html",
                        "index.html",
                        "language/index.html",
                        "rules/close-door/index.html",
                        "rules/index.html",
                        "rules/lock-door/index.html",
                        "topics/doors/closing/index.html",
                        "topics/doors/index.html",
                        "topics/doors/locks/index.html",
                        "topics/index.html",
                        "topics/stray/index.html",
                        "topics/trust/index.html",
                        "try/index.html");
    }

    @Test
    void everyRelativeLinkAndFragmentLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        int seen = 0;
        for (var page : site.pages().entrySet()) {
            for (Element link : page.getValue().select("[href], [src]")) {
                String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (!target.matches("(?:https?|mailto):.*")) {
                    seen++;
                    if (!resolves(page.getKey(), target)) {
                        dead.add(page.getKey() + " -> " + target);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(seen).isGreaterThan(150);
    }

    private boolean resolves(String from, String target) {
        URI uri = URI.create("site:/" + from).resolve(URI.create(target));
        String path = uri.getPath().substring(1);
        if (!Files.isRegularFile(site.root().resolve(path))) {
            return false;
        }
        return uri.getFragment() == null
                || site.page(path).getElementById(uri.getFragment()) != null;
    }

    @Test
    void everyPageIsCompleteAndSelfContained() {
        site.pages()
                .forEach(
                        (name, page) -> {
                            assertThat(page.select("h1")).as(name).hasSize(1);
                            assertThat(page.select("html").attr("lang")).as(name).isEqualTo("en");
                            assertThat(page.title()).as(name).contains("Ringfence");
                            assertThat(page.select("meta[name=viewport]")).as(name).hasSize(1);
                            assertThat(page.select("main#rf-main")).as(name).hasSize(1);
                            assertThat(foreign(page)).as(name).isEmpty();
                            var ids = page.select("[id]").eachAttr("id");
                            assertThat(ids).as(name).doesNotHaveDuplicates();
                        });
    }

    /** Returns what runs, or what a browser would fetch from elsewhere without being asked. */
    static List<String> foreign(Document page) {
        List<String> found = new ArrayList<>();
        page.select(
                        "script:not([src$=ringfence.js]), style, iframe, object, embed, form, base, [style],"
                                + " link:not([rel=stylesheet], [rel=alternate], [rel=canonical])")
                .forEach(element -> found.add(element.outerHtml()));
        Stream.concat(page.select("[src]").stream(), page.select("link[href]").stream())
                .filter(e -> (e.attr("src") + e.attr("href")).matches("(?s)\\s*(?:[a-z+]+:|//).*"))
                .forEach(element -> found.add(element.outerHtml()));
        page.select("script").stream()
                .filter(script -> !script.data().isEmpty() || script.attributesSize() != 1)
                .forEach(script -> found.add(script.outerHtml()));
        for (Element element : page.getAllElements()) {
            element.attributes().asList().stream()
                    .filter(a -> a.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("on"))
                    .forEach(a -> found.add(element.outerHtml()));
            if (element.attr("href").matches("(?is)\\s*(?:javascript|data|vbscript):.*")) {
                found.add(element.outerHtml());
            }
        }
        return found;
    }

    @Test
    void forbidsByPolicyWhatItDoesNotUse() {
        assertThat(
                        site.page("index.html")
                                .select("meta[http-equiv=Content-Security-Policy]")
                                .attr("content"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void aTopicShowsItsRuleWithTheMarkedLineAndTheMessage() {
        Element card = site.page(DOOR_PAGE).getElementById("rule-close-door");
        assertThat(card.select("h3").text()).isEqualTo("A door is left open");
        assertThat(card.select(".message").text()).isEqualTo("open leaves $DOOR open");
        assertThat(card.select(".badges").text())
                .isEqualTo("high critical in some cases medium confidence CWE-782");
        Element avoid = card.selectFirst("figure.avoid pre");
        assertThat(avoid.select(".line").eachText()).containsExactly("enter();", "open();");
        assertThat(avoid.select(".line.hit").eachText()).containsExactly("open();");
        assertThat(avoid.select(".at").text()).isEqualTo("open");
        assertThat(avoid.select(".hit + .remark").text())
                .isEqualTo("high: the door stays open [close-door] line 1: enter() comes in");
        assertThat(card.select("figure.prefer .line").eachText())
                .containsExactly("open();", "close();");
        assertThat(card.select("dl.words").text())
                .isEqualTo(
                        "What to do Close it with close. Fix Replaces $DOOR by close()."
                                + " What it cannot see Sees no gates.");
    }

    @Test
    void anExampleFileMarksItsLineAndNamesTheRule() {
        Element figure = site.page(DOOR_PAGE).selectFirst(".prose figure.avoid");
        assertThat(figure.select("figcaption").text()).isEqualTo("Avoid bad.c");
        assertThat(figure.select(".line").eachText()).containsExactly("a();", "open();");
        assertThat(figure.select(".hit").eachText()).containsExactly("open();");
        assertThat(figure.select(".remark a").attr("href")).isEqualTo("../../../" + RULE_PAGE);
    }

    @Test
    void aFileThatTheSiteDoesNotHaveIsNoLink() {
        assertThat(site.page(DOOR_PAGE).select(".prose p").last().html())
                .isEqualTo(
                        "<a href=\"../../../topics/doors/locks/index.html\">locks</a> plan"
                                + " <span class=\"missing\">[plan]</span>");
    }

    @Test
    void aTopicHasItsWayItsNeighboursAndItsOutline() {
        Document page = site.page(DOOR_PAGE);
        assertThat(page.select(".crumbs li").eachText()).containsExactly("Ringfence", "Doors");
        assertThat(page.select(".turn a").eachText())
                .containsExactly("Previous Doors", "Next Locks");
        assertThat(page.select(".outline a").eachAttr("href"))
                .containsExactly("#why", "#rules", "#rules-2", "#rule-close-door");
        assertThat(page.select(".side [aria-current]").eachText()).containsExactly("Closing doors");
        assertThat(page.select(".side details[open] > summary").eachText())
                .containsExactly("Doors");
        assertThat(page.select("h2#why > a.permalink").attr("href")).isEqualTo("#why");
        assertThat(page.select("table").parents().select("div.scroll")).hasSize(1);
        assertThat(page.select(".sources li").eachText())
                .containsExactly("https://example.org/a", "A book");
    }

    @Test
    void aRuleShowsAllItsExamplesAndWhatItEnforces() {
        Document page = site.page(RULE_PAGE);
        assertThat(page.select("figure.avoid")).hasSize(2);
        assertThat(page.select("figure.prefer")).hasSize(1);
        assertThat(page.select("dl.facts dd a").eachAttr("href"))
                .containsExactly(
                        "../../topics/doors/closing/index.html#why",
                        "../../topics/doors/locks/index.html");
        assertThat(page.select("#run + .code pre").text())
                .isEqualTo("ringfence check --rules close-door path/to/driver");
        Element change = page.select(".avoid .fix pre").first();
        assertThat(change.select(".line.del").eachText()).containsExactly("open();");
        assertThat(change.select(".line.ins").eachText()).containsExactly("close();");
        assertThat(change.select(".line").first().text()).isEqualTo("enter();");
    }

    @Test
    void coverageCountsTestsAndGivesReasons() {
        Document page = site.page("coverage/index.html");
        assertThat(page.select(".totals > div").eachText())
                .containsExactly(
                        "Checked by rules 2",
                        "Not checkable 1",
                        "No rule yet 1",
                        "Topics 4",
                        "Rules 2",
                        "Tests, bad and good 3 + 1");
        assertThat(page.select("table.coverage tbody tr").eachText())
                .containsExactly(
                        "Closing doors checked high close-door house 2 1",
                        "Locks checked high close-door house 2 1",
                        "Trust not checkable Not checkable because no tool sees trust",
                        "A stray page no rule yet");
        assertThat(page.select("tbody.no-rule-yet .state").eachText())
                .containsExactly("no rule yet");
        assertThat(page.select("#rf-orphans ~ .scroll th a").eachText())
                .containsExactly("A door is not locked");
    }

    @Test
    void theLanguageReferenceListsTheVocabulary() {
        assertThat(site.page("language/index.html").select("table").eachText())
                .containsExactly(
                        "Attribute Type Meaning .open truth whether it is open",
                        "Collection Elements doors door",
                        "Function Result Meaning width(element) number how wide it is",
                        "Capture Label of the enclosing @room room",
                        "Constant Value DOOR_WIDE 0x200");
    }
}
