package org.ringfence.check;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Origin;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Severity;
import org.ringfence.rule.Template;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Source;

/** Rules on {@link Toy} for tests, starting from one that flags {@code open($DOOR, $MODE)}. */
public final class ToyRules {
    public static final Origin ORIGIN = new Origin("toy.rules", 3, 5);
    private static final Condition[] NONE = {};

    private ToyRules() {}

    public static Expr capture(String name) {
        return new Expr.Capture(name);
    }

    public static Expr number(String of) {
        return new Expr.Call("num", List.of(capture(of)));
    }

    public static Template template(Object... parts) {
        return new Template(Arrays.stream(parts).map(ToyRules::part).toList());
    }

    private static Template.Part part(Object part) {
        return part instanceof Expr expr
                ? new Template.Hole(expr)
                : new Template.Plain((String) part);
    }

    public static List<Alternative> alternatives(String... literals) {
        return Arrays.stream(literals)
                .map(text -> new Alternative(Toy.pattern(text), Condition.ALWAYS, text))
                .toList();
    }

    public static Query.Match match(String... literals) {
        return new Query.Match(List.of(new Query.Step(alternatives(literals), "CALL")));
    }

    public static Rule open(Condition... where) {
        return rule("open-door", match("open($DOOR, $MODE)"), where, NONE);
    }

    public static Rule openUnless(Condition... unless) {
        return rule("open-door", match("open($DOOR, $MODE)"), NONE, unless);
    }

    public static Rule matching(String id, String... literals) {
        return rule(id, match(literals), NONE, NONE);
    }

    public static Rule each(Condition... where) {
        return rule("each-call", new Query.Each("CALL", new Expr.Collection("calls")), where, NONE);
    }

    static Rule rule(String id, Query query, Condition[] where, Condition[] unless) {
        return new Rule(
                id,
                "A door is opened",
                "toy",
                new Rule.Classification(
                        List.of(new Rule.SeverityCase(Severity.HIGH, Condition.ALWAYS)),
                        Confidence.HIGH,
                        List.of(new TopicRef("doors/open", "why")),
                        List.of(782),
                        Rule.Status.STABLE,
                        ""),
                query,
                new Rule.Conditions(List.of(), List.of(), clauses(where), clauses(unless)),
                new Rule.Wording(
                        "", template(capture("CALL"), " opens"), List.of(), "Close it", ""),
                List.of(),
                List.of(),
                List.of(),
                new TreeSet<>(List.of("match")),
                ORIGIN);
    }

    private static List<Rule.Clause> clauses(Condition[] conditions) {
        return Arrays.stream(conditions).map(c -> new Rule.Clause(c, ORIGIN)).toList();
    }

    public static Rule with(
            Rule rule, Rule.Wording wording, List<Rule.Fix> fixes, List<Rule.Example> examples) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.subject(),
                rule.classification(),
                rule.query(),
                rule.conditions(),
                wording,
                fixes,
                examples,
                rule.required(),
                rule.features(),
                rule.origin());
    }

    static Rule with(Rule rule, Rule.Conditions conditions) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.subject(),
                rule.classification(),
                rule.query(),
                conditions,
                rule.wording(),
                rule.fixes(),
                rule.examples(),
                rule.required(),
                rule.features(),
                rule.origin());
    }

    /** A value of {@code input(...)} that is used. */
    public static Rule flow() {
        return rule(
                "used-input",
                new Query.FlowPath(
                        new Query.Step(alternatives("input($_)"), ""),
                        new Query.Step(alternatives("use($X)"), "CALL"),
                        "",
                        new Flow.Way(1, false)),
                new Condition[0],
                new Condition[0]);
    }

    public static Rule requiring(Rule rule, List<List<String>> words) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.subject(),
                rule.classification(),
                rule.query(),
                rule.conditions(),
                rule.wording(),
                rule.fixes(),
                rule.examples(),
                words,
                rule.features(),
                rule.origin());
    }

    public static RulePack pack(Rule... rules) {
        return new RulePack("toys", "1.0.0", List.of(), List.of(), List.of(rules));
    }

    /** What the rules say of a text that lies in {@code a.toy}. */
    public static Report check(String text, Rule... rules) {
        Toy toy = new Toy();
        return new Validator(List.of(pack(rules)), List.of(toy))
                .check(List.of(new Input.Readable(toy.read(new Source("a.toy", text)))));
    }

    /** {@code line:column message}, one for each finding. */
    public static List<String> found(String text, Rule... rules) {
        return check(text, rules).findings().stream()
                .map(
                        f -> {
                            var at = f.source().position(f.span().start());
                            return at.line() + ":" + at.column() + " " + f.message();
                        })
                .toList();
    }
}
