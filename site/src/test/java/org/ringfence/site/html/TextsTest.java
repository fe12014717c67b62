package org.ringfence.site.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringfence.site.highlight.Highlighter;
import org.ringfence.site.html.Inline.Look;
import org.ringfence.site.html.Inline.Run;

class TextsTest {
    private static final Highlighter PLAIN = new Highlighter(Set.of());

    @Test
    void wordsBetweenBackticksAreCode() {
        assertThat(Inline.of("call `A` or `B`").runs())
                .containsExactly(
                        new Run(Look.TEXT, "call "),
                        new Run(Look.CODE, "A"),
                        new Run(Look.TEXT, " or "),
                        new Run(Look.CODE, "B"));
    }

    @Test
    void aBacktickWithoutAPairStays() {
        assertThat(Inline.of("a `b").runs()).containsExactly(new Run(Look.TEXT, "a `b"));
        assertThat(Inline.of("").isEmpty()).isTrue();
    }

    @Test
    void markersOfAnySubjectLeaveTheTextAndMarkTheLine() {
        var lines =
                CodeLine.of(
                        "a(); //!! $X=1\r\n[Sec] ;!!\n<a/> <!--!!-->\n- x #!!\nD:P(A;;GA;;;WD) !! $SID=WD\nif (!!a) {\nurl = \"//!\"\n\n",
                        "",
                        PLAIN,
                        Map.of(7, List.of(note(CodeLine.Part.NONE))));
        assertThat(lines)
                .extracting(CodeLine::text)
                .containsExactly(
                        "a();",
                        "[Sec]",
                        "<a/>",
                        "- x",
                        "D:P(A;;GA;;;WD)",
                        "if (!!a) {",
                        "url = \"//!\"");
        assertThat(lines)
                .filteredOn(line -> line.look() == CodeLine.Look.PLAIN)
                .extracting(CodeLine::text)
                .containsExactly("if (!!a) {");
        assertThat(lines.get(6).remarks()).hasSize(1);
    }

    @Test
    void whatAFindingPointsToIsMarkedWithinItsColours() {
        var part = new CodeLine.Part(2, 6);
        var lines = CodeLine.of("a = b(7);", "c", PLAIN, Map.of(1, List.of(note(part))));
        assertThat(lines.get(0).runs())
                .containsExactly(
                        new Highlighter.Run("", "a "),
                        new Highlighter.Run("at", "= "),
                        new Highlighter.Run("h-function at", "b"),
                        new Highlighter.Run("at", "("),
                        new Highlighter.Run("h-number", "7"),
                        new Highlighter.Run("", ");"));
    }

    private static CodeLine.Note note(CodeLine.Part part) {
        var remark = new CodeLine.Remark("", Inline.EMPTY, new Ref("why", ""), List.of());
        return new CodeLine.Note(part, remark);
    }

    @Test
    void aTakenAnchorGetsANumber() {
        Set<String> taken = new HashSet<>(Set.of("why-not", "why-not-2"));
        assertThat(Anchor.unused("Why not?", taken)).isEqualTo("why-not-3");
        assertThat(Anchor.unused("Why not?", taken)).isEqualTo("why-not-4");
        assertThat(Anchor.unused("???", taken)).isEqualTo("section");
    }

    @Test
    void anAnchorIsPercentEncodedAsBytes() {
        assertThat(Anchor.href("größe x")).isEqualTo("#gr%C3%B6%C3%9Fe%20x");
    }

    @Test
    void codeBelowAHeadingThatReadsAvoidOrPreferLooksLikeIt() {
        String shown =
                shown(
                        "<h2>Avoid</h2><pre>a</pre><h2>Prefer</h2><pre>b</pre><h2>Why</h2><pre>c</pre>");
        assertThat(shown)
                .isEqualTo(
                        "<h2>Avoid</h2><div class=\"code avoid\"><pre tabindex=\"0\">a</pre></div>"
                                + "<h2>Prefer</h2><div class=\"code prefer\"><pre tabindex=\"0\">b</pre></div>"
                                + "<h2>Why</h2><div class=\"code\"><pre tabindex=\"0\">c</pre></div>");
    }

    @Test
    void codeIsColouredByItsLanguageAndItsTextStays() {
        assertThat(shown("<pre><code class=\"language-inf\">a = %b% ; &lt;c&gt;\nd\n</code></pre>"))
                .isEqualTo(
                        "<div class=\"code\" data-lang=\"inf\"><pre tabindex=\"0\"><code class=\"language-inf\">"
                                + "<span class=\"h-name\">a</span> = <span class=\"h-variable\">%b%</span> "
                                + "<span class=\"h-comment\">; &lt;c&gt;</span>\nd\n</code></pre></div>");
    }

    @Test
    void nothingIsFetchedFromAnotherHost() {
        assertThat(
                        shown(
                                "<img src=\"https://example.org/a.png\" alt=\"A\">"
                                        + "<img src=\"//example.org/b.png\" alt=\"B\">"
                                        + "<img src=\"../c.png\" alt=\"C\">"))
                .isEqualTo(
                        "<a href=\"https://example.org/a.png\" rel=\"noreferrer\" class=\"outward\">[A]</a>"
                                + "<span class=\"missing\">[B]</span>"
                                + "<a class=\"zoom\" href=\"../c.png\"><img src=\"../c.png\" alt=\"C\" loading=\"lazy\"></a>");
    }

    @Test
    void aLinkFromTheRootOfAnUnknownHostIsText() {
        assertThat(shown("<a href=\"/ddi/x\">x</a> <a href=\"//example.org/y\">y</a>"))
                .isEqualTo(
                        "x <a href=\"https://example.org/y\" rel=\"noreferrer\" class=\"outward\">y</a>");
    }

    @Test
    void anIdIsGivenOnce() {
        assertThat(shown("<p id=\"a\"><i id=\"a\">x</i><b id=\"rf-main\">y</b></p>"))
                .isEqualTo("<p id=\"a\"><i>x</i><b>y</b></p>");
    }

    private static String shown(String html) {
        var output = new gg.jte.output.StringOutput();
        Fragment.of(html, id -> Ref.NONE, PLAIN).writeTo(output);
        return output.toString();
    }
}
