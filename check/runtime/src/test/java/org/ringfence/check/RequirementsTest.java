package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.check;
import static org.ringfence.check.ToyRules.each;
import static org.ringfence.check.ToyRules.open;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Pattern;

/** A rule that asks for what a reader does not have is named, and the rest runs. */
class RequirementsTest {
    private static void assertRefused(Rule rule, String reason) {
        Report report = check("open(a, 1)", rule);
        assertThat(report.refused())
                .containsExactly(new Report.Refusal("toys::" + rule.id(), reason));
        assertThat(report.rules()).isEmpty();
        assertThat(report.complete()).isFalse();
    }

    private static Condition holds(Expr expr) {
        return new Condition.Holds(expr);
    }

    @Test
    void namesAFunctionThatTheReaderDoesNotHave() {
        assertRefused(
                open(holds(new Expr.Call("fly", List.of()))),
                "it uses the function `fly`, which `toy` does not have here");
    }

    @Test
    void namesACallWithTheWrongNumberOfArguments() {
        assertRefused(
                open(holds(new Expr.Call("num", List.of()))),
                "it calls `num` with 0 arguments instead of 1");
    }

    @Test
    void namesCollectionsKindsAndAttributesHoweverDeepTheyStand() {
        Condition deep =
                new Condition.Quantified(
                        false,
                        "C",
                        new Expr.Collection("doors"),
                        new Condition.Not(
                                new Condition.Is(
                                        new Expr.Attribute(capture("C"), "weight"), "dragon")));
        assertRefused(
                open(new Condition.Or(List.of(deep))),
                "it uses the attribute `weight`, which `toy` does not have here; it uses the"
                        + " collection `doors`, which `toy` does not have here; it uses the kind"
                        + " `dragon`, which `toy` does not have here");
    }

    @Test
    void namesAPatternThatMatchesEverything() {
        Rule rule = open();
        assertRefused(
                new Rule(
                        rule.id(),
                        rule.title(),
                        rule.subject(),
                        rule.classification(),
                        new Query.Match(
                                List.of(
                                        new Query.Step(
                                                List.of(
                                                        new Alternative(
                                                                new Pattern.Any(),
                                                                Condition.ALWAYS,
                                                                "$_")),
                                                ""))),
                        rule.conditions(),
                        rule.wording(),
                        rule.fixes(),
                        rule.examples(),
                        rule.required(),
                        rule.features(),
                        rule.origin()),
                "it has a pattern that is only a hole, which matches everything");
    }

    @Test
    void runsTheRest() {
        Report report = check("open(a, 1)", each(holds(new Expr.Collection("doors"))), open());
        assertThat(report.refused())
                .extracting(Report.Refusal::what)
                .containsExactly("toys::each-call");
        assertThat(report.findings()).hasSize(1);
    }
}
