package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.Origin;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Severity;
import org.ringfence.rule.Template;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Pattern;

class RuleCompilerTest {
    private static final String WHOLE =
            """
            pack toys::doors version "1.2.0"
            import toys::shared::*

            // every clause that can be executed
            rule open-door on c {
                title "A door is opened"
                severity low when $MODE is name
                severity high
                confidence low
                cwe 782, 862
                topic doors/open#why, doors/keys
                status experimental
                match `open($DOOR, $MODE)` | `push($DOOR, $MODE, $...)` as $CALL
                let $BITS = const($MODE)
                where $BITS has { READ, 0x10 } and not $DOOR in harmless
                unless any $M in macros satisfies ($M.name == "SAFE")
                report at $DOOR "{$CALL.name} opens {{{$DOOR}}} in {@macro}"
                related $MODE "with {const($MODE)}"
                hint "Close \\"it\\""
                limits "Sees no windows"
                fix review replace $MODE with `$MODE, $$$DOOR` when $BITS != READ
                bad "plain" ```
                    open(door, 1); //!!
                      more()
                ``` fixed ```
                    open(door, 1, $door);
                ```
                todo good `shut(door)`
            }
            """;
    private static final String SHARED =
            """
            pack toys::shared
            set harmless = { cat-flap, READ, "a door" }
            """;

    private static Expr capture(String name) {
        return new Expr.Capture(name);
    }

    private static Expr call(String function, String capture) {
        return new Expr.Call(function, List.of(capture(capture)));
    }

    private static Pattern.Exact name(String name) {
        return new Pattern.Exact("name", name, List.of());
    }

    private static Origin at(int line, int column) {
        return new Origin("doors.rules", line, column);
    }

    private static Template template(Object... parts) {
        return new Template(
                java.util.Arrays.stream(parts)
                        .map(
                                p ->
                                        p instanceof Expr e
                                                ? new Template.Hole(e)
                                                : (Template.Part) new Template.Plain((String) p))
                        .toList());
    }

    @Test
    void compilesEveryClauseToItsRecord() {
        CompileResult result = Compile.files(Map.of("doors.rules", WHOLE, "a.rules", SHARED));

        Expr read = new Expr.Number(1, "READ");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.pack())
                .isEqualTo(
                        new RulePack(
                                "toys::doors",
                                "1.2.0",
                                List.of(
                                        new RulePack.TopicSummary(
                                                "doors/keys", "Keys of doors", "About doors/keys"),
                                        new RulePack.TopicSummary(
                                                "doors/open", "Open doors", "About doors/open")),
                                List.of(),
                                List.of(
                                        new Rule(
                                                "open-door",
                                                "A door is opened",
                                                "c",
                                                classification(),
                                                query(),
                                                conditions(read),
                                                wording(),
                                                List.of(fix(read)),
                                                examples(),
                                                List.of(List.of("open", "push")),
                                                new TreeSet<>(
                                                        List.of(
                                                                "bits",
                                                                "fix-replace",
                                                                "let",
                                                                "match",
                                                                "quantifier",
                                                                "severity-when")),
                                                at(5, 1)))));
    }

    private static Rule.Classification classification() {
        return new Rule.Classification(
                List.of(
                        new Rule.SeverityCase(
                                Severity.LOW, new Condition.Is(capture("MODE"), "name")),
                        new Rule.SeverityCase(Severity.HIGH, Condition.ALWAYS)),
                Confidence.LOW,
                List.of(new TopicRef("doors/open", "why"), new TopicRef("doors/keys", "")),
                List.of(782, 862),
                Rule.Status.EXPERIMENTAL,
                "");
    }

    private static Query query() {
        return new Query.Match(
                List.of(
                        new Query.Step(
                                List.of(
                                        alternative(
                                                "open($DOOR, $MODE)",
                                                name("open"),
                                                new Pattern.Capture("DOOR"),
                                                new Pattern.Capture("MODE")),
                                        alternative(
                                                "push($DOOR, $MODE, $...)",
                                                name("push"),
                                                new Pattern.Capture("DOOR"),
                                                new Pattern.Capture("MODE"),
                                                new Pattern.Rest(""))),
                                "CALL")));
    }

    private static Alternative alternative(String written, Pattern... children) {
        return new Alternative(
                new Pattern.Exact("call", "", List.of(children)), Condition.ALWAYS, written);
    }

    private static Rule.Conditions conditions(Expr read) {
        return new Rule.Conditions(
                List.of(),
                List.of(new Rule.Let("BITS", call("const", "MODE"))),
                List.of(
                        new Rule.Clause(
                                new Condition.And(
                                        List.of(
                                                new Condition.Bits(
                                                        Condition.BitTest.HAS,
                                                        capture("BITS"),
                                                        new Expr.Set(
                                                                "",
                                                                List.of(
                                                                        read,
                                                                        new Expr.Number(
                                                                                16, "0x10")))),
                                                new Condition.Not(
                                                        new Condition.In(
                                                                capture("DOOR"),
                                                                new Expr.Set(
                                                                        "harmless",
                                                                        List.of(
                                                                                new Expr.Text(
                                                                                        "cat-flap"),
                                                                                read,
                                                                                new Expr.Text(
                                                                                        "a door"))))))),
                                at(15, 11))),
                List.of(
                        new Rule.Clause(
                                new Condition.Quantified(
                                        false,
                                        "M",
                                        new Expr.Collection("macros"),
                                        new Condition.Compare(
                                                Condition.Comparison.EQ,
                                                new Expr.Attribute(capture("M"), "name"),
                                                new Expr.Text("SAFE"))),
                                at(16, 12))));
    }

    private static Rule.Wording wording() {
        return new Rule.Wording(
                "DOOR",
                template(
                        new Expr.Attribute(capture("CALL"), "name"),
                        " opens {",
                        capture("DOOR"),
                        "} in ",
                        capture("@macro")),
                List.of(new Rule.Related("MODE", template("with ", call("const", "MODE")))),
                "Close \"it\"",
                "Sees no windows");
    }

    private static Rule.Fix fix(Expr read) {
        return new Rule.Fix(
                Rule.Safety.REVIEW,
                new Rule.Change.Replace("MODE", template(capture("MODE"), ", $", capture("DOOR"))),
                new Condition.Compare(Condition.Comparison.NE, capture("BITS"), read));
    }

    private static List<Rule.Example> examples() {
        return List.of(
                new Rule.Example(
                        Rule.Example.Kind.BAD,
                        false,
                        "plain",
                        "open(door, 1); //!!\n  more()\n",
                        "open(door, 1, $door);\n",
                        at(22, 5)),
                new Rule.Example(Rule.Example.Kind.GOOD, true, "", "shut(door)", "", at(28, 5)));
    }

    @Test
    void survivesTheWayThroughJson() throws IOException {
        RulePack pack = Compile.files(Map.of("doors.rules", WHOLE, "a.rules", SHARED)).pack();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackJson.write(pack, out);

        assertThat(PackJson.read(new ByteArrayInputStream(out.toByteArray()), "toys"))
                .isEqualTo(new LoadedPack.Usable(pack, List.of()));
    }

    @Test
    void walksACollection() {
        Rule rule =
                Compile.compiled(
                        """
                        pack p version "1"
                        rule r on toy {
                            title "T" severity high topic doors/open
                            match each $M in version
                            where $M.empty or $M inside `f($...)`
                            report "R" bad `x` good `y`
                        }
                        """);

        assertThat(rule.query()).isEqualTo(new Query.Each("M", new Expr.Collection("version")));
        assertThat(rule.features()).containsExactly("match-each", "structural");
        assertThat(rule.conditions().where().get(0).condition())
                .isEqualTo(
                        new Condition.Or(
                                List.of(
                                        new Condition.Holds(
                                                new Expr.Attribute(capture("M"), "empty")),
                                        new Condition.Structural(
                                                Condition.Where.INSIDE,
                                                capture("M"),
                                                List.of(
                                                        alternative(
                                                                "f($...)",
                                                                name("f"),
                                                                new Pattern.Rest("")))))));
    }

    @Test
    void namesTheWholeMatchOnlyWhereAConditionSpeaksOfIt() {
        String rule =
                """
                pack p version "1"
                rule r on toy {
                    title "T" severity high topic doors/open
                    match `f($MATCH)`
                    %s
                    report "R" bad `x` good `y`
                }
                """;

        assertThat(Compile.compiled(rule.formatted("")).query())
                .extracting(q -> ((Query.Match) q).steps().get(0).as())
                .isEqualTo("");
        assertThat(Compile.compiled(rule.formatted("where inside `g($...)`")).query())
                .extracting(q -> ((Query.Match) q).steps().get(0).as())
                .isEqualTo("MATCH_");
    }

    @Test
    void putsNamedPatternsInTheirPlace() {
        Rule rule =
                Compile.compiled(
                        """
                        pack p version "1"
                        pattern use($P) = `read($P, $SIZE)` | both($P)
                        pattern both($Q) = `copy($Q)` | `copy($_, $Q)`
                        rule r on toy {
                            title "T" severity high topic doors/open
                            match use($X) as $USE
                            report at $X "R" bad `x` good `y`
                        }
                        """);

        assertThat(((Query.Match) rule.query()).steps().get(0).alternatives())
                .extracting(alternative -> alternative.pattern().toString())
                .containsExactly(
                        callOf("read", new Pattern.Capture("X"), new Pattern.Capture("SIZE")),
                        callOf("copy", new Pattern.Capture("X")),
                        callOf("copy", new Pattern.Any(), new Pattern.Capture("X")));
    }

    private static String callOf(String callee, Pattern... arguments) {
        List<Pattern> children = new java.util.ArrayList<>(List.of(name(callee)));
        children.addAll(List.of(arguments));
        return new Pattern.Exact("call", "", children).toString();
    }

    @Test
    void losesOnlyTheRuleThatIsBroken() {
        CompileResult result =
                Compile.text(
                        Compile.rule("    where $OTHER is call\n")
                                + Compile.rule("")
                                        .replace("pack p version \"1.0.0\"", "")
                                        .replace("rule r", "rule whole"));

        assertThat(result.ok()).isFalse();
        assertThat(result.pack().rules()).extracting(Rule::id).containsExactly("whole");
        assertThat(result.diagnostics()).hasSize(1);
    }

    @Test
    void losesOnlyTheRuleThatDoesNotParse() {
        CompileResult result =
                Compile.text(
                        Compile.rule("    whre $DOOR is call\n    hint \"h\"\n")
                                + Compile.rule("")
                                        .replace("pack p version \"1.0.0\"", "")
                                        .replace("rule r", "rule whole"));

        assertThat(result.pack().rules()).extracting(Rule::id).containsExactly("whole");
        assertThat(result.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "a.rules:12:5: error: expected a clause such as `where`, found `whre`;"
                                + " did you mean `where`?");
    }

    @Test
    void refersToARuleThatReplacesAnother() {
        CompileResult result =
                Compile.files(
                        Map.of(
                                "a.rules",
                                Compile.rule("    status deprecated replaced by newer\n"),
                                "b.rules",
                                Compile.rule("").replace("rule r", "rule newer")));

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.pack().rules())
                .extracting(r -> r.classification().replacedBy())
                .containsExactly("", "newer");
    }

    @Test
    void readsFilesBelowAFolderButNotWhatABuildLeft(@TempDir Path folder) throws IOException {
        Path below = Files.createDirectories(folder.resolve("doors/open"));
        Path copies = Files.createDirectories(folder.resolve("target/classes"));
        Files.writeString(below.resolve("door.rules"), "\uFEFF" + Compile.rule("    foo\n"));
        Files.writeString(below.resolve("door.md"), "# Doors");
        Files.writeString(copies.resolve("door.rules"), Compile.rule(""));

        assertThat(Compile.compiler().compile(folder).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "doors/open/door.rules:12:5: error: expected a clause such as `where`,"
                                + " found `foo`");
        assertThat(Compile.compiler().compile(below.resolve("door.rules")).diagnostics())
                .extracting(Diagnostic::file)
                .containsExactly("door.rules");
    }

    @Test
    void saysWhichFileIsNotUtf8(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("latin.rules"), new byte[] {'/', '/', (byte) 0xE4});
        Files.writeString(folder.resolve("good.rules"), Compile.rule(""));

        CompileResult result = Compile.compiler().compile(folder);

        assertThat(result.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "latin.rules:1:1: error: this file is not UTF-8: save it as UTF-8");
        assertThat(result.pack().rules()).hasSize(1);
    }

    @Test
    void namesAMissingFile(@TempDir Path folder) {
        Path missing = folder.resolve("none.rules");

        Assertions.assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Compile.compiler().compile(missing))
                .withMessage(missing.toString());
    }

    @Test
    void givesAnEmptyPackForNothing() {
        assertThat(Compile.files(Map.of()))
                .isEqualTo(
                        new CompileResult(
                                new RulePack("", "", List.of(), List.of(), List.of()),
                                List.of(),
                                new TreeMap<>()));
    }
}
