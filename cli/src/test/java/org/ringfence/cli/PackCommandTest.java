package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.rule.PackJson;

class PackCommandTest {
    private static final String RULES =
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
    void compile() {
        shell = new Shell(folder).with("acme/x.rules", RULES);
        assertThat(shell.run("compile", "acme", "-o", "acme.jar").err())
                .isEqualTo("acme::rules 1.0.0: 1 rules written to acme.jar\n");
    }

    /** Writes the jar again with its JSON changed. */
    private void change(String from, String to) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in =
                        new ZipInputStream(
                                new ByteArrayInputStream(
                                        Files.readAllBytes(folder.resolve("acme.jar"))));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                out.putNextEntry(new ZipEntry(e.getName()));
                boolean json = e.getName().equals(PackJson.ENTRY);
                out.write(
                        (json ? text.replace(from, to) : text)
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        shell.with("bad.jar", changed.toByteArray());
    }

    @Test
    void verifiesAPack() {
        Shell.Result result = shell.run("pack", "verify", "acme.jar");
        assertThat(result.out()).isEqualTo("acme::rules 1.0.0: 1 rules, format 2, needs match\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void saysWhatIsWrongWithAPack() throws IOException {
        change("\"level\" : \"low\"", "\"level\" : \"high\"");
        Shell.Result result = shell.run("pack", "verify", "bad.jar");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("bad.jar: error: the rule `no-jump` is not what its hash says\n")
                .contains("does not say what the JSON says");
    }

    @Test
    void namesTheRuleThatThisEngineCannotRunAndRunsTheRest() throws IOException {
        change("\"match\" ]", "\"telepathy\" ]");
        Shell.Result verified = shell.run("pack", "verify", "bad.jar");
        assertThat(verified.out())
                .contains("acme::rules::no-jump: it needs telepathy, which this engine cannot do");
        shell.with("src/a.c", "void F(void) { ZwOpenKey(&key, KEY_ALL_ACCESS, &attributes); }\n");
        Shell.Result checked = shell.run("check", "src", "--rules", "bad.jar");
        assertThat(checked.out())
                .contains("acme::rules::no-jump")
                .contains("it needs telepathy, which this engine cannot do")
                .contains("reg-key-all-access");
        assertThat(checked.code()).isEqualTo(2);
    }

    @Test
    void cannotVerifyWhatIsNotThere() {
        Shell.Result result = shell.run("pack", "verify", "none.jar");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("none.jar: there is no such file");
    }

    @Test
    void listsTheRulesOfAPack() {
        assertThat(shell.run("pack", "show", "acme.jar").out())
                .isEqualTo("acme::rules 1.0.0\n  no-jump  low       c     A call of Jump\n");
    }

    @Test
    void showsTheDocumentOfARuleAsItLiesInTheJar() throws IOException {
        String shown = shell.run("pack", "show", "acme.jar", "no-jump").out();
        assertThat(shown)
                .startsWith("# A call of Jump\n")
                .contains("- Guidance: ")
                .contains("Jumps to {$WHERE}")
                .contains("Jump(here); //!! $WHERE=here");
        try (var jar = new java.util.zip.ZipFile(folder.resolve("acme.jar").toFile());
                var in = jar.getInputStream(jar.getEntry("META-INF/ringfence/rules/no-jump.md"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(shown);
        }
    }

    @Test
    void saysWhichRulesThereAreWhereOneIsNot() {
        Shell.Result result = shell.run("pack", "show", "acme.jar", "no-hop");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("acme::rules has no rule `no-hop`; `ringfence pack show acme.jar`");
    }

    @Test
    void tellsHowPacksDiffer() {
        shell.with(
                "new/x.rules",
                RULES.replace("severity low", "severity high")
                        .replace("1.0.0", "1.1.0")
                        .replace("match `Jump($WHERE)`", "match `Jump($WHERE, $...)`"));
        Shell.Result result = shell.run("pack", "diff", "acme.jar", "new");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .isEqualTo(
                        """
                        from acme::rules 1.0.0 to acme::rules 1.1.0
                        changed  no-jump
                                   severity: low -> high
                                   match
                        """);
        assertThat(shell.run("pack", "diff", "acme.jar", "new", "--json").out())
                .contains("\"rule\" : \"no-jump\"")
                .contains("\"aspect\" : \"severity\"")
                .contains("\"after\" : \"high\"");
    }

    @Test
    void findsNoDifferenceBetweenRulesAndTheirPack() {
        Shell.Result result = shell.run("pack", "diff", "acme", "acme.jar");
        assertThat(result.out()).endsWith("the rules are equal\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void cannotCompareWithWhatIsNoPack() {
        shell.with("x.json", "{}");
        Shell.Result result = shell.run("pack", "diff", "acme.jar", "x.json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("x.json: it is not a rule pack");
    }

    @Test
    void writesTheSameBytesInEveryTimeZoneAndLocale() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            shell.run("compile", "acme", "-o", "there.jar");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertThat(folder.resolve("there.jar")).hasSameBinaryContentAs(folder.resolve("acme.jar"));
    }

    @Test
    void compilesNoPackWithoutRules() {
        shell.with("none/x.rules", "pack acme::none version \"1\"\n");
        Shell.Result result = shell.run("compile", "none", "-o", "none.jar");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there are no rules in none");
        assertThat(List.of(folder.toFile().list())).doesNotContain("none.jar");
    }

    @Test
    void isNotWrittenWhereAnExampleFails() {
        Shell.Result result =
                shell.with("acme/x.rules", RULES.replace("Jump(here); //!!", "Leap(here); //!!"))
                        .run("compile", "acme", "-o", "new.jar");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out() + result.err())
                .contains("x.rules:11:24: error: the rule finds nothing on this line")
                .contains("no pack was written");
        assertThat(folder.resolve("new.jar")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isWrittenAsReadableAsAnyOtherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "");

        assertThat(Files.getPosixFilePermissions(folder.resolve("acme.jar")))
                .isEqualTo(Files.getPosixFilePermissions(other));
    }
}
