package org.ringfence.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Origin;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Pattern;

class PrefilterTest {
    private static Pattern leaf(String kind, String label) {
        return new Pattern.Exact(kind, label, List.of());
    }

    private static Pattern call(Pattern... children) {
        return new Pattern.Exact("call", "", List.of(children));
    }

    private static List<List<String>> required(Pattern... alternatives) {
        return Prefilter.required("c", new Query.Match(List.of(step(alternatives))), List.of());
    }

    private static Query.Step step(Pattern... alternatives) {
        return new Query.Step(
                Arrays.stream(alternatives)
                        .map(pattern -> new Alternative(pattern, Condition.ALWAYS, ""))
                        .toList(),
                "");
    }

    @Test
    void wantsTheNamesOfEveryStepAndOfBothEndsOfAFlow() {
        Query.Step open = step(call(leaf("name", "open")));
        Query.Step shut = step(call(leaf("name", "shut")));
        List<List<String>> both = List.of(List.of("open"), List.of("shut"));

        assertThat(Prefilter.required("c", new Query.Match(List.of(open, shut)), List.of()))
                .isEqualTo(both);
        assertThat(
                        Prefilter.required(
                                "c",
                                new Query.FlowPath(open, shut, "", new Flow.Way(1, false)),
                                List.of()))
                .isEqualTo(both);
    }

    @Test
    void wantsEveryNameOfASinglePattern() {
        Pattern pattern =
                call(
                        leaf("name", "open"),
                        new Pattern.Exact(
                                "member",
                                "->",
                                List.of(new Pattern.Capture("IRP"), leaf("name", "Flags"))),
                        leaf("number", "0x10"),
                        leaf("string", "\"text\""),
                        leaf("name", "open"));

        assertThat(required(pattern)).containsExactly(List.of("open"), List.of("Flags"));
    }

    @Test
    void wantsOneNameOfEachAlternative() {
        assertThat(
                        required(
                                call(leaf("name", "open"), leaf("name", "mode")),
                                call(leaf("name", "push")),
                                call(leaf("name", "open"))))
                .containsExactly(List.of("open", "push"));
    }

    @Test
    void wantsNothingWhereAnAlternativeHasNoName() {
        assertThat(required(call(leaf("name", "open")), call(new Pattern.Capture("F")))).isEmpty();
        assertThat(required(call(new Pattern.Capture("F")))).isEmpty();
    }

    @Test
    void takesLabelsThatAreWordsFromLeavesOnly() {
        assertThat(required(new Pattern.Exact("function", "main", List.of(leaf("name", "x1")))))
                .containsExactly(List.of("x1"));
    }

    @Test
    void wantsTheLongestNameOfEachAlternative() {
        assertThat(
                        required(
                                call(leaf("name", "Parameters"), leaf("name", "Type3InputBuffer")),
                                call(leaf("name", "AssociatedIrp"), leaf("name", "Irp"))))
                .containsExactly(List.of("Type3InputBuffer", "AssociatedIrp"));
    }

    @Test
    void wantsTheNamesThatConditionsNeed() {
        Query query = new Query.Match(List.of(step(call(new Pattern.Capture("F")))));
        Expr x = new Expr.Capture("X");
        List<Alternative> source = step(call(leaf("name", "source"))).alternatives();
        List<Alternative> other = step(call(leaf("name", "other"))).alternatives();
        Condition flows = new Condition.Flows(Condition.Direction.FROM, x, source, false);
        Condition inside = new Condition.Structural(Condition.Where.INSIDE, x, other);

        assertThat(required(query, new Condition.And(List.of(flows, inside))))
                .containsExactly(List.of("source"), List.of("other"));
        assertThat(required(query, new Condition.Or(List.of(flows, inside))))
                .containsExactly(List.of("source", "other"));
        assertThat(required(query, new Condition.Or(List.of(flows, new Condition.Holds(x)))))
                .isEmpty();
        assertThat(required(query, new Condition.Not(flows))).isEmpty();
    }

    private static List<List<String>> required(Query query, Condition where) {
        return Prefilter.required(
                "c", query, List.of(new Rule.Clause(where, new Origin("a.rules", 1, 1))));
    }

    @Test
    void knowsNothingOfOtherSubjects() {
        Query query = new Query.Match(List.of(step(leaf("sid", "World"))));

        assertThat(Prefilter.required("sddl", query, List.of())).isEmpty();
        assertThat(
                        Prefilter.required(
                                "c", new Query.Each("X", new Expr.Collection("calls")), List.of()))
                .isEmpty();
    }
}
