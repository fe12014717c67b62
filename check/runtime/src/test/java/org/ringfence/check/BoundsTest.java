package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.check;
import static org.ringfence.check.ToyRules.each;
import static org.ringfence.check.ToyRules.matching;
import static org.ringfence.check.ToyRules.open;
import static org.ringfence.check.ToyRules.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Pattern;

/** A rule may ask for any amount of work: it gets its budget, then the report says so. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BoundsTest {
    private static final String TOO_MUCH = "the rule needs more steps here than its budget allows";
    private static final String CALLS = "f(1) ".repeat(3000);

    private static void assertGivenUp(String text, Rule rule) {
        assertThat(check(text, rule).givenUp())
                .containsExactly(new Report.GivenUp("a.toy", rule.id(), TOO_MUCH));
    }

    private static Rule withLets(Rule rule, List<Rule.Let> lets, Rule.Wording wording) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.subject(),
                rule.classification(),
                rule.query(),
                new Rule.Conditions(
                        List.of(), lets, rule.conditions().where(), rule.conditions().unless()),
                wording,
                rule.fixes(),
                rule.examples(),
                rule.required(),
                rule.features(),
                rule.origin());
    }

    /** {@code let A1 = {A0, A0}}, and so on: each is twice as long as the one before. */
    private static List<Rule.Let> doubling(String name) {
        List<Rule.Let> lets = new ArrayList<>();
        lets.add(new Rule.Let(name + 0, new Expr.Text("x")));
        for (int i = 1; i <= 60; i++) {
            Expr before = capture(name + (i - 1));
            lets.add(new Rule.Let(name + i, new Expr.Set("", List.of(before, before))));
        }
        return lets;
    }

    @Test
    void quantifiersInsideOneAnother() {
        Condition body = new Condition.Or(List.of());
        for (int i = 0; i < 6; i++) {
            body = new Condition.Quantified(false, "Q" + i, new Expr.Collection("calls"), body);
        }
        assertGivenUp(CALLS, each(body));
    }

    @Test
    void patternsWithManyRests() {
        assertGivenUp(
                "f(" + "a, ".repeat(200) + "b)",
                matching("rests", "f($...A, $...B, $...C, $...D, $...E, $...F, z)"));
    }

    @Test
    void messagesThatDouble() {
        Rule rule = open();
        Rule.Wording wording = new Rule.Wording("", template(capture("A60")), List.of(), "", "");
        assertGivenUp("open(a, 1)", withLets(rule, doubling("A"), wording));
    }

    @Test
    void comparisonsOfListsThatDouble() {
        List<Rule.Let> lets = new ArrayList<>(doubling("A"));
        lets.addAll(doubling("B"));
        Rule rule =
                open(
                        new Condition.Compare(
                                Condition.Comparison.EQ, capture("A60"), capture("B60")));
        assertGivenUp("open(a, 1)", withLets(rule, lets, rule.wording()));
    }

    @Test
    void placesThatDouble() {
        Rule.Wording wording = new Rule.Wording("A60", template("x"), List.of(), "", "");
        assertGivenUp("open(a, 1)", withLets(open(), doubling("A"), wording));
    }

    @Test
    void longMessagesOfManyFindings() {
        Rule.Wording wording =
                new Rule.Wording("", template("x".repeat(200_000)), List.of(), "", "");
        Report report = check(CALLS, ToyRules.with(each(), wording, List.of(), List.of()));
        assertThat(report.givenUp()).extracting(Report.GivenUp::reason).containsExactly(TOO_MUCH);
        assertThat(report.findings()).hasSizeBetween(100, 1000);
    }

    @Test
    void longTextsThatAreComparedAgainAndAgain() {
        Rule rule =
                open(
                        new Condition.Quantified(
                                false,
                                "C",
                                new Expr.Collection("calls"),
                                new Condition.Compare(
                                        Condition.Comparison.EQ,
                                        capture("CALL"),
                                        new Expr.Text("no"))));
        assertGivenUp("open(f(" + "a, ".repeat(100_000) + "b), 1) " + CALLS, rule);
    }

    @Test
    void setsThatAreSearchedAgainAndAgain() {
        List<Expr> items =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> (Expr) new Expr.Number(i, "N" + i))
                        .toList();
        assertGivenUp(CALLS, each(new Condition.In(capture("CALL"), new Expr.Set("", items))));
    }

    @Test
    void longTextsUnderALargeRegularExpression() {
        assertGivenUp(
                "open(f(" + "a, ".repeat(20_000) + "b), 1)",
                open(new Condition.Like(capture("CALL"), "(a|b){900}|.*z")));
    }

    @Test
    void walksThatLookForNothing() {
        Condition contains =
                new Condition.Structural(Condition.Where.CONTAINS, capture("CALL"), List.of());
        assertGivenUp(
                CALLS,
                each(new Condition.Quantified(false, "C", new Expr.Collection("calls"), contains)));
    }

    private static Rule withAlternatives(List<Alternative> alternatives) {
        return ToyRules.rule(
                "wide",
                new Query.Match(List.of(new Query.Step(alternatives, "CALL"))),
                new Condition[0],
                new Condition[0]);
    }

    @Test
    void aPatternOfThousandsOfParts() {
        List<Pattern> parts =
                new ArrayList<>(
                        Collections.nCopies(15_000, new Pattern.Exact("name", "a", List.of())));
        parts.add(0, new Pattern.Exact("name", "f", List.of()));
        Pattern pattern = new Pattern.Exact("call", "", parts);
        Report report =
                check(
                        "f(" + "a, ".repeat(15_000) + ") f(b)",
                        withAlternatives(
                                List.of(new Alternative(pattern, Condition.ALWAYS, "f(a, ...)"))));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.complete()).isTrue();
    }

    /** Packs in JSON are refused before; a class can say this. */
    @Test
    void aMillionAlternatives() {
        Alternative never = new Alternative(Toy.pattern("f(0)"), Condition.ALWAYS, "f(0)");
        assertGivenUp(CALLS, withAlternatives(Collections.nCopies(1_000_000, never)));
    }

    @Test
    void goOnWithTheOtherRules() {
        Condition never = new Condition.Or(List.of());
        Condition nested =
                new Condition.Quantified(false, "D", new Expr.Collection("calls"), never);
        Report report =
                check(
                        CALLS + "open(a, 1)",
                        each(
                                new Condition.Quantified(
                                        false, "C", new Expr.Collection("calls"), nested)),
                        open());
        assertThat(report.givenUp()).extracting(Report.GivenUp::rule).containsExactly("each-call");
        assertThat(report.findings()).extracting(f -> f.rule().id()).containsExactly("open-door");
        assertThat(report.complete()).isFalse();
    }
}
