package org.ringfence.site.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringfence.site.html.Inline.Look;
import org.ringfence.site.html.Inline.Run;

class TextsTest {
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
                        Map.of(7, List.of(new Ref("why", ""))));
        assertThat(lines)
                .containsExactly(
                        new CodeLine("a();", true, List.of()),
                        new CodeLine("[Sec]", true, List.of()),
                        new CodeLine("<a/>", true, List.of()),
                        new CodeLine("- x", true, List.of()),
                        new CodeLine("D:P(A;;GA;;;WD)", true, List.of()),
                        new CodeLine("if (!!a) {", false, List.of()),
                        new CodeLine("url = \"//!\"", true, List.of(new Ref("why", ""))));
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
                        "<h2>Avoid</h2><pre tabindex=\"0\" class=\"avoid\">a</pre>"
                                + "<h2>Prefer</h2><pre tabindex=\"0\" class=\"prefer\">b</pre>"
                                + "<h2>Why</h2><pre tabindex=\"0\">c</pre>");
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
                                + "<img src=\"../c.png\" alt=\"C\" loading=\"lazy\">");
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
        Fragment.of(html, id -> Ref.NONE).writeTo(output);
        return output.toString();
    }
}
