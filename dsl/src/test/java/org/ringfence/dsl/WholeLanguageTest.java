package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Template;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Pattern;

/** What the clauses that speak of more than one place are compiled to. */
class WholeLanguageTest {
    private static final String DEFINITIONS =
            """
            role opener is function $F in `wire($F)` | `main()`
            source key = `key()` | `copy(key)`
            guard check($D) = `check($D, $HOW)` where const($HOW) == READ and $D is name
            pattern door($D) = `open($D, $_)` | `push($D)`
            map shades = { a -> SECURE_OPEN, READ -> "grey" }
            map sizes = { a -> 1, b -> 0x10 }
            parameter limit = 5 "How many doors"
            parameter doors = { front, "the back", READ }
            """;

    private static RulePack pack(String clauses) {
        CompileResult result =
                Compile.text(
                        "pack p version \"1\"\n"
                                + DEFINITIONS
                                + "rule r on c {\n title \"T\" severity high topic doors/open\n"
                                + clauses
                                + "\n report \"R\" bad `x` good `y`\n}");
        assertThat(result.diagnostics())
                .allSatisfy(d -> assertThat(d.severity()).isEqualTo(Diagnostic.Severity.WARNING));
        return result.pack();
    }

    private static Rule rule(String clauses) {
        return pack(clauses).rules().get(0);
    }

    /** The conditions of the first {@code where}, as an author would write them. */
    private static String where(Rule rule) {
        return LogicText.asWritten().of(rule.conditions().where().get(0).condition());
    }

    private static List<String> written(Query.Step step) {
        return step.alternatives().stream().map(Alternative::written).toList();
    }

    @Test
    void compilesStepsInOrderWithSharedCaptures() {
        Query.Match match =
                (Query.Match) rule("match `lock($X)` as $L then door($X) as $O").query();

        assertThat(match.steps()).hasSize(2);
        assertThat(written(match.steps().get(0))).containsExactly("lock($X)");
        assertThat(match.steps().get(1).as()).isEqualTo("O");
        assertThat(written(match.steps().get(1))).containsExactly("door($X)", "door($X)");
        assertThat(match.steps().get(1).alternatives().get(1).pattern())
                .isEqualTo(
                        new Pattern.Exact(
                                "call",
                                "",
                                List.of(
                                        new Pattern.Exact("name", "push", List.of()),
                                        new Pattern.Capture("X"))));
    }

    @Test
    void compilesAFlowWithItsEndsAndDepth() {
        Query.FlowPath flow =
                (Query.FlowPath) rule("flow from key as $K to `use($V)` as $U depth 3").query();

        assertThat(written(flow.from())).containsExactly("key", "key");
        assertThat(flow.from().as()).isEqualTo("K");
        assertThat(flow.to().as()).isEqualTo("U");
        assertThat(flow.way()).isEqualTo(new Flow.Way(3, false));
        assertThat(((Query.FlowPath) rule("flow as pointer from key to `use($V)`").query()).way())
                .isEqualTo(new Flow.Way(2, true));
    }

    @Test
    void givesANamedPatternItsConditionWithTheNamesOfTheRule() {
        Rule rule = rule("match `open($DOOR)` as $O where $O dominated by check($DOOR)");

        Condition.Path path = (Condition.Path) rule.conditions().where().get(0).condition();
        assertThat(path.alternatives()).hasSize(1);
        assertThat(LogicText.asWritten().of(path.alternatives().get(0).where()))
                .isEqualTo("const($HOW) == READ and $DOOR is name");
        assertThat(where(rule)).isEqualTo("$O dominated by check($DOOR)");
    }

    @Test
    void compilesEveryQuestionAboutPathsAndOrigins() {
        Rule rule =
                rule(
                        """
                        match `open($DOOR)` as $O
                        where $O dominated by `a()` and $O guarded by `b()` on every path
                          and $O preceded by `c()` and $O followed by `d()` on every path
                          and $DOOR flows from key and $DOOR flows to `e($_)`
                          and $DOOR like "fr.*"
                        """);

        assertThat(where(rule))
                .isEqualTo(
                        "$O dominated by a() and $O guarded by b() on every path and $O preceded by"
                                + " c() and $O followed by d() on every path and $DOOR flows from"
                                + " key and $DOOR flows to e($_) and $DOOR like \"fr.*\"");
        assertThat(rule.features()).containsExactly("flows", "like", "match", "path");
    }

    @Test
    void compilesRolesOfFunctions() {
        String function =
                """
                pack p version "1"
                role opener is function $F in `wire($F)` | `main()`
                rule r on c {
                    title "T" severity high topic doors/open
                    within opener
                    match `open($X)` report "R" bad `x` good `y`
                }
                """;
        Rule rule =
                new RuleCompiler(
                                List.of(new ToyReader("c", Map.of("function", "define"))),
                                Compile.GUIDANCE)
                        .compile(Map.of("a.rules", function))
                        .pack()
                        .rules()
                        .get(0);

        assertThat(rule.conditions().within()).hasSize(1);
        assertThat(rule.conditions().within().get(0).name()).isEqualTo("opener");
        assertThat(rule.conditions().within().get(0).function()).isEqualTo("F");
        assertThat(rule.conditions().within().get(0).in()).hasSize(2);
    }

    @Nested
    class Values {
        @Test
        void lookUpMapsByKeyAndKeepTheNamesOfConstants() {
            Rule rule =
                    rule(
                            """
                            match `open($DOOR)`
                            where shades[$DOOR] == "grey" and sizes[$DOOR] > 3 and $DOOR in shades
                            fix safe replace $DOOR with `x(${shades[$DOOR]})` when $DOOR in sizes
                            """);

            assertThat(where(rule))
                    .isEqualTo(
                            "shades[$DOOR] == \"grey\" and sizes[$DOOR] > 3 and $DOOR in shades");
            Rule.Change.Replace replace = (Rule.Change.Replace) rule.fixes().get(0).change();
            assertThat(replace.code().parts())
                    .containsExactly(
                            new Template.Plain("x("),
                            new Template.Hole(
                                    new Expr.Lookup(
                                            "shades",
                                            List.of(
                                                    new Expr.Entry(
                                                            new Expr.Text("a"),
                                                            new Expr.Number(0x100, "SECURE_OPEN")),
                                                    new Expr.Entry(
                                                            new Expr.Number(1, "READ"),
                                                            new Expr.Text("grey"))),
                                            new Expr.Capture("DOOR"))),
                            new Template.Plain(")"));
        }

        @Test
        void areParametersThatThePackLists() {
            RulePack pack = pack("match `f($X)` where const($X) > limit and $X in doors");

            assertThat(where(pack.rules().get(0)))
                    .isEqualTo("const($X) > p::limit and $X in p::doors");
            assertThat(pack.parameters())
                    .containsExactly(
                            new RulePack.Parameter(
                                    "p::doors",
                                    "",
                                    new Expr.Set(
                                            "doors",
                                            List.of(
                                                    new Expr.Text("front"),
                                                    new Expr.Text("the back"),
                                                    new Expr.Text("READ")))),
                            new RulePack.Parameter(
                                    "p::limit", "How many doors", new Expr.Number(5, "5")));
        }

        @Test
        void ofOtherSortsAreNotLookedUp() {
            assertThat(Compile.problemsWith("    where \"a\"[1] == \"b\"\n"))
                    .isEqualTo("12:11 only a map is looked up with `[...]`, and this is a text\n");
        }
    }

    @Test
    void compilesEveryFix() {
        Rule rule =
                rule(
                        """
                        match `open($DOOR)` as $O
                        fix safe insert before $O `knock($DOOR);`
                        fix review insert after $O `shut($DOOR);`
                        fix safe set $O.name to "push"
                        fix safe add `READ` to $O
                        """);

        assertThat(rule.fixes().stream().map(fix -> fix.change().getClass().getSimpleName()))
                .containsExactly("Insert", "Insert", "Set", "Add");
        assertThat(((Rule.Change.Set) rule.fixes().get(2).change()).value().parts())
                .containsExactly(new Template.Plain("push"));
        assertThat(rule.features()).containsExactly("fix-add", "fix-insert", "fix-set", "match");
    }

    @Test
    void letsMessagesSayWhyNothingExcuses() {
        Rule rule =
                Compile.compiled(
                        """
                        pack p version "1"
                        rule r on toy {
                            title "T" severity high topic doors/open
                            match `f($X)` as $C unless $C inside `g($...)`
                            report "{$X}: {@why}" bad `x` good `y`
                        }
                        """);

        assertThat(rule.wording().message().parts())
                .contains(new Template.Hole(new Expr.Capture("@why")));
        assertThat(
                        Compile.problems(
                                "pack p version \"1\" rule r on toy {title \"T\" severity high topic doors/open match `f()` report \"{@why}\" bad `x` good `y`}"))
                .contains("`@why` is not among what every match on `toy` has");
    }

    @Nested
    class Imports {
        private static final String LIBRARY =
                """
                pack other::doors version "2"
                set wide = { gate, portal }
                pattern door($D) = `open($D, $_)`
                rule theirs on toy { title "T" severity high topic gone match `f()` report "R" }
                """;

        @Test
        void takeDefinitionsOfAnotherPackButNotItsRules() {
            CompileResult result =
                    Compile.compiler()
                            .importing(Map.of("other.rules", LIBRARY))
                            .compile(
                                    Map.of(
                                            "mine.rules",
                                            """
                                            pack mine version "1"
                                            import other::doors::*
                                            rule theirs on toy {
                                                title "T" severity high topic doors/open
                                                match door($X) where $X in wide
                                                report "R" bad `x` good `y`
                                            }
                                            """));

            assertThat(result.diagnostics()).isEmpty();
            assertThat(result.pack().name()).isEqualTo("mine");
            assertThat(result.pack().rules()).hasSize(1);
            assertThat(where(result.pack().rules().get(0))).isEqualTo("$X in wide");
        }
    }
}
