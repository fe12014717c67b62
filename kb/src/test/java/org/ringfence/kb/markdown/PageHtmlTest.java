package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHtmlTest {

    @TempDir private Path folder;

    private String html(String body) {
        return new Tree(folder).withBody(body).html();
    }

    @Test
    void leavesTheTitleToTheSiteAndGivesHeadingsIds() {
        assertThat(html("# Page\n\nText.\n\n## Why <span id=\"w\"></span>not\n\n# Late\n"))
                .isEqualTo(
                        "<p>Text.</p>\n<h2 id=\"why-not\">Why <span id=\"w\"></span>not</h2>\n<h2 id=\"late\">Late</h2>");
    }

    @Test
    void rendersAlertsWhateverTheirCaseAndSpacing() {
        assertThat(html("> [!NOTE]\n> Mind *this*.\n\n>[!Warning] Same line.\n\n> plain\n"))
                .isEqualTo(
                        """
                        <div class="alert alert-note">
                        <p class="alert-title">Note</p>
                        <p>Mind <em>this</em>.</p>
                        </div>
                        <div class="alert alert-warning">
                        <p class="alert-title">Warning</p>
                        <p>Same line.</p>
                        </div>
                        <blockquote>
                        <p>plain</p>
                        </blockquote>\
                        """);
    }

    @Test
    void showsPlaceholdersInsteadOfLosingThem() {
        assertThat(html("Copy <architecture>/x to <iostream>.\n\n<uint8>\n"))
                .isEqualTo(
                        "<p>Copy &lt;architecture&gt;/x to &lt;iostream&gt;.</p>\n&lt;uint8&gt;");
    }

    @Test
    void rendersTablesTasksAndStrikethrough() {
        assertThat(html("| A |\n|:-:|\n| b |\n\n- [x] ~~done~~\n"))
                .isEqualTo(
                        """
                        <table><thead><tr><th align="center">A</th></tr></thead>\
                        <tbody><tr><td align="center">b</td></tr></tbody></table>
                        <ul><li><input type="checkbox" disabled="" checked=""> <del>done</del></li></ul>\
                        """);
    }

    @Test
    void linksFootnotesBothWays() {
        assertThat(html("Text[^1].\n\n[^1]: A note.\n"))
                .contains("<a href=\"#fn-1\" id=\"fnref-1\">1</a>")
                .contains("<li id=\"fn-1\">")
                .contains("href=\"#fnref-1\"");
    }

    @Test
    void escapesCodeOnceAndKeepsBraces() {
        assertThat(html("```c\nx = {{0}} && \"a\" < b; // @\n```\n"))
                .isEqualTo(
                        "<pre><code class=\"language-c\">x = {{0}} &amp;&amp; &quot;a&quot; &lt; b; // @\n"
                                + "</code></pre>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//x></SCRIPT>",
                "x <script>alert(1)</script> y",
                "<img src=x onerror=alert(1)>",
                "<a href=\"java&#115;cript:alert(1)\">x</a>",
                "<a href=\" javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](javascript:alert(1))",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<style>@import 'javascript:alert(1)'</style>",
                "<div style=\"background:url(javascript:alert(1))\" onclick='alert(1)'>x</div>",
                "<details open ontoggle=alert(1)>x</details>",
                "<form action=\"javascript:alert(1)\"><button formaction=\"javascript:alert(1)\">x</button></form>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<p title='\"><script>alert(1)</script>'>x</p>",
                "<scr<script>ipt>alert(1)</script>",
                "<x-y onclick=alert(1)>x</x-y>",
                "```\"onclick=alert(1)\nx\n```",
                "<object data=\"javascript:alert(1)\"></object><base href=\"//x\"><meta http-equiv=refresh>"
            })
    void letsNoScriptThrough(String attack) {
        var html = html(attack + "\n");

        // what is left of an attack may only be text: no tag but harmless ones, no attribute that
        // acts
        for (var tag : RawTags.in(html)) {
            assertThat(tag.name())
                    .isIn(
                            "p",
                            "a",
                            "div",
                            "img",
                            "details",
                            "pre",
                            "code",
                            "span",
                            "em",
                            "br",
                            "blockquote");
            assertThat(tag.attributes().keySet())
                    .isSubsetOf("href", "src", "alt", "class", "id", "title", "open");
            assertThat(tag.attributes().getOrDefault("href", "")).isEmpty();
            assertThat(tag.attributes().getOrDefault("src", "")).isEmpty();
        }
        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("<style");
    }

    @Test
    void doesNotLetAPageBreakOutOfItsPlace() {
        assertThat(html("<div><table><tr><td>open\n\n</div></div></body></main>end\n"))
                .isEqualTo(
                        "<div><table><tbody><tr><td>open\nend\n</td></tr></tbody></table></div>");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesHostileMarkdown() {
        var deepQuotes = ">".repeat(20_000) + " x\n";
        var deepLists = "- ".repeat(20_000) + "x\n";
        var deepEmphasis = "*a **a ".repeat(20_000) + "\n";
        var brackets = "[".repeat(50_000) + "\n";
        var images = "![a".repeat(5_000) + "](x)".repeat(5_000) + "\n";
        var tags = "<div>".repeat(20_000) + "\n\n" + "<b>".repeat(20_000) + "x\n";
        for (var hostile :
                new String[] {deepQuotes, deepLists, deepEmphasis, brackets, images, tags}) {
            assertThat(html(hostile)).hasSizeLessThan(2_000_000);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsALineOfFiveMegabytes() {
        var words = "METHOD_NEITHER a@b c ".repeat(5_000_000 / 21);

        assertThat(html(words + "\n")).startsWith("<p>METHOD_NEITHER a@b c METHOD_NEITHER");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void givesUpAPageThatTheParserWouldChokeOn() {
        var tree = new Tree(folder).withBody("First.\n\n" + "<a ".repeat(100_000) + ">\n");

        assertThat(tree.html()).isEmpty();
        assertThat(tree.flaws())
                .containsExactly(
                        "p.md:7:1: error bad-markdown: a paragraph with 100000 '<' in 300002 characters would take"
                                + " too long to read; the page is left empty");
    }
}
