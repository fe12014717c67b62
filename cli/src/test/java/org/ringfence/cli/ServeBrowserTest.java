package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.site.browser.Browser;

/** What a reader does with a served site, in a browser. Skipped where there is none. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ServeBrowserTest {
    private static final String TITLES =
            "Array.from(document.querySelectorAll('.results h2 a')).map(a => a.textContent).join('|')";

    @TempDir private static Path folder;
    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var program = Browser.program();
        assumeTrue(program.isPresent(), "there is no Chromium on the path");
        served = Served.start(folder.resolve("served"), List.of(), Served.ROOMY);
        browser = Browser.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
            served.close();
        }
    }

    @BeforeEach
    void fresh() throws InterruptedException {
        browser.scripts(true);
        browser.width(1280);
    }

    private static void open(String path) throws InterruptedException {
        browser.open(served.at(path).toString());
    }

    private static void type(String selector, String text) throws InterruptedException {
        browser.eval(
                "(function (box) { box.focus(); box.value = '"
                        + text
                        + "'; box.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('"
                        + selector
                        + "'))");
    }

    @Test
    void resultsComeWhileTypingAndFiltersNarrowThem() throws InterruptedException {
        open("/search/index.html");
        type(".ask [name=q]", "any access ioctl");
        assertThat(browser.soon(TITLES))
                .startsWith("Do not define I/O control codes that permit any access");
        assertThat(browser.eval("location.search")).startsWith("?q=any+access+ioctl");
        browser.eval(
                "(function (s) { s.value = 'The Windows security model'; s.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('[name=area]'))");
        assertThat(
                        browser.soon(
                                TITLES
                                        + ".indexOf('permit any access') < 0 ? Array.from(document.querySelectorAll('.results .meta span')).map(s => s.textContent).filter((v, i, all) => all.indexOf(v) === i).join('|') : ''"))
                .isEqualTo("The Windows security model");
    }

    @Test
    void suggestsWhatATypedWordMayBecome() throws InterruptedException {
        open("/topics/index.html");
        type(".find [name=q]", "ExAlloc");
        assertThat(browser.soon("document.querySelector('#rf-suggestions option')?.value || ''"))
                .startsWith("ExAllocate");
    }

    @Test
    void keysLeadToTheSearchAndThroughItsResults() throws InterruptedException {
        open("/topics/index.html");
        browser.press("/", 191);
        assertThat(browser.eval("document.activeElement.name")).isEqualTo("q");

        open("/search/index.html?q=pool");
        browser.eval("document.querySelector('.ask [name=q]').focus()");
        String focused = "document.activeElement.textContent";
        browser.press("ArrowDown", 40);
        String first = browser.eval(focused);
        browser.press("ArrowDown", 40);
        String second = browser.eval(focused);
        assertThat(browser.eval(TITLES)).startsWith(first + "|" + second);
        browser.press("ArrowUp", 38);
        assertThat(browser.eval(focused)).isEqualTo(first);
        browser.press("Escape", 27);
        assertThat(browser.eval("document.activeElement.name")).isEqualTo("q");
    }

    @Test
    void aTextIsCheckedOnThePageAndItsLinesAreMarked() throws InterruptedException {
        open("/try/index.html");
        type(
                "textarea",
                "void F(void)\\n{\\n    P = ExAllocatePoolWithTag(NonPagedPool, 8, TAG);\\n}");
        browser.eval("document.querySelector('form.paste').requestSubmit()");
        assertThat(browser.soon("document.querySelector('.line.hit')?.textContent || ''"))
                .contains("ExAllocatePoolWithTag");
        assertThat(browser.eval("document.querySelectorAll('.remark').length")).isNotEqualTo("0");
        assertThat(browser.eval("document.querySelector('textarea').value")).startsWith("void F");
        assertThat(browser.eval("document.querySelector('.remark .by a').pathname"))
                .startsWith("/rules/");
        type("textarea", " ");
        browser.eval("document.querySelector('form.paste').requestSubmit()");
        assertThat(
                        browser.soon(
                                "document.querySelector('#rf-results .problem')?.textContent || ''"))
                .contains("the text is empty");
    }

    @Test
    void bothPagesWorkWithoutScripts() throws InterruptedException {
        browser.scripts(false);
        open("/search/index.html?q=any+access+ioctl");
        assertThat(browser.eval(TITLES)).startsWith("Do not define I/O control codes");
    }

    @Test
    void pagesFitOnANarrowScreen() throws InterruptedException {
        browser.width(320);
        for (String page : List.of("/search/index.html?q=pool", "/try/index.html", "/index.html")) {
            open(page);
            assertThat(browser.eval("document.documentElement.scrollWidth <= 320"))
                    .as(page)
                    .isEqualTo("true");
        }
    }

    @Test
    void noPageMakesTheBrowserComplain() throws InterruptedException {
        int before = browser.complaints().size();
        for (String page :
                List.of(
                        "/",
                        "/search/index.html?q=pool",
                        "/try/index.html",
                        "/rules/index.html",
                        "/topics/kernel-mode/registry-keys/index.html")) {
            open(page);
        }
        assertThat(browser.complaints().subList(before, browser.complaints().size())).isEmpty();
    }
}
