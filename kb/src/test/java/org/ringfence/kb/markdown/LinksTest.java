package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Link;

class LinksTest {

    @TempDir private Path folder;
    private Tree tree;

    @BeforeEach
    void someOtherPages() {
        tree =
                new Tree(folder)
                        .with(
                                "ioctl/index.md",
                                "---\ntitle: I\nsummary: s\n---\n# Ioctl\n## Access bits\n")
                        .with(
                                "ioctl/method-neither.md",
                                "---\ntitle: M\nsummary: s\n---\n<a id=\"Probe\"></a>x\n")
                        .with("ioctl/bad.c", "int x;\n");
    }

    @Test
    void resolvesPagesAnchorsFilesAndAddressesOutside() {
        tree.withBody(
                """
                [a](ioctl/index.md#access-bits) [b](ioctl) [c](ioctl/index.md#ioctl)
                [d](ioctl/method-neither.md?view=x#Probe) [e](ioctl/bad.c) <https://example.org/>
                [f](#here) [g](/elsewhere/page)
                ## Here
                """);

        assertThat(tree.topic("p").links())
                .containsExactly(
                        new Link(
                                "ioctl/index.md#access-bits",
                                "a",
                                5,
                                1,
                                new Link.ToTopic("ioctl", "access-bits")),
                        new Link("ioctl", "b", 5, 33, new Link.ToTopic("ioctl", "")),
                        new Link("ioctl/index.md#ioctl", "c", 5, 44, new Link.ToTopic("ioctl", "")),
                        new Link(
                                "ioctl/method-neither.md?view=x#Probe",
                                "d",
                                6,
                                1,
                                new Link.ToTopic("ioctl/method-neither", "Probe")),
                        new Link("ioctl/bad.c", "e", 6, 43, new Link.ToFile("ioctl/bad.c")),
                        new Link(
                                "https://example.org/",
                                "https://example.org/",
                                6,
                                60,
                                new Link.Outside("https://example.org/")),
                        new Link("#here", "f", 7, 1, new Link.ToTopic("p", "here")),
                        new Link(
                                "/elsewhere/page",
                                "g",
                                7,
                                12,
                                new Link.Outside("/elsewhere/page")));
        assertThat(tree.flaws()).isEmpty();
    }

    @Test
    void findsLinksInRawHtmlAndSaysWhereTheyStand() {
        tree.withBody(
                """
                <table>
                <tr><td><a href="ioctl/method-neither.md" data-raw-source="[M](x.md)">M &amp; more</a></td></tr>
                </table>

                An <a href="gone.md">inline</a> one.
                """);

        assertThat(tree.topic("p").links())
                .containsExactly(
                        new Link(
                                "ioctl/method-neither.md",
                                "M & more",
                                6,
                                9,
                                new Link.ToTopic("ioctl/method-neither", "")),
                        new Link("gone.md", "inline", 9, 4, new Link.Dead()));
        assertThat(tree.html())
                .isEqualTo(
                        """
                        <table><tbody><tr><td>\
                        <a href="/ioctl/method-neither">M &amp; more</a></td></tr></tbody></table>
                        <p>An <a>inline</a> one.</p>\
                        """);
    }

    @Test
    void saysWhatADeadLinkShouldHaveBeen() {
        tree.withBody(
                """
                [a](ioctl/metod-neither.md) [b](IOCTL/method-neither.md) [c](method-neither.md)
                [d](ioctl/index.md#acces-bits) [e](ioctl/method-neither.md#probe) [f](#nowhere-at-all)
                [g](ioctl\\method-neither.md) [h](../../etc/passwd) [i](javascript:alert(1)) ![j](x.png)
                """);

        assertThat(tree.flaws())
                .containsExactly(
                        "p.md:5:1: error dead-link: there is no page 'ioctl/metod-neither.md';"
                                + " did you mean 'ioctl/method-neither.md'?",
                        "p.md:5:29: error dead-link: there is no page 'IOCTL/method-neither.md';"
                                + " did you mean 'ioctl/method-neither.md'?",
                        "p.md:5:58: error dead-link: there is no page 'method-neither.md';"
                                + " did you mean 'ioctl/method-neither.md'?",
                        "p.md:6:1: error dead-anchor: 'ioctl/index.md' has no anchor '#acces-bits';"
                                + " did you mean '#access-bits'?",
                        "p.md:6:32: error dead-anchor: 'ioctl/method-neither.md' has no anchor '#probe';"
                                + " did you mean '#Probe'?",
                        "p.md:6:67: error dead-anchor: 'p.md' has no anchor '#nowhere-at-all';"
                                + " the link leads to the top of the page",
                        "p.md:7:1: error dead-link: 'ioctl\\method-neither.md' has a backslash;"
                                + " write 'ioctl/method-neither.md'",
                        "p.md:7:30: error dead-link: '../../etc/passwd' leads out of the pages",
                        "p.md:7:52: error dead-link: a page may link to http, https and mailto, not to"
                                + " 'javascript:'",
                        "p.md:7:77: warning missing-file: there is no file 'x.png'");
    }

    @Test
    void sendsADeadAnchorToTheTopOfItsPage() {
        tree.withBody("[a](ioctl/index.md#gone)\n");

        assertThat(tree.html()).isEqualTo("<p><a href=\"/ioctl\">a</a></p>");
    }
}
