package org.ringfence.reader.inf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class InfTest {
    private static final String DRIVER =
            """
            [Version] ; the first section
            Signature = "$WINDOWS NT$"
            Class     = %ClassName%
            PnpLockdown=1
            CatalogFile.NTamd64 = a.cat
            [Manufacturer]
            %Mfg% = Standard,NTamd64
            [Standard.NTamd64]
            %Dev% = Inst, ROOT\\Demo
            [Inst.NT]
            CopyFiles = Files
            AddReg = Plain
            [Inst.NT.HW]
            AddReg = Sec, \\
                     Sec2
            [Inst.NT.Services]
            AddService = svc, 2, Service_Inst
            [Service_Inst]
            ServiceBinary = %13%\\a.sys
            Security = "D:P(A;;GA;;;SY)"
            [sec]
            HKR,,Security,,"D:P(A;;GA;;;SY)(A;;GA;;;%Who%)" ;!!
            [Sec2]
            HKR,,DeviceType,0x10001,34
            HKR,"Sub;Key",Text,,"say ""hi""\"
            [Plain]
            HKLM,,Security,,"D:P"
            [Strings]
            Mfg = "Us"
            Dev = "Demo"
            Who = WD
            ClassName = "Samples"
            [Strings.0407]
            Dev = "Vorf\u00fchrung"
            """;

    private static Subject read(String text) {
        return new InfReader().read(new Source("a.inf", text));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Test
    void tokensQuotesAndContinuationsAreResolved() {
        Subject subject = read(DRIVER);
        assertThat(subject.gaps()).isEmpty();
        Value version = new Value.Element(subject.collection("version").get(0));
        assertThat(subject.evaluate("value-of", List.of(version, text("class"))))
                .isEqualTo(text("Samples"));
        assertThat(subject.evaluate("value-of", List.of(version, text("Signature"))))
                .isEqualTo(text("$WINDOWS NT$"));
        assertThat(subject.evaluate("value-of", List.of(version, text("Nothing"))))
                .isEqualTo(new Value.Absent());
        assertThat(subject.evaluate("has-key", List.of(version, text("CatalogFile"))))
                .isEqualTo(new Value.Truth(true));
        assertThat(subject.evaluate("has-key", List.of(version, text("Catalog"))))
                .isEqualTo(new Value.Truth(false));
        List<Node> values = subject.collection("registry-values");
        assertThat(values.get(2).attribute("value")).isEqualTo(text("say \"hi\""));
        assertThat(values.get(2).attribute("subkey")).isEqualTo(text("Sub;Key"));
        assertThat(values.get(1).attribute("flags")).isEqualTo(new Value.Int(0x10001));
    }

    @Test
    void rolesFollowFromWhatLeadsToASection() {
        Subject subject = read(DRIVER);
        assertThat(subject.collection("sections"))
                .extracting(section -> section.label() + " " + role(section))
                .containsExactly(
                        "Version version",
                        "Manufacturer manufacturer",
                        "Standard.NTamd64 models",
                        "Inst.NT install",
                        "Inst.NT.HW install-hw",
                        "Inst.NT.Services install-services",
                        "Service_Inst service",
                        "sec add-registry",
                        "Sec2 add-registry",
                        "Plain add-registry",
                        "Strings strings",
                        "Strings.0407 strings");
        assertThat(subject.collection("install-sections"))
                .extracting(section -> section.attribute("base-name"))
                .containsExactly(text("Inst"));
    }

    private static String role(Node section) {
        return ((Value.Text) section.attribute("role")).text();
    }

    @Test
    void registryValuesKnowWhatReachesThem() {
        List<Node> values = read(DRIVER).collection("registry-values");
        assertThat(values)
                .extracting(value -> value.attribute("path"))
                .containsExactly(text("hw"), text("hw"), text("hw"), text("install"));
        assertThat(values.get(0).attribute("reached-from"))
                .isEqualTo(new Value.Many(List.of(text("Inst.NT.HW"))));
        assertThat(values.get(0).attribute("value")).isEqualTo(text("D:P(A;;GA;;;SY)(A;;GA;;;WD)"));
    }

    @Test
    void securityValuesAreDescriptorsThatPointIntoTheFile() {
        Subject subject = read(DRIVER);
        List<Subject> embedded = subject.embedded();
        assertThat(embedded).hasSize(3);
        Node ace = embedded.get(1).collection("aces").get(1);
        assertThat(ace.attribute("trustee")).isEqualTo(text("everyone"));
        assertThat(subject.source().text(ace.span())).isEqualTo("(A;;GA;;;%Who%)");
    }

    @Test
    void sameNamedSectionsAreOneForLookUps() {
        Subject subject = read("[Version]\nA=1\n[version]\nB=2\n");
        Value version = new Value.Element(subject.collection("version").get(0));
        assertThat(subject.evaluate("value-of", List.of(version, text("b")))).isEqualTo(text("2"));
        assertThat(subject.collection("version")).hasSize(1);
    }

    @Test
    void whatIsOddIsAGap() {
        assertThat(read("junk\n[A\nB = \"c\n").gaps())
                .containsExactly(
                        new Gap(new Span(0, 4), "a line before the first section"),
                        new Gap(new Span(5, 7), "the name of a section does not end with ]"),
                        new Gap(new Span(8, 14), "a quote that does not end on its line"));
    }

    @Test
    void aPatternIsOneLine() {
        assertThat(new InfReader().patterns().parse("HKR,,Security,,$SDDL"))
                .isEqualTo(
                        new Parsed.Understood(
                                new Pattern.Exact(
                                        "registry-value",
                                        "",
                                        List.of(
                                                exact("hkr"),
                                                exact(""),
                                                exact("security"),
                                                exact(""),
                                                new Pattern.Capture("SDDL"))),
                                "a value of the registry"));
        assertThat(new InfReader().patterns().parse("Signature = \"$$WINDOWS NT$$\""))
                .isEqualTo(
                        new Parsed.Understood(
                                new Pattern.Exact(
                                        "entry", "signature", List.of(exact("$windows nt$"))),
                                "a line with a key"));
        assertThat(new InfReader().patterns().parse("AddReg = $..."))
                .isInstanceOf(Parsed.Understood.class);
        assertThat(new InfReader().patterns().parse("$A,$B")).isInstanceOf(Parsed.Broken.class);
        assertThat(new InfReader().patterns().parse("$KEY = 1")).isInstanceOf(Parsed.Broken.class);
        assertThat(new InfReader().patterns().parse("[Version]")).isInstanceOf(Parsed.Broken.class);
        assertThat(new InfReader().patterns().parse("a\nb")).isInstanceOf(Parsed.Broken.class);
    }

    private static Pattern exact(String label) {
        return new Pattern.Exact("value", label, List.of());
    }

    @Test
    void wordsCoverTheLabelsOfPatterns() {
        assertThat(read(DRIVER).words()).contains("hkr", "security", "pnplockdown", "1", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\n",
                "a=b\n",
                ",",
                "\"",
                "%",
                "\\\n",
                "[",
                "AddReg=a\n",
                "%a%",
                "\u0000",
                "a,%b\n"
            })
    @Timeout(10)
    void hostileTextEnds(String piece) {
        Subject subject = read("[Version]\n" + piece.repeat(20_000));
        assertThat(subject.roots()).isNotEmpty();
        assertThat(subject.embedded()).isEmpty();
    }

    @Test
    @Timeout(10)
    void tokensThatGrowAreCut() {
        StringBuilder text = new StringBuilder("[A]\nx=%s0%\n[Strings]\n");
        for (int i = 0; i < 10; i++) {
            text.append("s")
                    .append(i)
                    .append("=")
                    .append(("%s" + (i + 1) + "%").repeat(50))
                    .append('\n');
        }
        assertThat(read(text.toString()).roots()).hasSize(2);
    }

    private static String edited(Optional<Node.Edit> edit) {
        Node.Edit e = edit.orElseThrow();
        return DRIVER.substring(0, e.span().start()) + e.text() + DRIVER.substring(e.span().end());
    }

    @Test
    void fixesAddALineBehindTheLastOneAndItsComment() {
        Node section = section(read(DRIVER), "sec");

        assertThat(edited(section.add("HKR,,X,,1")))
                .isEqualTo(DRIVER.replace(" ;!!\n", " ;!!\nHKR,,X,,1\n"));
        assertThat(section.children().get(0).add("x")).isEmpty();
    }

    @Test
    void fixesSetTheValueOfALine() {
        Subject subject = read(DRIVER);
        Node lockdown = section(subject, "Version").children().get(2);
        Node security = subject.collection("registry-values").get(0);

        assertThat(edited(lockdown.set("value", "0")))
                .isEqualTo(DRIVER.replace("PnpLockdown=1", "PnpLockdown=0"));
        assertThat(edited(security.set("value", "x")))
                .isEqualTo(DRIVER.replace("\"D:P(A;;GA;;;SY)(A;;GA;;;%Who%)\"", "x"));
        assertThat(lockdown.set("key", "x")).isEmpty();
    }

    private static Node section(Subject subject, String name) {
        return subject.collection("sections").stream()
                .filter(section -> section.label().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
