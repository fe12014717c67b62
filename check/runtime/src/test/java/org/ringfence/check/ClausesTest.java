package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.check.ToyRules.capture;
import static org.ringfence.check.ToyRules.template;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Source;

class ClausesTest {
    private static List<Finding> found(String text, Rule rule) {
        return ToyRules.check(text, rule).findings();
    }

    @Test
    void likeMatchesTheWholeText() {
        Rule rule = ToyRules.open(new Condition.Like(capture("DOOR"), "fr.*"));

        assertThat(found("open(front, 1) open(afraid, 1)", rule)).hasSize(1);
    }

    @Nested
    class Maps {
        private final Expr shades =
                new Expr.Lookup(
                        "shades",
                        List.of(
                                new Expr.Entry(new Expr.Text("a"), new Expr.Number(7, "SEVEN")),
                                new Expr.Entry(new Expr.Text("b"), new Expr.Text("grey"))),
                        capture("DOOR"));

        private String message(String text) {
            Rule rule =
                    ToyRules.with(
                            ToyRules.open(),
                            new Rule.Wording("", template(shades), List.of(), "", ""),
                            List.of(),
                            List.of());
            return found(text, rule).get(0).message();
        }

        @Test
        void giveTheValueOfAKeyAndTheNameOfAConstant() {
            assertThat(message("open(b, 1)")).isEqualTo("grey");
            assertThat(message("open(a, 1)")).isEqualTo("SEVEN");
        }

        @Test
        void giveNothingForAnotherKey() {
            assertThat(message("open(c, 1)")).isEqualTo("(none)");
        }
    }

    @Nested
    class Parameters {
        private final Expr.Parameter limit =
                new Expr.Parameter("toys::limit", new Expr.Number(5, "5"));
        private final Expr.Parameter doors =
                new Expr.Parameter("toys::doors", new Expr.Set("", List.of(new Expr.Text("a"))));
        private final Rule rule =
                ToyRules.open(
                        new Condition.Compare(
                                Condition.Comparison.GT, ToyRules.number("MODE"), limit),
                        new Condition.In(capture("DOOR"), doors));
        private final RulePack pack =
                new RulePack(
                        "toys",
                        "1",
                        List.of(),
                        List.of(
                                new RulePack.Parameter("toys::limit", "", limit.value()),
                                new RulePack.Parameter("toys::doors", "", doors.value())),
                        List.of(rule));

        private int found(String text, String... wishes) {
            Settings.Understood read = Settings.read(List.of(pack), List.of(wishes));
            assertThat(read.problems()).isEmpty();
            Toy toy = new Toy();
            return new Validator(List.of(pack), List.of(toy), read.settings())
                    .check(List.of(new Input.Readable(toy.read(new Source("a.toy", text)))))
                    .findings()
                    .size();
        }

        @Test
        void haveTheValuesOfTheirPack() {
            assertThat(found("open(a, 6) open(a, 5) open(b, 6)")).isEqualTo(1);
        }

        @Test
        void areWhatATeamSetsThemTo() {
            assertThat(found("open(a, 0x10) open(b, 17) open(c, 17)", "limit=0x10", "doors=b, c"))
                    .isEqualTo(2);
        }

        @Test
        void ofNumbersAndConstantsAreMetByTheirValues() {
            Expr.Parameter modes =
                    new Expr.Parameter(
                            "toys::modes", new Expr.Set("modes", List.of(new Expr.Text("1"))));
            Rule inModes = ToyRules.open(new Condition.In(ToyRules.number("MODE"), modes));
            RulePack toys =
                    new RulePack(
                            "toys",
                            "1",
                            List.of(),
                            List.of(new RulePack.Parameter("toys::modes", "", modes.value())),
                            List.of(inModes));
            Settings read = Settings.read(List.of(toys), List.of("modes=0x10, WIDE")).settings();
            Toy toy = new Toy();
            List<Finding> found =
                    new Validator(List.of(toys), List.of(toy), read)
                            .check(
                                    List.of(
                                            new Input.Readable(
                                                    toy.read(
                                                            new Source(
                                                                    "a.toy",
                                                                    "open(a, 16) open(b, 64) open(c, 1)")))))
                            .findings();

            assertThat(found).extracting(f -> f.captures().get("$DOOR")).containsExactly("a", "b");
        }

        @Test
        void thatDoNotExistOrAreOfAnotherTypeAreNamed() {
            assertThat(
                            Settings.read(List.of(pack), List.of("limt=3", "limit=many", "limit"))
                                    .problems())
                    .containsExactly(
                            "no pack has a parameter `limt`; there is toys::doors, toys::limit",
                            "`toys::limit` is a number, and `many` is none",
                            "`limit` sets nothing: write name=value");
        }
    }

    @Nested
    class Fixes {
        private String fixed(Rule.Change change, String text) {
            Rule rule =
                    ToyRules.with(
                            ToyRules.open(),
                            ToyRules.open().wording(),
                            List.of(new Rule.Fix(Rule.Safety.SAFE, change, Condition.ALWAYS)),
                            List.of());
            return RuleTester.applyFixes(text, found(text, rule));
        }

        @Test
        void insertALineOfTheSameIndentation() {
            var before =
                    new Rule.Change.Insert(
                            true, "CALL", template("knock(", capture("DOOR"), ")\nwait"));
            var after = new Rule.Change.Insert(false, "", template("shut"));

            assertThat(fixed(before, "in f {\n    open(a, 1)\n}"))
                    .isEqualTo("in f {\n    knock(a)\n    wait\n    open(a, 1)\n}");
            assertThat(fixed(after, "in f {\r\n\topen(a, 1);\r\n}"))
                    .isEqualTo("in f {\r\n\topen(a, 1);\r\n\tshut\r\n}");
        }

        @Test
        void insertIntoTheLineWhereTheTargetIsNotAlone() {
            var before = new Rule.Change.Insert(true, "CALL", template("knock"));
            var after = new Rule.Change.Insert(false, "CALL", template("shut"));

            assertThat(fixed(before, "f open(a, 1)")).isEqualTo("f knock open(a, 1)");
            assertThat(fixed(after, "open(a, 1) f")).isEqualTo("open(a, 1) shut f");
        }

        @Test
        void setAnAttributeAndAddAChild() {
            assertThat(
                            fixed(
                                    new Rule.Change.Set(capture("CALL"), "name", template("shut")),
                                    "open(a, 1)"))
                    .isEqualTo("shut(a, 1)");
            assertThat(fixed(new Rule.Change.Add(capture("CALL"), template("2")), "open(a, 1)"))
                    .isEqualTo("open(a, 1, 2)");
        }

        @Test
        void areLeftOutWhereThereIsNoPlace() {
            assertThat(
                            fixed(
                                    new Rule.Change.Set(capture("DOOR"), "name", template("b")),
                                    "open(a, 1)"))
                    .isEqualTo("open(a, 1)");
        }
    }
}
