package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.site.html.ServiceViews;

/** Pages that a server makes stand in the frame of those that lie still. */
class ServicePagesTest {
    private static final ServicePages PAGES = Sample.site().served().servicePages();
    private static final ServicePages.Query QUERY =
            new ServicePages.Query("<b>door", "Doors", true, List.of("Doors", "People"));

    @TempDir Path folder;

    private static ServicePages.Answer answer(String topic) {
        return new ServicePages.Answer(
                topic,
                "Closing <doors>",
                "how to",
                "How",
                "Doors",
                List.of(
                        new ServiceViews.Piece("Shut the ", false),
                        new ServiceViews.Piece("<door>", true)),
                List.of("close-door"));
    }

    @Test
    void theSearchPageAsksAgainWhatWasAskedAndLeadsToWhatWasFound() {
        Document page = Jsoup.parse(PAGES.search(QUERY, List.of(answer(Sample.DOOR)), ""));
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("<b>door");
        assertThat(page.select("option[selected]").text()).isEqualTo("Doors");
        assertThat(page.select("input[name=ruled]").hasAttr("checked")).isTrue();
        assertThat(page.select(".results h2 a").attr("href"))
                .isEqualTo("../topics/doors/closing/index.html#how%20to");
        assertThat(page.select(".results h2").text()).isEqualTo("Closing <doors> How");
        assertThat(page.select(".results mark").text()).isEqualTo("<door>");
        assertThat(page.select(".results a.chip").attr("href"))
                .isEqualTo("../rules/close-door/index.html");
        assertThat(page.select("b")).isEmpty();
    }

    @Test
    void theResultsAloneAreThoseOfThePage() {
        String part = PAGES.results(QUERY, List.of(answer(Sample.DOOR)), "");
        assertThat(part).doesNotContain("<html").contains("1 topic", "<ol class=\"results\">");
        assertThat(PAGES.results(QUERY, List.of(), "")).contains("Nothing found.");
        assertThat(PAGES.results(QUERY, List.of(), "too <long>"))
                .contains("too &lt;long&gt;")
                .doesNotContain("Nothing found.");
    }

    @Test
    void aTextThatWasCheckedShowsWhatIsSaidOnItsLines() {
        var pasted =
                new ServicePages.Pasted("open();\n</textarea><b>x", "c", List.of("c", "inf"), 99);
        var flagged = new ServicePages.Flagged("close-door", Sample.mark(2, "stays `open`"));
        var checked =
                new ServicePages.Checked(
                        List.of(flagged),
                        "1 finding",
                        List.of(new ServiceViews.Meaning("<x>", "a <b>door</b>")),
                        List.of("not <all>"));
        Document page = Jsoup.parse(PAGES.tryIt(pasted, checked));
        assertThat(page.select("textarea").text()).isEqualTo("open();\n</textarea><b>x");
        assertThat(page.select("input[checked]").attr("value")).isEqualTo("c");
        assertThat(page.select(".line.hit").text()).isEqualTo("</textarea><b>x");
        assertThat(page.select(".line.hit .at").text()).isEqualTo("</te");
        assertThat(page.select(".remark .by a").attr("href"))
                .isEqualTo("../rules/close-door/index.html");
        assertThat(page.select("[role=alert]").text()).isEqualTo("not <all>");
        assertThat(page.select(".meanings dt").text()).isEqualTo("<x>");
        assertThat(page.select(".meanings dd").text()).isEqualTo("a <b>door</b>");
        assertThat(page.select("main b")).isEmpty();
    }

    @Test
    void onlyAServedSiteHasTheServicesScriptAndMayAskItsServer() throws IOException {
        Path served = folder.resolve("served");
        Sample.site().served().write(served);
        String page = Files.readString(served.resolve("index.html"));
        assertThat(page)
                .contains(
                        "connect-src 'self'",
                        "form-action 'self'",
                        "service.js",
                        "role=\"search\"");
        assertThat(served.resolve("service.js")).exists();

        Path still = folder.resolve("still");
        Sample.site().write(still);
        assertThat(Files.readString(still.resolve("index.html")))
                .contains("form-action 'none'")
                .doesNotContain("connect-src", "service.js", "<form");
        assertThat(still.resolve("service.js")).doesNotExist();
        assertThat(Files.readString(still.resolve("try/index.html"))).contains("ringfence serve");
    }
}
