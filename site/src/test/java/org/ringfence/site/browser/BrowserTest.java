package org.ringfence.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.site.SampleSite;

/** What a reader does, in a browser, with pages that lie on disk. Skipped where there is none. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrowserTest {
    private static final List<String> PAGES =
            List.of(
                    "index.html",
                    "404.html",
                    "topics/index.html",
                    "topics/doors/closing/index.html",
                    "rules/index.html",
                    "rules/close-door/index.html",
                    "coverage/index.html",
                    "checklist/index.html",
                    "cwe/index.html",
                    "api/index.html",
                    "language/index.html",
                    "releases/index.html",
                    "findings/index.html",
                    "findings/src/house.c/index.html");
    private static final String TOPIC = "topics/doors/closing/index.html";

    @TempDir private static Path folder;
    private static Path site;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var program = Browser.program();
        assumeTrue(program.isPresent(), "there is no Chromium on the path");
        site = SampleSite.write(folder.resolve("site"));
        browser = Browser.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void forget() throws InterruptedException {
        browser.scripts(true);
        browser.width(1280);
        browser.scheme("light");
        open("index.html", "");
        browser.eval("localStorage.clear()");
    }

    private static void open(String page, String query) throws InterruptedException {
        browser.open(site.resolve(page), query);
    }

    @Test
    void noPageMakesTheBrowserComplain() throws InterruptedException {
        for (String page : PAGES) {
            open(page, "");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void noPageKeepsAnybodyOutInEitherTheme() throws IOException, InterruptedException {
        List<String> violations = new ArrayList<>();
        for (String theme : List.of("light", "dark")) {
            browser.scheme(theme);
            for (String page : PAGES) {
                open(page, "");
                String found = violations();
                if (!found.isEmpty()) {
                    violations.add(theme + " " + page + ": " + found);
                }
            }
        }
        assertThat(violations).isEmpty();

        browser.eval("document.documentElement.removeAttribute('lang')");
        assertThat(violations()).startsWith("html-has-lang html ");
    }

    /** What axe-core finds on the page that is open. */
    private static String violations() throws IOException, InterruptedException {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            browser.eval("(function () {" + axe + "}).call(window)");
        }
        return browser.eval(
                "axe.run({preload: false}).then(function (r) {"
                        + " return r.violations.map(function (v) { return v.id + ' '"
                        + " + v.nodes.map(function (n) { return n.target + ' ' + n.failureSummary; })"
                        + ".join('; '); }).join(' | '); })");
    }

    @Test
    void aThemeIsThatOfTheSystemUntilAReaderChoosesOneAndThenIsKept() throws InterruptedException {
        String paper = "getComputedStyle(document.body).backgroundColor";
        browser.scheme("dark");
        open(TOPIC, "");
        assertThat(browser.eval(paper)).isEqualTo("rgb(15, 20, 27)");

        click(".theme");
        assertThat(browser.eval(paper)).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.eval("document.querySelector('.theme').getAttribute('aria-label')"))
                .isEqualTo("Theme: light");
        open("rules/index.html", "");
        assertThat(browser.eval(paper)).isEqualTo("rgb(255, 255, 255)");

        browser.scheme("light");
        click(".theme");
        assertThat(browser.eval(paper)).isEqualTo("rgb(15, 20, 27)");
        click(".theme");
        assertThat(browser.eval(paper)).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.eval("localStorage.length")).isEqualTo("0");
    }

    private static void click(String selector) throws InterruptedException {
        browser.eval("document.querySelector('" + selector + "').click()");
    }

    @Test
    void copiesCodeWithoutWhatIsSaidAboutIt() throws InterruptedException {
        open("rules/close-door/index.html", "");
        browser.eval(
                "window.copied = [], Object.defineProperty(navigator, 'clipboard', {value:"
                        + " {writeText: function (t) { copied.push(t); return Promise.resolve(); }}})");
        click(".avoid > .code > .copy");
        click(".avoid .fix .copy");
        click("#run + .code .copy");
        assertThat(browser.eval("copied.join(' | ')"))
                .isEqualTo(
                        "enter();\nopen(); | enter();\nclose();"
                                + " | ringfence check --rules close-door path/to/driver");
        assertThat(browser.eval("document.querySelector('.copy').textContent")).isEqualTo("Copied");
    }

    @Test
    void everyControlIsReachedByTheKeyboardAndShowsIt() throws InterruptedException {
        open("coverage/index.html", "");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            browser.press("Tab", 9);
            reached.add(
                    browser.eval(
                            "(function (e) { return (e.className || e.tagName.toLowerCase()) + ' '"
                                    + " + (getComputedStyle(e).outlineStyle !== 'none'); })(document.activeElement)"));
        }
        assertThat(reached)
                .startsWith("skip true", "brand true", "a true")
                .contains("theme true", "summary true", "input true", "select true");
    }

    @Test
    void theSkipLinkLeadsToTheContent() throws InterruptedException {
        open(TOPIC, "");
        browser.press("Tab", 9);
        click("a.skip");
        assertThat(browser.eval("document.activeElement.id")).isEqualTo("rf-main");
    }

    @Test
    void coverageIsFilteredByHandAndByAddress() throws InterruptedException {
        String shown =
                "Array.from(document.querySelectorAll('[data-row]:not([hidden]) th a'))"
                        + ".map(function (a) { return a.textContent; }).join()";
        open("coverage/index.html", "?state=checked");
        assertThat(browser.eval(shown)).isEqualTo("Closing doors,Locks");
        assertThat(browser.eval("document.querySelector('.filters output').textContent"))
                .isEqualTo("2 of 5 lines");
        browser.eval(
                "(function (i) { i.value = 'lock'; i.dispatchEvent(new Event('input', {bubbles: true}));"
                        + " })(document.querySelector('[data-find]'))");
        assertThat(browser.eval(shown)).isEqualTo("Locks");
        assertThat(
                        browser.eval(
                                "Array.from(document.querySelectorAll('[data-filter=subject] option'))"
                                        + ".map(function (o) { return o.textContent; }).join()"))
                .isEqualTo("anything,house");
    }

    @Test
    void theChecklistKeepsWhatIsDone() throws InterruptedException {
        open("checklist/index.html", "");
        click("[data-check]");
        String said = "document.querySelector('.progress output').textContent";
        assertThat(browser.eval(said)).isEqualTo("1 of 1 done");
        open("checklist/index.html", "");
        assertThat(browser.eval(said)).isEqualTo("1 of 1 done");
        click(".progress button");
        assertThat(browser.eval(said)).isEqualTo("0 of 1 done");
    }

    @Test
    void nothingIsMissingWithoutScripts() throws InterruptedException {
        browser.scripts(false);
        for (String page : PAGES) {
            open(page, "");
            assertThat(
                            browser.eval(
                                    "document.querySelectorAll('main h1').length + ' '"
                                            + " + document.querySelectorAll('button:not([hidden])').length"))
                    .as(page)
                    .isIn("1 0", "1 1");
        }
    }

    @Test
    void noPageIsWiderThanANarrowScreen() throws InterruptedException {
        for (int width : List.of(320, 390, 768, 1280)) {
            browser.width(width);
            for (String page : PAGES) {
                open(page, "");
                assertThat(browser.eval("document.documentElement.scrollWidth"))
                        .as(page + " at " + width)
                        .isEqualTo(Integer.toString(width));
            }
        }
    }

    @Test
    void textStandsOutFromItsGroundInBothThemes() throws InterruptedException, IOException {
        String contrast;
        try (InputStream in = BrowserTest.class.getResourceAsStream("contrast.js")) {
            contrast = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            for (String page : PAGES) {
                open(page, "");
                assertThat(browser.eval(contrast)).as(page + ", " + scheme).isEmpty();
            }
        }
    }
}
