package org.ringfence.dsl.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class VerificationTest {
    private static final String CLASS = "ringfence/packs/acme/Rules.class";

    @TempDir Path folder;

    private static RulePack pack(String version) {
        RulePack pack = Packs.pack("acme", Packs.rule("open-door", List.of(), "open(a) //!!\n"));
        return new RulePack("acme", version, pack.topics(), List.of(), pack.rules());
    }

    private static SortedMap<String, byte[]> files() {
        return new TreeMap<>(PackFiles.of(pack("1.0.0"), Map.of("a.rules", "text")));
    }

    private Verification verify(byte[] jar) throws IOException {
        return Verification.of(Files.write(folder.resolve("x.jar"), jar));
    }

    private List<String> problems(SortedMap<String, byte[]> files) throws IOException {
        return verify(StoredJar.of(files)).problems();
    }

    /** An attacker who changes files can change their hashes too. */
    private static SortedMap<String, byte[]> withSums(SortedMap<String, byte[]> files) {
        files.remove(PackFiles.SUMS);
        files.put(PackFiles.SUMS, PackFiles.sums(files).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] replaced(byte[] text, String from, String to) {
        String before = new String(text, StandardCharsets.UTF_8);
        assertThat(before).contains(from);
        return before.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingWrongWithAPackOfOurs() throws IOException {
        assertThat(verify(PackFiles.jar(pack("1.0.0"), Map.of("a.rules", "text"))))
                .isEqualTo(
                        new Verification(
                                "acme 1.0.0: 1 rules, format 2, needs match, severity-when",
                                List.of()));
    }

    @Test
    void namesEveryFileThatWasAltered() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.computeIfPresent(
                PackJson.ENTRY, (name, json) -> replaced(json, "\"high\"", "\"low\""));
        files.put("META-INF/ringfence/sources/a.rules", new byte[] {1});
        files.remove("META-INF/ringfence/rules/open-door.md");
        files.put("META-INF/ringfence/extra", new byte[0]);
        assertThat(problems(files))
                .startsWith(
                        "its content is not what its hash says",
                        "the rule `open-door` is not what its hash says",
                        "the file `META-INF/ringfence/pack.json` is not what its hash says",
                        "the file `META-INF/ringfence/rules/open-door.md` is missing",
                        "the file `META-INF/ringfence/sources/a.rules` is not what its hash says",
                        "the file `META-INF/ringfence/extra` has no hash")
                .last()
                .asString()
                .startsWith("the file `" + CLASS + "` does not say what the JSON says");
    }

    @Test
    void findsAClassThatSaysSomethingElseThanTheJson() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.put(CLASS, PackFiles.of(pack("6.6.6"), Map.of()).get(CLASS));
        assertThat(problems(withSums(files)))
                .containsExactly(
                        "the file `"
                                + CLASS
                                + "` does not say what the JSON says, or another version of"
                                + " Ringfence wrote it: compile the pack again");
    }

    @Test
    void findsCodeThatNobodyListed() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.put("evil/Code.class", new byte[] {1});
        assertThat(problems(files)).containsExactly("the file `evil/Code.class` has no hash");
    }

    @Test
    void namesWhatThisEngineCannotRun() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.computeIfPresent(
                PackJson.ENTRY,
                (name, json) -> replaced(json, "\"severity-when\"", "\"telepathy\""));
        assertThat(problems(files))
                .contains("acme::open-door: it needs telepathy, which this engine cannot do");
    }

    @Test
    void refusesAJarWithoutAPack() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.remove(PackJson.ENTRY);
        assertThat(problems(files))
                .containsExactly("it is not a rule pack: it has no META-INF/ringfence/pack.json");
        assertThat(verify(new byte[] {1, 2, 3}).problems())
                .singleElement()
                .asString()
                .startsWith("it is not a jar: ");
    }

    @Test
    void refusesNamesThatLeadOutOfTheJar() throws IOException {
        SortedMap<String, byte[]> files = files();
        files.put("../../etc/x", new byte[0]);
        files.put("C:\\x", new byte[0]);
        files.put("/x", new byte[0]);
        assertThat(problems(files))
                .containsExactlyInAnyOrder(
                        "the name `../../etc/x` leads out of the jar",
                        "the name `C:\\x` leads out of the jar",
                        "the name `/x` leads out of the jar");
        assertThat(folder.getParent().resolve("etc")).doesNotExist();
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        Path bomb = folder.resolve("bomb.jar");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            jar.putNextEntry(new ZipEntry(PackJson.ENTRY));
            for (int i = 0; i < 300; i++) {
                jar.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(Verification.of(bomb).problems())
                .containsExactly("it unpacks to more than 134217728 bytes");
    }

    @Test
    void refusesAJarOfTooManyFiles() throws IOException {
        SortedMap<String, byte[]> files = files();
        for (int i = 0; i < PackArchive.MAX_FILES; i++) {
            files.put("f" + i, new byte[0]);
        }
        assertThat(problems(files)).containsExactly("it has 20006 files, more than 20000");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatIOException().isThrownBy(() -> Verification.of(folder.resolve("none.jar")));
    }
}
