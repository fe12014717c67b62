package org.ringfence.dsl.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.PackProvider;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;

class PackFilesTest {
    private static final Rule OPEN =
            Packs.rule("open-door", List.of(new Expr.Number(-1L << 40, "X")), "open(a) //!!\n");

    @TempDir Path folder;

    private RulePack constructed(RulePack pack) throws IOException {
        try (URLClassLoader loader = Packs.loader(folder, PackFiles.jar(pack, Map.of()))) {
            return ServiceLoader.load(PackProvider.class, loader).findFirst().orElseThrow().pack();
        }
    }

    private static LoadedPack read(RulePack pack) throws IOException {
        byte[] json = PackFiles.of(pack, Map.of()).get(PackJson.ENTRY);
        return PackJson.read(new ByteArrayInputStream(json), "x");
    }

    private static String text(SortedMap<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void holdTheRulesTheirDocumentsTheirTextsAndTheirClass() {
        SortedMap<String, byte[]> files =
                PackFiles.of(
                        Packs.pack("acme::fast-doors", OPEN),
                        Map.of("a/b.rules", "text", "odd\nname.rules", "odd"));
        assertThat(files.keySet())
                .containsExactly(
                        "META-INF/ringfence/SHA256SUMS",
                        "META-INF/ringfence/pack.json",
                        "META-INF/ringfence/rules/open-door.md",
                        "META-INF/ringfence/sources/a/b.rules",
                        "META-INF/ringfence/sources/odd%0aname.rules",
                        "META-INF/services/org.ringfence.rule.PackProvider",
                        "ringfence/packs/acme/fast_doors/Rules.class");
        assertThat(text(files, "META-INF/ringfence/SHA256SUMS").lines())
                .hasSize(6)
                .contains(
                        PackFiles.sha256("text".getBytes(StandardCharsets.UTF_8))
                                + "  META-INF/ringfence/sources/a/b.rules");
        assertThat(text(files, "META-INF/services/org.ringfence.rule.PackProvider"))
                .isEqualTo("ringfence.packs.acme.fast_doors.Rules\n");
    }

    @Test
    void areTheSameForTheSameRules() {
        byte[] one = PackFiles.jar(Packs.pack("p", OPEN), Map.of("a", "b"));
        byte[] two = PackFiles.jar(Packs.pack("p", OPEN), Map.of("a", "b"));
        assertThat(PackFiles.sha256(two)).isEqualTo(PackFiles.sha256(one));
    }

    @Test
    void constructTheRecordsThatTheJsonSays() throws IOException {
        RulePack pack = Packs.pack("acme", OPEN);
        assertThat(constructed(pack)).isEqualTo(pack);
        assertThat(read(pack)).isEqualTo(new LoadedPack.Usable(pack, List.of()));
    }

    @Test
    void nameEachRuleAsAConstant() throws Exception {
        RulePack pack =
                Packs.pack(
                        "acme::new::x",
                        Packs.rule("a-b", List.of(), ""),
                        Packs.rule("a_b", List.of(), ""));
        try (URLClassLoader loader = Packs.loader(folder, PackFiles.jar(pack, Map.of()))) {
            Class<?> rules = loader.loadClass("ringfence.packs.acme.new_.x.Rules");
            assertThat(Modifier.isPublic(rules.getModifiers())).isTrue();
            assertThat(rules.getField("A_B").get(null)).isEqualTo("a-b");
            assertThat(rules.getField("A_B_").get(null)).isEqualTo("a_b");
        }
    }

    /** Larger than what the JVM allows of a method, a class, and a constant. */
    @Test
    void constructAPackOfAnySize() throws IOException {
        List<Expr> many =
                IntStream.range(0, 4_000)
                        .mapToObj(i -> (Expr) new Expr.Number(i * 1_000_003L, "NUMBER_" + i))
                        .toList();
        Rule[] rules =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        Packs.rule(
                                                "rule-" + i,
                                                many.subList(0, 4_000 - i),
                                                ("line \u20ac" + i + "\n").repeat(10_000)))
                        .toArray(Rule[]::new);
        RulePack pack = Packs.pack("large", rules);
        assertThat(constructed(pack)).isEqualTo(pack);
    }

    @Test
    void constructAPackOfManyRules() throws IOException {
        Rule[] rules =
                IntStream.range(0, 3_000)
                        .mapToObj(i -> Packs.rule("rule-" + i, List.of(), "code " + i))
                        .toArray(Rule[]::new);
        RulePack pack = Packs.pack("many", rules);
        assertThat(constructed(pack)).isEqualTo(pack);
        assertThat(Arrays.asList(rules)).hasSize(constructed(pack).rules().size());
    }

    @Test
    void giveTheirTextsBack() throws IOException {
        Map<String, String> texts = Map.of("a/b.rules", "pack \u00e4", "c.rules", "");
        Path jar = folder.resolve("x.jar");
        Files.write(jar, PackFiles.jar(Packs.pack("acme", OPEN), texts));
        assertThat(PackFiles.sources(jar)).isEqualTo(texts);
        Path other = Files.writeString(folder.resolve("no.jar"), "no");
        assertThatIOException()
                .isThrownBy(() -> PackFiles.sources(other))
                .withMessageStartingWith(other + ": it is not a jar");
    }

    @Test
    void documentARule() {
        String document =
                text(
                        PackFiles.of(Packs.pack("acme", OPEN), Map.of()),
                        "META-INF/ringfence/rules/open-door.md");
        assertThat(document)
                .isEqualTo(
                        """
                        # A door is opened

                        - Rule: `open-door` of acme 1.0.0
                        - Checks: `c`
                        - Severity: low in some cases, otherwise high
                        - Confidence: high
                        - Status: deprecated, replaced by `newer`
                        - Guidance: Open doors (doors/open#why)
                        - Weaknesses: CWE-782
                        - Written in: a/b.rules:12:5

                        ## What is flagged

                        {$X} opens

                        ## What to do

                        Close it

                        ## Limits

                        Windows are not seen

                        ## Flagged

                        a door:

                        ```c
                        open(a) //!!
                        ```

                        After its fixes:

                        ```c
                        shut(a)
                        ```

                        ## Not flagged

                        (not met yet):

                        ```c
                        shut(a)
                        ```
                        """);
    }
}
