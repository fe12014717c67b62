package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.check.Finding;
import org.ringfence.rule.Severity;
import org.ringfence.subject.Source;

class FindingPagesTest {
    private static final Source HOUSE =
            new Source(
                    "src/house.c",
                    "int a;\r\n"
                            + "\n".repeat(10)
                            + "\r "
                            + "\n".repeat(8)
                            + "  door(1);\ngate();");

    @TempDir private Path folder;

    private WrittenSite site(List<Found.Earlier> earlier, Finding... findings) throws IOException {
        return WrittenSite.of(
                Sample.site().withFindings(Sample.report(findings), earlier),
                folder.resolve("out"));
    }

    private Document overview(Finding... findings) throws IOException {
        return site(List.of(), findings).page("findings/index.html");
    }

    private static List<String> rows(Document page, String table) {
        return page.select(table + " tbody tr").eachText();
    }

    @Test
    void theOverviewCountsBySeverityTopicRuleAndFile() throws IOException {
        Document page =
                overview(
                        Sample.finding(HOUSE, "gate", Severity.LOW),
                        Sample.finding(HOUSE, "door", Severity.LOW),
                        Sample.finding(new Source("b.c", "door"), "door", Severity.HIGH));

        assertThat(page.select(".lead").text())
                .isEqualTo("3 findings in 2 files. Checked 3 house with 1 rule.");
        assertThat(page.select(".chart figcaption").eachText())
                .containsExactly("By severity", "By topic", "By rule", "By file");
        assertThat(rows(page, ".chart:eq(0)")).containsExactly("high 1", "low 2");
        assertThat(rows(page, ".chart:eq(1)")).containsExactly("Closing doors 3", "Locks 3");
        assertThat(rows(page, ".chart:eq(2)")).containsExactly("close-door 3");
        assertThat(rows(page, ".chart:eq(3)")).containsExactly("src/house.c 2", "b.c 1");
        assertThat(page.select(".chart:eq(3) rect").eachAttr("width"))
                .containsExactly("1000", "500");
        assertThat(page.select(".alert li").eachText())
                .containsExactly("cellar.c was not read: it is dark");
    }

    @Test
    void theWorstFindingsStandFirstAndLeadToTheirLines() throws IOException {
        WrittenSite site =
                site(
                        List.of(),
                        Sample.finding(HOUSE, "gate", Severity.LOW),
                        Sample.finding(HOUSE, "door", Severity.HIGH));
        Document page = site.page("findings/index.html");

        assertThat(page.select(".findings tbody th > a").eachText())
                .containsExactly("src/house.c:21", "src/house.c:22");
        for (Element link : page.select(".findings tbody th > a")) {
            String[] to = link.attr("href").substring("../".length()).split("#");
            assertThat(site.page(to[0]).getElementById(to[1]).text())
                    .matches("21 +door\\(1\\);|22 ?gate\\(\\);");
        }
        assertThat(page.select(".findings td a").eachAttr("href"))
                .startsWith("../rules/close-door/index.html", "../topics/doors/closing/index.html");
    }

    @Test
    void aFileShowsWhatStandsAroundItsFindingsAndTheWaysOfValues() throws IOException {
        Document page =
                site(List.of(), Sample.finding(HOUSE, "door", Severity.HIGH))
                        .page("findings/src/house.c/index.html");

        assertThat(page.select(".excerpt")).hasSize(2);
        assertThat(page.select(".excerpt:eq(0) .count").eachText())
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(page.select(".excerpt:eq(1) .count").eachText())
                .containsExactly("15", "16", "17", "18", "19", "20", "21", "22");
        assertThat(page.select(".line.hit .at").text()).isEqualTo("door");
        assertThat(page.select(".remark .step").text()).isEqualTo("line 1: i taken here");
        assertThat(page.select(".remark .also").eachText())
                .containsExactly("line 1: the house begins here", "Do: Close it with close.");
        assertThat(page.select(".remark .by a").attr("href"))
                .isEqualTo("../../../rules/close-door/index.html");
        assertThat(page.select(".crumbs").text()).isEqualTo("Ringfence Findings");
    }

    @Test
    void earlierReportsMakeATrend() throws IOException {
        Document page =
                site(
                                List.of(
                                        new Found.Earlier(
                                                "monday.json",
                                                Map.of(Severity.CRITICAL, 1, Severity.LOW, 3))),
                                Sample.finding(HOUSE, "door", Severity.HIGH))
                        .page("findings/index.html");

        assertThat(rows(page, ".trend"))
                .containsExactly("monday.json 1 0 0 3 4", "this report 0 1 0 0 1");
        assertThat(page.select(".trend tr:eq(1) rect").eachAttr("width"))
                .containsExactly("250", "250", "250", "0");
    }

    @Test
    void aCleanReportSaysSoAndHasNoCharts() throws IOException {
        Document page = overview();

        assertThat(page.select(".lead").text()).startsWith("0 findings in 0 files.");
        assertThat(page.select(".chart, table")).isEmpty();
    }

    @Test
    void pathsThatClimbOrDifferByCaseStayApartAndInside() throws IOException {
        WrittenSite site =
                site(
                        List.of(),
                        Sample.finding(new Source("../x.c", "door"), "door", Severity.LOW),
                        Sample.finding(new Source("A.c", "door"), "door", Severity.LOW),
                        Sample.finding(new Source("a.c", "door"), "door", Severity.LOW),
                        Sample.finding(new Source("index.html", "door"), "door", Severity.LOW));

        assertThat(site.pages().keySet())
                .filteredOn(page -> page.startsWith("findings/"))
                .hasSize(5);
        assertThat(folder.resolve("x.c")).doesNotExist();
        assertThat(folder.resolve("out/x.c")).doesNotExist();
    }
}
