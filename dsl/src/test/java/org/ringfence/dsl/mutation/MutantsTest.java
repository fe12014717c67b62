package org.ringfence.dsl.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringfence.dsl.Compile;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Pattern;

class MutantsTest {
    private static final LogicText WORDS = LogicText.asWritten();

    private static List<Mutant> mutants(String clauses) {
        return Mutants.of(Compile.compiled(Compile.rule(clauses)));
    }

    private static List<String> changes(String clauses) {
        return mutants(clauses).stream().map(Mutant::change).toList();
    }

    /** What the only where clause has become, in order. */
    private static List<String> wheres(String condition) {
        return mutants("where " + condition + "\n").stream()
                .map(mutant -> mutant.rule().conditions().where().get(0))
                .map(Rule.Clause::condition)
                .map(WORDS::of)
                .toList();
    }

    @Test
    void aRuleThatOnlyMatchesACallHasNone() {
        assertThat(changes("")).isEmpty();
    }

    @Test
    void dropsWhatMustHoldPartByPart() {
        assertThat(wheres("kernel()")).containsExactly("");
        assertThat(wheres("kernel() and $MODE is name"))
                .containsExactly("$MODE is name", "kernel()");
        assertThat(wheres("kernel() or $MODE is name"))
                .containsExactly("$MODE is name", "kernel()", "");
    }

    @Test
    void dropsTheWholeOfWhatExcusesAndTheWaysToIt() {
        assertThat(mutants("unless kernel() or $MODE is name\n"))
                .extracting(Mutant::change, Mutant::wanted)
                .containsExactly(
                        tuple(
                                "without `kernel()`",
                                "a `good` example, else like a `bad` one, in which `kernel()` holds"
                                        + " and the rest does not"),
                        tuple(
                                "without `$MODE is name`",
                                "a `good` example, else like a `bad` one, in which `$MODE is name`"
                                        + " holds and the rest does not"));
        assertThat(mutants("unless kernel() and $MODE is name\n"))
                .extracting(Mutant::change, mutant -> mutant.wanted().substring(2, 8))
                .containsExactly(
                        tuple("without `kernel()`", "`bad` "),
                        tuple("without `$MODE is name`", "`bad` "),
                        tuple("without this clause", "`good`"));
    }

    @Test
    void movesTheBoundaryOfAComparison() {
        assertThat(wheres("const($MODE) < 3")).containsExactly("const($MODE) <= 3", "");
        assertThat(wheres("const($MODE) >= 3")).containsExactly("const($MODE) > 3", "");
        assertThat(wheres("const($MODE) == 3")).containsExactly("const($MODE) != 3", "");
    }

    @Test
    void tellsTestsOfBitsApartOnlyWhereThereIsMoreThanOne() {
        assertThat(wheres("const($MODE) has READ")).containsExactly("const($MODE) lacks READ", "");
        assertThat(wheres("const($MODE) has { READ, WRITE }"))
                .containsExactly(
                        "const($MODE) lacks { READ, WRITE }",
                        "const($MODE) overlaps { READ, WRITE }",
                        "const($MODE) has { WRITE }",
                        "const($MODE) has { READ }",
                        "");
        assertThat(wheres("const($MODE) lacks { READ, WRITE }"))
                .contains("not const($MODE) has { READ, WRITE }");
    }

    @Test
    void takesItemsFromSetsUnlessThereIsOnlyOne() {
        assertThat(wheres("const($MODE) in { READ, WRITE }"))
                .containsExactly("const($MODE) in { WRITE }", "const($MODE) in { READ }", "");
        assertThat(wheres("const($MODE) in { READ }")).containsExactly("");
    }

    @Test
    void turnsNegationsAndQuantifiersRound() {
        assertThat(wheres("not const($MODE) < 3"))
                .containsExactly("const($MODE) < 3", "not const($MODE) <= 3", "");
        assertThat(wheres("any $C in calls satisfies (const($C) < 3)"))
                .containsExactly(
                        "every $C in calls satisfies const($C) < 3",
                        "any $C in calls satisfies const($C) <= 3",
                        "");
    }

    @Test
    void letsAnythingStandForAnArgumentButNotForTheName() {
        assertThat(mutants("where $CALL contains `f(READ, g(1), $DOOR, $NEW)`\n"))
                .extracting(Mutant::change)
                .containsExactly(
                        "with anything for `READ` in `f(READ, g(1), $DOOR, $NEW)`",
                        "with anything for `1` in `f(READ, g(1), $DOOR, $NEW)`",
                        "with anything for `$DOOR` in `f(READ, g(1), $DOOR, $NEW)`",
                        "with `matches` for `contains`",
                        "without `$CALL contains f(READ, g(1), $DOOR, $NEW)`");
    }

    @Test
    void saysWhichDefinitionASharedPartBelongsTo() {
        String text = Compile.rule("where const($MODE) in modes and $DOOR matches way($X)\n");
        Rule rule =
                Compile.compiled(
                        text.replace(
                                "rule r",
                                "set modes = { READ, WRITE }\n"
                                        + "pattern way($P) = `a($P)` | `b($P)`\n"
                                        + "rule r"));
        assertThat(Mutants.of(rule))
                .extracting(Mutant::definition)
                .contains("set modes: READ", "pattern way: call(a, $X)");
    }

    @Test
    void dropsSeveritiesAndFixes() {
        assertThat(
                        mutants(
                                "severity low when kernel()\n"
                                        + "fix safe replace $CALL with `shut(a)` when kernel()\n"))
                .extracting(Mutant::clause, Mutant::change, Mutant::wanted)
                .containsExactly(
                        tuple(
                                "severity low when kernel()",
                                "without this clause",
                                "a `bad` example with a line marked `severity=low` in which"
                                        + " `kernel()` holds"),
                        tuple(
                                "severity low when kernel()",
                                "without `kernel()`",
                                "a `bad` example with a line marked `severity=...` in which"
                                        + " `kernel()` does not hold"),
                        tuple(
                                "fix 1 when kernel()",
                                "without this clause",
                                "a `bad` example with `fixed` in which `kernel()` holds"),
                        tuple(
                                "fix 1 when kernel()",
                                "without `kernel()`",
                                "a `bad` example with `fixed` in which `kernel()` does not hold"));
    }

    /** Changes of a rule with another query; on toys, the compiler warns that paths are unknown. */
    private static List<String> changesOf(String query) {
        String text = Compile.rule("").replace("match `open($DOOR, $MODE)` as $CALL", query);
        return Mutants.of(Compile.text(text).pack().rules().get(0)).stream()
                .map(Mutant::change)
                .toList();
    }

    @Test
    void dropsStepsAndWhereAValueComesFrom() {
        assertThat(changesOf("match `open($DOOR)` then `shut($DOOR)`"))
                .containsExactly(
                        "without this clause",
                        "without this clause",
                        "with anything for `$DOOR` in `shut($DOOR)`");
        assertThat(changesOf("flow from `open($X)` to `use($P)` | `give($P)`"))
                .containsExactly(
                        "without where the value comes from",
                        "without the alternative `use($P)`",
                        "without the alternative `give($P)`");
    }

    /** Toys have no functions, so what plays a role is made by hand. */
    private static Rule.Role role(String name, String... ways) {
        return new Rule.Role(
                name,
                "F",
                Stream.of(ways)
                        .map(way -> new Pattern.Exact("name", way, List.of()))
                        .map(pattern -> new Alternative(pattern, Condition.ALWAYS, name))
                        .toList());
    }

    @Test
    void dropsRolesAndTheWaysToPlayThem() {
        Rule rule = Compile.compiled(Compile.rule(""));
        Rule.Role opener = role("opener", "set", "put");
        assertThat(Mutants.of(new Parts(rule).within(List.of(opener))))
                .extracting(Mutant::change, Mutant::definition)
                .containsExactly(
                        tuple("without this clause", ""),
                        tuple(
                                "without the alternative `set` of `opener`",
                                "role opener: without the alternative `set` of `opener`"),
                        tuple(
                                "without the alternative `put` of `opener`",
                                "role opener: without the alternative `put` of `opener`"));
        assertThat(Mutants.of(new Parts(rule).within(List.of(opener, role("shutter", "last")))))
                .extracting(Mutant::change)
                .startsWith("without the role `opener`", "without the role `shutter`");
    }

    @Test
    void placesAMutantWhereItsClauseStands() {
        assertThat(mutants("where kernel()\n"))
                .extracting(mutant -> mutant.origin().toString())
                .containsExactly("a.rules:12:7");
    }
}
