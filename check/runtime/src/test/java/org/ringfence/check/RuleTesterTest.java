package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.template;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Source;

class RuleTesterTest {
    private static final RuleTester TESTER = new RuleTester(List.of(new Toy()));

    private static String outcome(Rule.Example.Kind kind, boolean todo, String code, String fixed) {
        Rule open = ToyRules.open();
        Rule.Fix fix =
                new Rule.Fix(
                        Rule.Safety.SAFE,
                        new Rule.Change.Replace("CALL", template("shut(", capture("DOOR"), ")")),
                        Condition.ALWAYS);
        Rule.Example example = new Rule.Example(kind, todo, "", code, fixed, ToyRules.ORIGIN);
        return TESTER.test(ToyRules.with(open, open.wording(), List.of(fix), List.of(example)))
                .get(0)
                .failure();
    }

    private static String bad(String code) {
        return outcome(Rule.Example.Kind.BAD, false, code, "");
    }

    private static String good(String code) {
        return outcome(Rule.Example.Kind.GOOD, false, code, "");
    }

    @Test
    void passesABadExampleThatIsFoundWhereMarked() {
        assertThat(bad("shut(a)\nopen(a, 1) //!! $DOOR=a $MODE=1")).isEmpty();
        assertThat(bad("open(a, 1)")).isEmpty();
    }

    @Test
    void failsABadExampleThatIsMissedOrFoundElsewhere() {
        assertThat(bad("shut(a)")).isEqualTo("expected a finding, but found none");
        assertThat(bad("shut(a) //!!\nopen(a, 1)"))
                .isEqualTo("expected findings on lines [1], but found them on lines [2]");
    }

    @Test
    void failsAnAssertedCaptureOfAnotherValue() {
        assertThat(bad("open(a, 1) //!! $DOOR=\"b c\""))
                .isEqualTo("line 1: expected $DOOR to be `b c`, but it is `a`");
    }

    @Test
    void failsAGoodExampleThatIsFound() {
        assertThat(good("shut(a)")).isEmpty();
        assertThat(good("open(a, 1)"))
                .isEqualTo("expected no finding, but found \"open(a, 1) opens\" on line 1");
    }

    @Test
    void wantsATodoToFail() {
        assertThat(outcome(Rule.Example.Kind.BAD, true, "shut(a)", "")).isEmpty();
        assertThat(outcome(Rule.Example.Kind.BAD, true, "open(a, 1)", ""))
                .isEqualTo("this `todo` passes now: remove the word `todo`");
    }

    @Test
    void holdsTheFixAgainstTheFixedText() {
        assertThat(
                        outcome(
                                Rule.Example.Kind.BAD,
                                false,
                                "open(a, 1) //!!\nopen(b, 2) //!!",
                                "shut(a)\nshut(b)"))
                .isEmpty();
        assertThat(outcome(Rule.Example.Kind.BAD, false, "open(a, 1)", "shut(b)"))
                .isEqualTo("the fix gives another text than `fixed`");
    }

    @Test
    void saysWhatTheFixGivesInstead() {
        Rule open = ToyRules.open();
        Rule.Fix fix =
                new Rule.Fix(
                        Rule.Safety.SAFE,
                        new Rule.Change.Replace("CALL", template("shut(", capture("DOOR"), ")")),
                        Condition.ALWAYS);
        Rule.Example example =
                new Rule.Example(
                        Rule.Example.Kind.BAD, false, "", "open(a, 1)", "shut(b)", ToyRules.ORIGIN);
        Rule once = ToyRules.with(open, open.wording(), List.of(fix), List.of());
        assertThat(TESTER.test(once, example).fixed()).isEqualTo("shut(a)");
        Rule twice = ToyRules.with(open, open.wording(), List.of(fix, fix), List.of());
        assertThat(TESTER.test(twice, example).failure())
                .isEqualTo("a finding has more than one `safe` fix, and only one can be right");
    }

    @Test
    void takesAFixedTextThatIsTheSameForNoFix() {
        assertThat(outcome(Rule.Example.Kind.BAD, false, "open(a, 1)", "open(a, 1)"))
                .isEqualTo("the fix gives another text than `fixed`");
        Rule open = ToyRules.open();
        Rule.Example example =
                new Rule.Example(
                        Rule.Example.Kind.BAD,
                        false,
                        "",
                        "open(a, 1)",
                        "open(a, 1)",
                        ToyRules.ORIGIN);
        assertThat(TESTER.test(open, example).failure()).isEmpty();
    }

    @Test
    void failsAnAssertedSeverityThatIsAnother() {
        assertThat(bad("open(a, 1) //!! severity=high $DOOR=a")).isEmpty();
        assertThat(bad("open(a, 1) //!! severity=low"))
                .isEqualTo("line 1: expected severity to be `low`, but it is `high`");
    }

    @Test
    void comparesAFixtureLineByLine() {
        Source source =
                new Source(
                        "f.toy", "open(a, 1) //!! open-door\nshut(b) //!! open-door\nopen(c, 1)\n");
        assertThat(TESTER.fixture(new Toy().read(source), List.of(ToyRules.open())))
                .containsExactly(
                        "not found on line 2: open-door", "not expected on line 3: open-door");
    }
}
