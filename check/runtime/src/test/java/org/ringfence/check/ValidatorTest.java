package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.check;
import static org.ringfence.check.ToyRules.each;
import static org.ringfence.check.ToyRules.found;
import static org.ringfence.check.ToyRules.matching;
import static org.ringfence.check.ToyRules.number;
import static org.ringfence.check.ToyRules.open;
import static org.ringfence.check.ToyRules.openUnless;
import static org.ringfence.check.ToyRules.pack;
import static org.ringfence.check.ToyRules.requiring;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class ValidatorTest {
    private static final Expr FOUR = new Expr.Number(4, "FOUR");

    @Nested
    class Patterns {
        @Test
        void findACallWhereverItStands() {
            assertThat(found("shut(open(front, 3))\n  open(back, 1)", open()))
                    .containsExactly("1:6 open(front, 3) opens", "2:3 open(back, 1) opens");
        }

        @Test
        void wantTheSameShapeForAMetavariableUsedTwice() {
            assertThat(found("move(f(a), f(a)) move(f(a), f(b))", matching("move", "move($A, $A)")))
                    .containsExactly("1:1 move(f(a), f(a)) opens");
        }

        @Test
        void takeAnyNumberOfSiblingsForAnEllipsis() {
            assertThat(found("f() f(a) f(a, z) f(z) f(a, b, z)", matching("f", "f($..., z)")))
                    .containsExactly(
                            "1:10 f(a, z) opens", "1:18 f(z) opens", "1:23 f(a, b, z) opens");
        }

        @Test
        void areAlternatives() {
            assertThat(found("a(1) b(1) c(1)", matching("ab", "a($X)", "b($X)"))).hasSize(2);
        }

        @Test
        void mayHaveAHoleForTheCallee() {
            assertThat(found("a(1, 2) b(1)", matching("any", "$F(1, 2)")))
                    .containsExactly("1:1 a(1, 2) opens");
        }
    }

    @Nested
    class Conditions {
        @Test
        void compareNumbers() {
            var less = new Condition.Compare(Condition.Comparison.LT, number("MODE"), FOUR);
            assertThat(found("open(a, 3) open(a, 4) open(a, 5)", open(less))).hasSize(1);
            var most = new Condition.Compare(Condition.Comparison.GE, number("MODE"), FOUR);
            assertThat(found("open(a, 3) open(a, 4) open(a, 5)", open(most))).hasSize(2);
        }

        @Test
        void meetAConstantOfASetByNameAndByValue() {
            var set = new Expr.Set("modes", List.of(FOUR, new Expr.Text("BOTH")));
            assertThat(
                            found(
                                    "open(a, FOUR) open(a, BOTH) open(a, 4)",
                                    open(new Condition.In(capture("MODE"), set))))
                    .hasSize(2);
            assertThat(found("open(a, 4) open(a, 5)", open(new Condition.In(number("MODE"), set))))
                    .hasSize(1);
        }

        @Test
        void testBits() {
            var mask = new Expr.Set("", List.of(new Expr.Number(1, "1"), FOUR));
            String text = "open(a, 0) open(a, 1) open(a, 5)";
            assertThat(
                            found(
                                    text,
                                    open(
                                            new Condition.Bits(
                                                    Condition.BitTest.HAS, number("MODE"), mask))))
                    .hasSize(1);
            assertThat(
                            found(
                                    text,
                                    open(
                                            new Condition.Bits(
                                                    Condition.BitTest.OVERLAPS,
                                                    number("MODE"),
                                                    mask))))
                    .hasSize(2);
            assertThat(
                            found(
                                    text,
                                    open(
                                            new Condition.Bits(
                                                    Condition.BitTest.LACKS,
                                                    number("MODE"),
                                                    mask))))
                    .hasSize(1);
        }

        @Test
        void lookAroundAndInside() {
            var inside =
                    new Condition.Structural(
                            Condition.Where.INSIDE,
                            capture("CALL"),
                            ToyRules.alternatives("guard($...)"));
            assertThat(found("guard(f(open(a, 1))) open(b, 1)", open(inside)))
                    .containsExactly("1:9 open(a, 1) opens");
            var contains =
                    new Condition.Structural(
                            Condition.Where.CONTAINS,
                            capture("DOOR"),
                            ToyRules.alternatives("key($_)"));
            assertThat(found("open(f(key(a)), 1) open(b, 1)", open(contains))).hasSize(1);
        }

        @Test
        void quantifyOverACollection() {
            var named =
                    new Condition.Compare(
                            Condition.Comparison.EQ, capture("C"), new Expr.Text("lock(a)"));
            var any = new Condition.Quantified(false, "C", new Expr.Collection("calls"), named);
            assertThat(found("open(a, 1) lock(a)", openUnless(any))).isEmpty();
            assertThat(found("open(a, 1) lock(b)", openUnless(any))).hasSize(1);
        }

        @Test
        void walkACollection() {
            var big =
                    new Condition.Compare(
                            Condition.Comparison.GT,
                            new Expr.Attribute(capture("CALL"), "size"),
                            new Expr.Number(2, "2"));
            assertThat(found("f(1) f(1, 2)", each(big))).containsExactly("1:6 f(1, 2) opens");
        }
    }

    @Nested
    class TheUnknown {
        private final Condition isFour =
                new Condition.Compare(Condition.Comparison.EQ, number("MODE"), FOUR);

        @Test
        void provesNothingInWhere() {
            assertThat(found("open(a, mode)", open(isFour))).isEmpty();
            assertThat(found("open(a, mode)", open(new Condition.Not(isFour)))).isEmpty();
        }

        @Test
        void excusesNothingInUnlessButLowersConfidence() {
            Finding finding = check("open(a, mode)", openUnless(isFour)).findings().get(0);
            assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
            assertThat(finding.unknowns()).containsExactly("`mode` is not a number");
        }

        @Test
        void doesNotMatterWhereTheRestDecides() {
            var eitherWay = new Condition.Or(List.of(isFour, Condition.ALWAYS));
            assertThat(found("open(a, mode)", open(eitherWay))).hasSize(1);
        }
    }

    @Test
    void parsesOnlyWhatARuleCanMatch() {
        Toy toy = new Toy();
        var quiet = toy.read(new Source("quiet.toy", "shut(a)"));
        var loud = toy.read(new Source("loud.toy", "open(a, 1)"));
        Report report =
                new Validator(
                                List.of(pack(requiring(open(), List.of(List.of("open", "ajar"))))),
                                List.of(toy))
                        .check(List.of(new Input.Readable(quiet), new Input.Readable(loud)));
        assertThat(quiet.parses()).isZero();
        assertThat(loud.parses()).isEqualTo(1);
        assertThat(report.checked()).containsEntry("toy", 2);
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void saysWhatItDidNotUnderstandOrRead() {
        Toy toy = new Toy();
        Report report =
                new Validator(List.of(pack(open())), List.of(toy))
                        .check(
                                List.of(
                                        new Input.Readable(
                                                toy.read(new Source("a.toy", "open(a, 1) ?"))),
                                        new Input.Skipped("b.toy", "it is binary")));
        assertThat(report.gaps())
                .extracting(g -> g.gap().reason())
                .containsExactly("a question mark");
        assertThat(report.skipped()).containsExactly(new Input.Skipped("b.toy", "it is binary"));
        assertThat(report.complete()).isFalse();
    }

    @Test
    void refusesARuleWhoseSubjectNobodyReadsAndASecondRuleOfOneId() {
        Validator validator =
                new Validator(List.of(pack(open()), pack(open())), List.of(new Toy()));
        assertThat(validator.check(List.of()).refused())
                .containsExactly(
                        new Report.Refusal(
                                "toys::open-door", "another pack already has a rule of this id"));
        Validator blind = new Validator(List.of(pack(open())), List.of());
        assertThat(blind.check(List.of()).refused())
                .containsExactly(
                        new Report.Refusal("toys::open-door", "no reader knows the subject `toy`"));
    }

    @Test
    void stopsARuleThatIsOverItsBudgetAndSaysWhichAndWhere() {
        String text = "f(" + String.join(", ", Collections.nCopies(60, "a")) + ")";
        Report report =
                check(
                        text,
                        matching("greedy", "f($..., $..., $..., $..., $..., $..., z)"),
                        matching("plain", "f($...)"));
        assertThat(report.givenUp())
                .containsExactly(
                        new Report.GivenUp(
                                "a.toy",
                                "greedy",
                                "the rule needs more steps here than its budget allows"));
        assertThat(report.findings()).extracting(f -> f.rule().id()).containsExactly("plain");
    }

    /** A subject whose reader forgot to limit nesting. */
    private record Deep(Source source) implements Subject {
        @Override
        public String kind() {
            return "toy";
        }

        @Override
        public Set<String> words() {
            return Set.of();
        }

        @Override
        public List<Node> roots() {
            Node node = new Toy.ToyNode("name", "a", new Span(0, 0), List.of());
            for (int i = 0; i < 200_000; i++) {
                node = new Toy.ToyNode("call", "", new Span(0, 0), List.of(node));
            }
            return List.of(node);
        }

        @Override
        public List<Node> collection(String name) {
            return List.of();
        }

        @Override
        public Value evaluate(String function, List<Value> arguments) {
            return new Value.Absent();
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    }

    @Test
    void skipsASubjectThatIsNestedTooDeepAndGoesOn() {
        Toy toy = new Toy();
        Report report =
                new Validator(List.of(pack(open())), List.of(toy))
                        .check(
                                List.of(
                                        new Input.Readable(new Deep(new Source("deep.toy", ""))),
                                        new Input.Readable(
                                                toy.read(new Source("a.toy", "open(a, 1)")))));
        assertThat(report.skipped())
                .containsExactly(
                        new Input.Skipped("deep.toy", "it is nested too deep to be analysed"));
        assertThat(report.findings()).hasSize(1);
    }
}
