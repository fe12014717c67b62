package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String RULE =
            """
            pack acme::rules version "1.0.0"

            rule no-jump on c {
                title "A call of Jump"
                severity low
                confidence high
                topic secure-coding/pool-allocation
                match `Jump($WHERE)`
                report at $WHERE "Jumps to {$WHERE}"
                hint "Do not jump"
                bad ```Jump(here); //!! $WHERE=here```
                good ```Walk(here);```
            }
            """;

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "search",
                "index",
                "check",
                "explain",
                "profile",
                "new",
                "new rule",
                "ast",
                "compile",
                "pack",
                "pack verify",
                "pack show",
                "pack diff",
                "test",
                "fmt",
                "lsp",
                "site",
                "generate-completion"
            })
    void helpsWithEveryCommand(String command) {
        Shell.Result result = shell.run((command + " --help").split(" "));
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Usage: ringfence " + command).contains("--help");
    }

    @Test
    void namesTheCommandsWhereNoneIsGiven() {
        Shell.Result result = shell.run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("a command is missing").contains("search");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        Shell.Result result = shell.run("serch", "x");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Did you mean: ringfence search");
    }

    @Test
    void printsACompletionScript() {
        assertThat(shell.run("generate-completion").out())
                .contains("_complete_ringfence")
                .contains("--no-built-in");
    }

    @Test
    void testsRulesAndFixtures() {
        shell.with("acme/x.rules", RULE)
                .with("acme/bad-jump.c", "void F(void) { Jump(x); } //!! no-jump\n");
        Shell.Result result = shell.run("test", "acme");
        assertThat(result.out()).isEqualTo("3 passed, 0 failed (1 rules)\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void failsAFixtureThatIsFoundWhereItIsNotMarked() {
        shell.with("acme/x.rules", RULE).with("acme/good-walk.c", "void F(void) { Jump(x); }\n");
        Shell.Result result = shell.run("test", "acme");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("FAILED good-walk.c\n    not expected on line 1: no-jump\n");
    }

    @Test
    void failsAnExampleThatIsNotFound() {
        shell.with("acme/x.rules", RULE.replace("bad ```Jump(here)", "bad ```Hop(here)"));
        Shell.Result result = shell.run("test", "acme");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("no-jump, bad")
                .contains("expected a finding, but found none");
    }

    @Test
    void writesTheSamePackTwice() throws IOException {
        shell.with("acme/x.rules", RULE);
        shell.run("compile", "acme", "-o", "one.jar");
        shell.run("compile", "acme", "-o", "two.jar");
        assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("two.jar"));
    }

    @Test
    void writesNoPackOfBrokenRules() {
        shell.with("acme/x.rules", RULE.replace("`Jump($WHERE)`", "`Jump($WHERE`"));
        Shell.Result result = shell.run("compile", "acme", "-o", "acme.jar");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("x.rules:8:");
        assertThat(folder.resolve("acme.jar")).doesNotExist();
    }

    @Test
    void searchesTheBuiltInGuidance() {
        Shell.Result result = shell.run("search", "any access ioctl");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().limit(6))
                .anyMatch(line -> line.contains("ioctl-access-bits"));
        assertThat(shell.run("search", "--json", "IoCreateDeviceSecure").out())
                .contains("\"topic\"")
                .contains("\"highlights\"");
    }

    @Test
    void searchesAnIndexOfOnesOwn() {
        shell.with("docs/a.md", "# Zebra crossing\n\nStripes.\n")
                .with("docs/b.md", "# Other\n\nText.\n");
        assertThat(shell.run("index", "docs", "--index", "idx").out())
                .contains("2 pages indexed in idx");
        Shell.Result result = shell.run("search", "--index", "idx", "zebra");
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Zebra crossing").contains("a.md");
        assertThat(shell.run("search", "--index", "idx", "giraffe").code()).isEqualTo(1);
    }

    @Test
    void saysHowToMakeAnIndexThatIsNotThere() {
        Shell.Result result = shell.run("search", "--index", "nowhere", "zebra");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("ringfence index");
    }

    @Test
    void indexesAroundAPageThatCannotBeRead() {
        shell.with("docs/a.md", "# Zebra\n\nStripes.\n")
                .with("docs/b.md", new byte[] {0, 1, 2, 0, (byte) 0xff});
        Shell.Result result = shell.run("index", "docs", "--index", "idx");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("b.md").contains("1 pages indexed");
    }

    @Test
    void keepsScriptsOfAPageOutOfTheSite() throws IOException {
        shell.with("docs/index.md", "# Hi\n\n<script>alert(1)</script><b onclick='x()'>b</b>\n");
        Shell.Result result = shell.run("site", "--source", "docs", "-o", "out");
        assertThat(result.code()).isZero();
        try (var pages = Files.walk(folder.resolve("out"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(page))
                        .doesNotContain("alert(1)</script>")
                        .doesNotContain("onclick");
            }
        }
    }

    @Test
    void writesTheBuiltInSite() {
        Shell.Result result = shell.run("site", "-o", "out");
        assertThat(result.code()).isZero();
        assertThat(folder.resolve("out/index.html")).exists();
        assertThat(folder.resolve("out/rules/ioctl-file-any-access/index.html")).exists();
        assertThat(folder.resolve("out/coverage/index.html")).exists();
    }

    @Test
    void showsTheFindingsOfACheckAsASite() throws IOException {
        shell.with("a.c", "PVOID p = ExAllocatePool(NonPagedPool, 8);\n");
        shell.run("check", "a.c", "--format", "json", "-o", "monday.json");
        shell.run("check", "a.c", "--html", "out", "--earlier", "monday.json");

        String page = Files.readString(folder.resolve("out/findings/index.html"));
        assertThat(page).contains("mem-deprecated-alloc").contains("monday.json");
        assertThat(folder.resolve("out/findings/a.c/index.html"))
                .content()
                .contains("ExAllocatePool");
        assertThat(folder.resolve("out/rules/mem-deprecated-alloc/index.html")).exists();
    }

    @Test
    void saysWhichEarlierReportIsNone() {
        shell.with("a.c", "int a;\n").with("b.json", "{\"findings\": [{\"severity\": \"bad\"}]}");
        String[] check = {"check", "a.c", "--html", "out", "--earlier", "b.json"};
        assertThat(shell.run(check).err())
                .contains(
                        "b.json is no report that `check --format json` wrote: `bad` is no severity");
        shell.with("b.json", "{}");
        assertThat(shell.run(check).err()).contains("it has no list of findings");
        shell.with("b.json", "[");
        assertThat(shell.run(check).err()).contains("it is no object");
        assertThat(shell.run("check", "a.c", "--earlier", "b.json").err())
                .contains("--earlier is for the trend of a site: give --html too");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysWhereTheSiteStandsOnTheWeb() {
        shell.with("docs/index.md", "# Hi\n");
        String[] site = {"site", "--source", "docs", "-o", "out", "--url", "https://example.org/d"};
        assertThat(shell.run(site).code()).isZero();
        assertThat(folder.resolve("out/sitemap.xml"))
                .content()
                .contains("<loc>https://example.org/d/</loc>");

        site[6] = "example.org";
        Shell.Result wrong = shell.run(site);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("`example.org` is no address of a folder on the web");
    }

    @Test
    void carriesTheImagesOfPagesIntoTheSite() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        shell.with("docs/index.md", "# Hi\n\n![a picture](pic.png)\n").with("docs/pic.png", png);
        assertThat(shell.run("site", "--source", "docs", "-o", "out").code()).isZero();
        assertThat(folder.resolve("out")).isDirectoryRecursivelyContaining("glob:**/pic.png");
    }

    @Test
    void searchesAfterTheFirstIndexingOfTheBuiltInGuidanceWasKilled() throws IOException {
        shell.run("search", "ioctl");
        Files.delete(Path.of(System.getProperty("ringfence.cache"), "index", "current"));
        assertThat(shell.run("search", "ioctl").code()).isZero();
    }
}
