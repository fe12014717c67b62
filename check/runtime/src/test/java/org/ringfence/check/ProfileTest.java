package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.matching;
import static org.ringfence.check.ToyRules.open;
import static org.ringfence.check.ToyRules.pack;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Source;

class ProfileTest {
    private static final Toy TOY = new Toy();

    private static Profile profile(Rule rule, Rule other, String... texts) {
        List<Input> inputs =
                Stream.of(texts)
                        .<Input>map(
                                text ->
                                        new Input.Readable(
                                                TOY.read(
                                                        new Source(text.charAt(0) + ".toy", text))))
                        .toList();
        return new Validator(List.of(pack(rule, other)), List.of(TOY)).profile(inputs);
    }

    @Test
    void countsTheSameStepsEachTime() {
        String[] texts = {"open(a, 1) open(b, 2)", "shut(c)"};
        assertThat(profile(open(), matching("shut", "shut($X)"), texts).costs())
                .isEqualTo(profile(open(), matching("shut", "shut($X)"), texts).costs())
                .extracting(cost -> cost.path() + " " + cost.rule() + " " + cost.findings())
                .containsExactly("o.toy open-door 2", "s.toy shut 1");
    }

    @Test
    void tellsNothingOfARuleThatLookedAtNothing() {
        assertThat(profile(open(), matching("shut", "shut($X)"), "walk(a)").costs()).isEmpty();
    }

    @Test
    void putsTheDearestRuleAndFileFirst() {
        Profile profile =
                profile(
                        open(new Condition.Or(List.of())),
                        matching("shut", "shut($X)"),
                        "aaa() open(a, 1) open(a, 2)",
                        "bbb() open(a, 1) open(a, 2) shut(x)");
        assertThat(profile.byRule())
                .extracting(Profile.Share::name)
                .containsExactly("shut", "open-door");
        assertThat(profile.byFile())
                .extracting(Profile.Share::name)
                .containsExactly("b.toy", "a.toy");
        assertThat(profile.byRule().stream().mapToLong(Profile.Share::steps).sum())
                .isEqualTo(profile.steps())
                .isPositive();
    }

    @Test
    void countsNoMoreThanARuleMayHave() {
        Budget budget = new Budget(10);
        budget.spend(4);
        assertThat(budget.spent()).isEqualTo(4);
        try {
            budget.spend(100);
        } catch (Budget.Spent spent) {
            assertThat(budget.spent()).isEqualTo(10);
        }
    }
}
