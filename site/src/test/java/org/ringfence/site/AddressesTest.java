package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.site.html.Web;

class AddressesTest {
    private static final String BASE = "https://example.org/docs/";
    private static final String CHANGELOG =
            "## Unreleased\n- Soon.\n## [1.1] - 2026-02-03\n### Added\n- `Doors` & <gates>.\n"
                    + "## [1.0] - 2026-01-02\n- All.\n";

    @TempDir private Path folder;

    private WrittenSite published() throws IOException {
        return WrittenSite.of(
                Sample.site()
                        .withReleaseNotes(CHANGELOG)
                        .withAddresses(BASE, "https://example.org/edit/main"),
                folder.resolve("out"));
    }

    private Document xml(String path) throws IOException {
        Path file = folder.resolve("out").resolve(path);
        return Jsoup.parse(Files.readString(file), Parser.xmlParser());
    }

    @Test
    void eachPageSaysItsOneAddressAndWhereItIsEdited() throws IOException {
        WrittenSite site = published();
        Document door = site.page("topics/doors/closing/index.html");

        assertThat(door.select("link[rel=canonical]").attr("href"))
                .isEqualTo(BASE + "topics/doors/closing/");
        assertThat(door.select("meta[property=og:url]").attr("content"))
                .isEqualTo(BASE + "topics/doors/closing/");
        assertThat(door.select("meta[property=og:title]").attr("content"))
                .isEqualTo("Closing doors");
        assertThat(door.select("meta[property=og:description]").attr("content"))
                .isEqualTo("Close doors behind you.");
        assertThat(door.select("a.edit").attr("href"))
                .isEqualTo("https://example.org/edit/main/doors/closing.md");
        assertThat(site.page("index.html").select("link[rel=canonical]").attr("href"))
                .isEqualTo(BASE);
        assertThat(site.page("rules/index.html").select("a.edit")).isEmpty();
    }

    @Test
    void thePageForWhatIsMissingWorksAtAnyAddress() throws IOException {
        Document missing = published().page("404.html");

        assertThat(missing.select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("/docs/ringfence.css");
        assertThat(missing.select("link[rel=canonical]")).isEmpty();
    }

    @Test
    void theSitemapHoldsThePagesThatAreThere() throws IOException {
        WrittenSite site = published();

        List<String> addresses = xml("sitemap.xml").select("urlset > url > loc").eachText();

        assertThat(addresses)
                .hasSize(site.pages().size() - 1)
                .contains(BASE, BASE + "rules/close-door/", BASE + "topics/stray/")
                .doesNotContain(BASE + "404.html");
    }

    @Test
    void theFeedHoldsTheReleasesThatHaveADate() throws IOException {
        WrittenSite site = published();
        Document feed = xml("releases/feed.xml");

        assertThat(feed.select("entry > title").eachText())
                .containsExactly("1.1 - 2026-02-03", "1.0 - 2026-01-02");
        assertThat(feed.select("feed > updated").text()).isEqualTo("2026-02-03T00:00:00Z");
        assertThat(feed.selectFirst("entry > content").wholeText())
                .isEqualTo("Added\n- Doors & <gates>.\n");
        String entry = feed.select("entry > id").get(0).text();
        assertThat(entry).startsWith(BASE + "releases/#");
        assertThat(site.page("releases/index.html").getElementById(entry.split("#")[1]))
                .isNotNull();
    }

    @Test
    void aSiteThatStandsNowhereHasNoneOfIt() throws IOException {
        WrittenSite site =
                WrittenSite.of(Sample.site().withReleaseNotes(CHANGELOG), folder.resolve("out"));

        assertThat(WrittenSite.bytes(site.root())).doesNotContainKeys("sitemap.xml");
        assertThat(site.root().resolve("releases/feed.xml")).doesNotExist();
        assertThat(site.page("index.html").select("link[rel=canonical], a.edit")).isEmpty();
        assertThat(site.page("404.html").select("link[rel=stylesheet]").attr("href"))
                .isEqualTo("ringfence.css");
    }

    @Test
    void aListOfTooManyPagesIsCutIntoParts() {
        String list = new Feeds(new Web(BASE, "")).parts(2);

        assertThat(Jsoup.parse(list, Parser.xmlParser()).select("sitemapindex > sitemap > loc"))
                .extracting(loc -> loc.text())
                .containsExactly(BASE + "sitemap-1.xml", BASE + "sitemap-2.xml");
    }

    @Test
    void aPathIsWrittenAsAddressesAre() {
        var web = new Web("", "https://example.org/edit/");

        assertThat(web.editing("a b/ö#1.md"))
                .isEqualTo("https://example.org/edit/a%20b/%C3%B6%231.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "javascript:alert(1)",
                "https:///docs/",
                "https://example.org/?q=1",
                "https://example.org/#top",
                "https://exa mple.org/"
            })
    void refusesWhatIsNoAddressOfAFolder(String address) {
        assertThatThrownBy(() -> Sample.site().withAddresses(address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "`"
                                + address
                                + "` is no address of a folder on the web, such as"
                                + " https://example.org/docs/");
    }
}
