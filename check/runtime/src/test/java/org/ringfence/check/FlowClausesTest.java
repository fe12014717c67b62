package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.alternatives;
import static org.ringfence.check.ToyRules.capture;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Condition.Direction;
import org.ringfence.rule.Condition.PathTest;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Flow;

/**
 * Clauses that ask for paths and origins, over the toy language whose control runs to the right.
 */
class FlowClausesTest {
    private static final Condition[] NONE = {};

    private static List<String> found(String text, Rule rule) {
        return ToyRules.check(text, rule).findings().stream()
                .map(f -> f.span().start() + " " + f.message())
                .toList();
    }

    private static Query.Step step(String as, String... literals) {
        return new Query.Step(alternatives(literals), as);
    }

    @Nested
    class Then {
        private final Rule rule =
                ToyRules.rule(
                        "twice",
                        new Query.Match(
                                List.of(step("", "lock($X)"), step("CALL", "open($X, $_)"))),
                        NONE,
                        NONE);

        @Test
        void findsALaterPlaceOfTheSameFunctionWithTheSameCaptures() {
            assertThat(found("in f { lock(a) open(b, 1) open(a, 2) }", rule))
                    .containsExactly("26 open(a, 2) opens");
        }

        @Test
        void findsNothingBeforeOrInAnotherFunction() {
            assertThat(found("in f { open(a, 2) lock(a) } in g { open(a, 1) }", rule)).isEmpty();
        }

        @Test
        void countsAPlaceOnceHoweverManyWaysLeadThere() {
            assertThat(found("in f { lock(a) lock(a) open(a, 2) }", rule)).hasSize(1);
        }
    }

    @Nested
    class FlowsOfValues {
        private final Query.FlowPath path =
                new Query.FlowPath(
                        step("FROM", "input($SRC)"),
                        step("CALL", "use($X)"),
                        "",
                        new Flow.Way(1, false));

        @Test
        void areFindingsWithTheirWay() {
            Rule rule = ToyRules.rule("flow", path, NONE, NONE);

            List<Finding> findings =
                    ToyRules.check("in f { input(a) use(b) use(a) }", rule).findings();

            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).captures())
                    .containsEntry("$FROM", "input(a)")
                    .containsEntry("$SRC", "a")
                    .containsEntry("$X", "a");
            assertThat(findings.get(0).trace().stream().map(Finding.Step::what))
                    .containsExactly("taken", "used");
        }

        @Test
        void thatAreUnknownAreNotProven() {
            assertThat(found("in f { input(a) use(maybe) }", ToyRules.rule("f", path, NONE, NONE)))
                    .isEmpty();
        }

        @Test
        void canBeAskedForOfACapture() {
            Rule rule =
                    ToyRules.open(
                            new Condition.Flows(
                                    Direction.FROM,
                                    capture("DOOR"),
                                    alternatives("input($_)"),
                                    false));

            assertThat(found("in f { input(a) open(a, 1) open(b, 1) }", rule)).hasSize(1);
        }

        @Test
        void canBeAskedForWhereTheyGo() {
            Rule rule =
                    ToyRules.rule(
                            "to",
                            ToyRules.match("input($X)"),
                            new Condition[] {
                                new Condition.Flows(
                                        Direction.TO, capture("CALL"), alternatives("use"), false)
                            },
                            NONE);

            assertThat(found("in f { input(use) use }", rule)).hasSize(1);
        }
    }

    @Nested
    class Paths {
        private Rule unless(PathTest test, boolean every, String... literals) {
            return ToyRules.openUnless(
                    new Condition.Path(test, capture("CALL"), alternatives(literals), every));
        }

        @Test
        void excuseWhatAMarkDominates() {
            Rule rule = unless(PathTest.DOMINATED, false, "probe($DOOR)");

            assertThat(found("in f { probe(a) open(a, 1) open(b, 1) }", rule))
                    .containsExactly("27 open(b, 1) opens");
        }

        @Test
        void excuseWhatAMarkFollowsOrGuards() {
            assertThat(
                            found(
                                    "in f { open(a, 1) shut(a) }",
                                    unless(PathTest.FOLLOWED, true, "shut($DOOR)")))
                    .isEmpty();
            assertThat(
                            found(
                                    "in f { check(a) open(a, 1) }",
                                    unless(PathTest.GUARDED, true, "check($_)")))
                    .isEmpty();
        }

        @Test
        void ofWhatStandsInNoFunctionAreUnknownAndLowerTheConfidence() {
            Finding finding =
                    ToyRules.check("open(a, 1)", unless(PathTest.PRECEDED, true, "x($_)"))
                            .findings()
                            .get(0);

            assertThat(finding.unknowns()).containsExactly("`open(a, 1)` stands in no function");
            assertThat(finding.captures())
                    .containsEntry("@why", "not open(a, 1) preceded by x($_) on every path");
        }

        @Test
        void areUnknownWhereTheMarkIs() {
            var maybe =
                    List.of(
                            new Alternative(
                                    Toy.pattern("probe($P)"),
                                    new Condition.Compare(
                                            Condition.Comparison.EQ,
                                            ToyRules.number("P"),
                                            ToyRules.number("P")),
                                    "probe($P)"));
            Rule rule =
                    ToyRules.openUnless(
                            new Condition.Path(PathTest.DOMINATED, capture("CALL"), maybe, true));

            assertThat(
                            ToyRules.check("in f { probe(x) open(a, 1) }", rule)
                                    .findings()
                                    .get(0)
                                    .unknowns())
                    .containsExactly("`x` is not a number");
            assertThat(
                            ToyRules.check("in f { open(a, 1) probe(x) }", rule)
                                    .findings()
                                    .get(0)
                                    .unknowns())
                    .isEmpty();
        }
    }

    @Test
    void messagesSayWhichPartDoesNotExcuse() {
        Condition check =
                new Condition.Path(
                        PathTest.DOMINATED, capture("CALL"), alternatives("check($_)"), false);
        Condition named =
                new Condition.Compare(Condition.Comparison.EQ, capture("DOOR"), new Expr.Text("a"));
        Rule rule = ToyRules.openUnless(new Condition.And(List.of(named, check)));
        Rule.Wording wording =
                new Rule.Wording("", ToyRules.template(capture("@why")), List.of(), "", "");

        assertThat(found("in f { open(a, 1) }", ToyRules.with(rule, wording, List.of(), List.of())))
                .containsExactly("7 not open(a, 1) dominated by check($_)");
    }

    @Nested
    class Within {
        private final Rule rule =
                roles(ToyRules.open(), new Rule.Role("handler", "F", alternatives("wire($F)")));

        private static Rule roles(Rule rule, Rule.Role role) {
            return ToyRules.with(
                    rule, new Rule.Conditions(List.of(role), List.of(), List.of(), List.of()));
        }

        @Test
        void findsOnlyInFunctionsOfTheRole() {
            assertThat(found("in f { open(a, 1) } in g { open(b, 1) } wire(f)", rule))
                    .containsExactly("7 open(a, 1) opens");
        }

        @Test
        void findsNothingOutsideOfFunctionsOrWithoutWiring() {
            assertThat(found("wire(f) open(a, 1)", rule)).isEmpty();
            assertThat(found("in f { open(a, 1) }", rule)).isEmpty();
        }
    }
}
