package org.ringfence.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackDiffTest {
    private static final Condition LOW =
            new Condition.Compare(
                    Condition.Comparison.LT,
                    new Expr.Call("const", List.of(new Expr.Capture("C"))),
                    new Expr.Number(4, "FOUR"));

    private record Draft(String id, Severity severity, String message, int line, Condition where) {
        Draft(String id) {
            this(id, Severity.HIGH, "It opens", 1, Condition.ALWAYS);
        }

        Rule rule(String replacedBy) {
            Origin origin = new Origin("a.rules", line, 1);
            return new Rule(
                    id,
                    "A door",
                    "c",
                    new Rule.Classification(
                            List.of(new Rule.SeverityCase(severity, Condition.ALWAYS)),
                            Confidence.HIGH,
                            List.of(),
                            List.of(),
                            replacedBy.isEmpty() ? Rule.Status.STABLE : Rule.Status.DEPRECATED,
                            replacedBy),
                    new Query.Each("C", new Expr.Collection("calls")),
                    new Rule.Conditions(
                            List.of(),
                            List.of(),
                            List.of(new Rule.Clause(where, origin)),
                            List.of()),
                    new Rule.Wording(
                            "",
                            new Template(List.of(new Template.Plain(message))),
                            List.of(),
                            "",
                            ""),
                    List.of(),
                    List.of(new Rule.Example(Rule.Example.Kind.BAD, false, "", "f()", "", origin)),
                    List.of(),
                    new TreeSet<>(),
                    origin);
        }
    }

    private static RulePack pack(Rule... rules) {
        return new RulePack("acme", "1", List.of(), List.of(), List.of(rules));
    }

    private static Rule rule(String id) {
        return new Draft(id).rule("");
    }

    @Test
    void isEmptyWhereOnlyPlacesMoved() {
        Rule moved = new Draft("a", Severity.HIGH, "It opens", 99, Condition.ALWAYS).rule("");
        assertThat(PackDiff.between(pack(rule("a")), pack(moved)).isEmpty()).isTrue();
    }

    @Test
    void namesRulesThatCameAndWent() {
        Rule other = new Draft("b", Severity.LOW, "It shuts", 1, Condition.ALWAYS).rule("");
        assertThat(PackDiff.between(pack(rule("a")), pack(other)))
                .isEqualTo(new PackDiff(List.of("b"), List.of("a"), List.of(), List.of()));
    }

    @Test
    void saysWhatChangedInARule() {
        Rule changed = new Draft("a", Severity.LOW, "It shuts", 1, LOW).rule("");
        assertThat(PackDiff.between(pack(rule("a")), pack(changed)).changed())
                .containsExactly(
                        new PackDiff.Changed(
                                "a",
                                List.of(
                                        new PackDiff.Change("severity", "high", "low"),
                                        new PackDiff.Change("where", "", "const($C) < FOUR"),
                                        new PackDiff.Change("message", "It opens", "It shuts"))));
    }

    @Test
    void followsARuleToTheOneThatReplacesIt() {
        Rule heir = new Draft("b", Severity.LOW, "It opens", 1, Condition.ALWAYS).rule("");
        assertThat(PackDiff.between(pack(new Draft("a").rule("b")), pack(heir)))
                .isEqualTo(
                        new PackDiff(
                                List.of(),
                                List.of(),
                                List.of(
                                        new PackDiff.Renamed(
                                                "a",
                                                "b",
                                                List.of(
                                                        new PackDiff.Change(
                                                                "severity", "high", "low")))),
                                List.of()));
    }

    @Test
    void recognisesARuleUnderANewId() {
        assertThat(PackDiff.between(pack(rule("a"), rule("c")), pack(rule("b"), rule("c"))))
                .isEqualTo(
                        new PackDiff(
                                List.of(),
                                List.of(),
                                List.of(new PackDiff.Renamed("a", "b", List.of())),
                                List.of()));
    }

    @Test
    void showsThatARuleIsNowReplaced() {
        assertThat(
                        PackDiff.between(
                                        pack(rule("a"), rule("b")),
                                        pack(new Draft("a").rule("b"), rule("b")))
                                .changed())
                .containsExactly(
                        new PackDiff.Changed(
                                "a",
                                List.of(
                                        new PackDiff.Change("status", "stable", "deprecated"),
                                        new PackDiff.Change("replaced by", "", "b"))));
    }
}
