package org.ringfence.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Pattern;

class PackJsonTest {
    private static final Expr X = new Expr.Capture("X");
    private static final Origin ORIGIN = new Origin("a/b.rules", 12, 5);

    private static Rule.Fix fix(Rule.Change change, Condition when) {
        return new Rule.Fix(Rule.Safety.REVIEW, change, when);
    }

    /** Has every kind of node that a pack can hold. */
    static RulePack everything() {
        Expr set = new Expr.Set("names", List.of(new Expr.Text("a"), new Expr.Number(-1, "~0")));
        Expr call = new Expr.Call("const", List.of(new Expr.Attribute(X, "name")));
        Pattern pattern =
                new Pattern.Exact(
                        "call",
                        "",
                        List.of(
                                new Pattern.Exact("name", "f", List.of()),
                                new Pattern.Capture("X"),
                                new Pattern.Any(),
                                new Pattern.Rest("ARGS")));
        List<Alternative> alternatives =
                List.of(
                        new Alternative(pattern, Condition.ALWAYS, "f($X, $_, $...ARGS)"),
                        new Alternative(pattern, new Condition.Is(X, "call"), "named($X)"));
        Condition every =
                new Condition.And(
                        List.of(
                                new Condition.Or(
                                        List.of(
                                                new Condition.Holds(call),
                                                new Condition.Is(X, "call"))),
                                new Condition.Not(new Condition.In(X, set)),
                                new Condition.Compare(
                                        Condition.Comparison.LE, X, new Expr.Number(3, "3")),
                                new Condition.Bits(Condition.BitTest.LACKS, call, set),
                                new Condition.Structural(Condition.Where.INSIDE, X, alternatives),
                                new Condition.Like(X, "a.*"),
                                new Condition.Path(
                                        Condition.PathTest.GUARDED, X, alternatives, true),
                                new Condition.Flows(Condition.Direction.TO, X, alternatives, true),
                                new Condition.Quantified(
                                        true,
                                        "Y",
                                        new Expr.Collection("calls"),
                                        Condition.ALWAYS)));
        Query.Step step = new Query.Step(alternatives, "CALL");
        Expr lookup =
                new Expr.Lookup(
                        "names",
                        List.of(new Expr.Entry(new Expr.Number(1, "ONE"), new Expr.Text("one"))),
                        X);
        Expr parameter = new Expr.Parameter("pack::name::limit", new Expr.Number(3, "3"));
        Template template =
                new Template(List.of(new Template.Plain("says \"x\" "), new Template.Hole(X)));
        Rule rule =
                new Rule(
                        "all-of-it",
                        "All of it",
                        "c",
                        new Rule.Classification(
                                List.of(
                                        new Rule.SeverityCase(Severity.LOW, every),
                                        new Rule.SeverityCase(Severity.CRITICAL, Condition.ALWAYS)),
                                Confidence.MEDIUM,
                                List.of(new TopicRef("a/b", ""), new TopicRef("c", "d")),
                                List.of(782, 20),
                                Rule.Status.DEPRECATED,
                                "newer"),
                        new Query.Match(List.of(step, new Query.Step(alternatives, ""))),
                        new Rule.Conditions(
                                List.of(new Rule.Role("handler", "F", alternatives)),
                                List.of(
                                        new Rule.Let("Z", call),
                                        new Rule.Let("L", lookup),
                                        new Rule.Let("P", parameter)),
                                List.of(new Rule.Clause(every, ORIGIN)),
                                List.of(new Rule.Clause(Condition.ALWAYS, ORIGIN))),
                        new Rule.Wording(
                                "X",
                                template,
                                List.of(new Rule.Related("X", template)),
                                "hint",
                                "limits"),
                        List.of(
                                fix(new Rule.Change.Replace("", template), every),
                                fix(new Rule.Change.Insert(true, "X", template), every),
                                fix(new Rule.Change.Insert(false, "", template), every),
                                fix(new Rule.Change.Set(X, "value", template), every),
                                fix(new Rule.Change.Add(X, template), every)),
                        List.of(
                                new Rule.Example(
                                        Rule.Example.Kind.BAD,
                                        true,
                                        "one",
                                        "f(1);\n",
                                        "g(1);",
                                        ORIGIN),
                                new Rule.Example(
                                        Rule.Example.Kind.GOOD, false, "", "g();", "", ORIGIN)),
                        List.of(List.of("f"), List.of("a", "b")),
                        new TreeSet<>(List.of("match", "bits")),
                        ORIGIN);
        Rule walk =
                new Rule(
                        "walk",
                        "Walk",
                        "inf",
                        rule.classification(),
                        new Query.Each("S", new Expr.Collection("sections")),
                        rule.conditions(),
                        rule.wording(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new TreeSet<>(List.of("match-each")),
                        ORIGIN);
        Rule flow =
                new Rule(
                        "flow",
                        "Flow",
                        "c",
                        rule.classification(),
                        new Query.FlowPath(
                                step, new Query.Step(alternatives, ""), "X", new Flow.Way(3, true)),
                        rule.conditions(),
                        rule.wording(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new TreeSet<>(List.of("flow")),
                        ORIGIN);
        return new RulePack(
                "pack::name",
                "1.2.3",
                List.of(new RulePack.TopicSummary("a/b", "Title", "Summary.")),
                List.of(new RulePack.Parameter("pack::name::limit", "How many", set)),
                List.of(flow, rule, walk));
    }

    private static byte[] bytes(RulePack pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackJson.write(pack, out);
        return out.toByteArray();
    }

    private static LoadedPack read(String json) throws IOException {
        return PackJson.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json");
    }

    private static String reason(LoadedPack pack) {
        return pack instanceof LoadedPack.Refused refused
                ? refused.what() + ": " + refused.reason()
                : "not refused";
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        LoadedPack back = PackJson.read(new ByteArrayInputStream(bytes(everything())), "x");
        assertThat(back).isEqualTo(new LoadedPack.Usable(everything(), List.of()));
    }

    @Test
    void writesTheSameBytesForTheSamePack() throws IOException {
        assertThat(bytes(everything())).isEqualTo(bytes(everything()));
    }

    @Test
    void refusesAPackOfAnotherFormatByName() throws IOException {
        assertThat(reason(read("{\"ringfence-pack\": 9, \"name\": \"acme\"}")))
                .isEqualTo(
                        "acme: it has pack format 9, this engine reads format 2; compile it again or update Ringfence");
    }

    @Test
    void refusesWhatIsNoPack() throws IOException {
        assertThat(reason(read("[]")))
                .isEqualTo(
                        "x.json: it is not a whole rule pack: it does not start with a JSON object");
        assertThat(reason(read("{}")))
                .isEqualTo("x.json: it is not a rule pack: it has no `ringfence-pack` field");
        assertThat(reason(read("PK\u0003\u0004")))
                .startsWith("x.json: it is not a rule pack: Unrecognized token 'PK");
        assertThat(reason(read(""))).startsWith("x.json: it is not a whole rule pack");
        assertThat(reason(read("{\"ringfence-pack\": 2, \"rules\": []}")))
                .isEqualTo(
                        "x.json: it is not a whole rule pack: `name` is missing (line 1, column 1)");
    }

    @Test
    void refusesARuleWithUnknownFeaturesAndKeepsTheRest() throws IOException {
        String json =
                new String(bytes(everything()), StandardCharsets.UTF_8)
                        .replace("\"match-each\"", "\"telepathy\"");
        LoadedPack.Usable usable = (LoadedPack.Usable) read(json);
        assertThat(usable.refused())
                .containsExactly(
                        new LoadedPack.Refused(
                                "pack::name::walk",
                                "it needs telepathy, which this engine cannot do"));
        assertThat(usable.pack().rules()).extracting(Rule::id).containsExactly("all-of-it", "flow");
    }

    @Test
    void refusesARuleWithAnUnknownNodeAndKeepsTheRest() throws IOException {
        String json =
                new String(bytes(everything()), StandardCharsets.UTF_8)
                        .replace("\"each\" : \"S\"", "\"dream\" : \"S\"");
        LoadedPack.Usable usable = (LoadedPack.Usable) read(json);
        assertThat(usable.refused()).hasSize(1);
        assertThat(usable.refused().get(0).what()).isEqualTo("pack::name::walk");
        assertThat(usable.refused().get(0).reason())
                .matches(
                        "it uses a query \\[dream, in\\] \\(line \\d+, column 13\\) that this engine"
                                + " does not know");
        assertThat(usable.pack().rules()).hasSize(2);
    }
}
