package org.ringfence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.template;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.check.Toy;
import org.ringfence.check.ToyRules;
import org.ringfence.check.Validator;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Source;

class ReportsTest {
    private static final Guide GUIDE =
            new Guide(
                    List.of(
                            new RulePack(
                                    "p",
                                    "1",
                                    List.of(
                                            new RulePack.TopicSummary(
                                                    "doors/open", "Doors", "Keep them shut.")),
                                    List.of(),
                                    List.of())),
                    rule -> "https://example.com/rules/" + rule.id());

    private static Report report(String path, String text) {
        Rule open = ToyRules.open();
        Rule.Wording wording =
                new Rule.Wording(
                        "MODE",
                        template(capture("DOOR"), " is opened"),
                        List.of(new Rule.Related("DOOR", template("this door"))),
                        "Close it",
                        "Windows are not looked at");
        Rule.Fix fix =
                new Rule.Fix(
                        Rule.Safety.REVIEW,
                        new Rule.Change.Replace("MODE", template("0")),
                        Condition.ALWAYS);
        Rule rule = ToyRules.with(open, wording, List.of(fix), List.of());
        Toy toy = new Toy();
        return new Validator(List.of(ToyRules.pack(rule)), List.of(toy))
                .check(
                        List.of(
                                new Input.Readable(toy.read(new Source(path, text))),
                                new Input.Skipped("b.toy", "it is binary")));
    }

    @Nested
    class Text {
        @Test
        void showsTheLineTheGuidanceAndTheFix() {
            assertThat(
                            new TextReport(Style.PLAIN, GUIDE)
                                    .write(report("src/a.toy", "shut(b)\n\topen(front, 32)\n")))
                    .isEqualTo(
                            """
                            src/a.toy:2:14: high: front is opened [open-door]
                                 2 |     open(front, 32)
                                   |                 ^~
                                  note: this door (line 2)
                                    do: Close it
                              guidance: doors/open#why  Doors
                                        Keep them shut.
                                   see: https://example.com/rules/open-door
                                   fix: `32` -> `0` (look before you take it)

                            skipped: b.toy: it is binary
                            1 finding (1 high); checked 1 toy with 1 rule; skipped 1 file.
                            """);
        }

        @Test
        void explainsTheGuidanceOfARuleOnce() {
            String text =
                    new TextReport(Style.PLAIN, GUIDE)
                            .write(report("a.toy", "open(a, 1)\nopen(b, 1)"));
            assertThat(text).containsOnlyOnce("Keep them shut.");
        }

        @Test
        void letsNoControlCharacterOfAFileReachTheTerminal() {
            String text =
                    new TextReport(Style.PLAIN, GUIDE)
                            .write(report("a\u001b[2J.toy", "\u001b[31m open(a, 1) \u202e"));
            assertThat(text)
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202e")
                    .contains("a?[2J.toy:1:");
        }

        @Test
        void cutsAnEndlessLineAroundTheFinding() {
            String text =
                    new TextReport(Style.PLAIN, GUIDE)
                            .write(report("a.toy", "shut(a) ".repeat(10_000) + "open(a, 1)"));
            assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(200);
            assertThat(text).contains("open(a, 1)");
        }

        @Test
        void coloursOnlyWhenAsked() {
            Report report = report("a.toy", "open(a, 1)");
            assertThat(new TextReport(Style.COLOUR, GUIDE).write(report))
                    .contains("\u001b[1;31mhigh\u001b[0m");
            assertThat(new TextReport(Style.PLAIN, GUIDE).write(report)).doesNotContain("\u001b");
        }
    }

    @Nested
    class Sarif {
        private String sarif(Report report) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SarifReport.write(report, "0.1.0", GUIDE, out);
            return out.toString(StandardCharsets.UTF_8);
        }

        @Test
        void isValidAgainstTheSchema() throws IOException {
            try (InputStream in =
                    getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
                Schema schema =
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                                .getSchema(
                                        new String(in.readAllBytes(), StandardCharsets.UTF_8),
                                        InputFormat.JSON);
                assertThat(
                                schema.validate(
                                        sarif(report("src/a b.toy", "open(a, 1)")),
                                        InputFormat.JSON))
                        .isEmpty();
                assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                        .isNotEmpty();
            }
        }

        @Test
        void namesRuleAddressAndRegion() throws IOException {
            assertThat(sarif(report("src/a b.toy", "shut(a)\nopen(a, 1)")))
                    .contains("\"ruleId\" : \"open-door\"")
                    .contains("\"uri\" : \"src/a%20b.toy\"")
                    .contains(
                            "\"startLine\" : 2,\n       \"startColumn\" : 9,\n       \"endLine\" : 2,\n       \"endColumn\" : 10")
                    .contains("\"helpUri\" : \"https://example.com/rules/open-door\"")
                    .contains("external/cwe/cwe-782")
                    .contains("skipped: it is binary");
        }

        @Test
        void recognisesAResultWhenLinesMove() throws IOException {
            assertThat(hash(sarif(report("a.toy", "\n\nopen(a, 1)"))))
                    .isEqualTo(hash(sarif(report("a.toy", "open(a, 1)"))));
            assertThat(hash(sarif(report("a.toy", "open(b, 1)"))))
                    .isNotEqualTo(hash(sarif(report("a.toy", "open(a, 1)"))));
        }

        private static String hash(String sarif) {
            int at = sarif.indexOf("primaryLocationLineHash");
            return sarif.substring(at, sarif.indexOf('\n', at));
        }

        @Test
        void writesAddressesThatAreUris() {
            assertThat(SarifReport.uri("a/b c#d.c")).isEqualTo("a/b%20c%23d.c");
            assertThat(SarifReport.uri("/tmp/ü.c")).isEqualTo("file:///tmp/%C3%BC.c");
            assertThat(SarifReport.uri("C:/src/a.c")).isEqualTo("file:///C:/src/a.c");
            assertThat(SarifReport.uri("odd:name.c")).isEqualTo("./odd:name.c");
        }
    }

    @Test
    void jsonHoldsTheFindingAndWhatWasSkipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report("a.toy", "open(a, 1)"), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"rule\" : \"open-door\"")
                .contains("\"line\" : 1")
                .contains("\"column\" : 9")
                .contains("\"$DOOR\" : \"a\"")
                .contains("\"reason\" : \"it is binary\"");
    }

    @Nested
    class Traces {
        private Report flow() {
            Toy toy = new Toy();
            Rule rule = ToyRules.flow();
            return new Validator(List.of(ToyRules.pack(rule)), List.of(toy))
                    .check(
                            List.of(
                                    new Input.Readable(
                                            toy.read(
                                                    new Source(
                                                            "a.toy",
                                                            "in f {\n input(a)\n use(a)\n}")))));
        }

        @Test
        void areNumberedInText() {
            assertThat(new TextReport(Style.PLAIN, GUIDE).write(flow()))
                    .contains(
                            """
                                 trace: 1. line 2: `input(a)` taken
                                        2. line 3: `a` used
                            """);
        }

        @Test
        void areCodeFlowsInSarifAndStepsInJson() throws IOException {
            ByteArrayOutputStream sarif = new ByteArrayOutputStream();
            SarifReport.write(flow(), "1", GUIDE, sarif);
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonReport.write(flow(), json);

            assertThat(sarif.toString(StandardCharsets.UTF_8))
                    .containsPattern(
                            "\"codeFlows\"[\\s\\S]*\"threadFlows\"[\\s\\S]*\"startLine\" : 2"
                                    + "[\\s\\S]*\"text\" : \"taken\"[\\s\\S]*\"startLine\" : 3");
            assertThat(json.toString(StandardCharsets.UTF_8)).contains("\"what\" : \"used\"");
        }
    }
}
