package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TestClause;
import org.ringfence.rule.Rule;

/** Compiles the tests of a rule. */
final class ExampleLowering {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;
    private final ClauseList clauses;

    ExampleLowering(RuleScope rule, ClauseList clauses) {
        this.rule = rule;
        this.clauses = clauses;
    }

    List<Rule.Example> lower() {
        List<Rule.Example> examples = new ArrayList<>();
        for (TestClause test : clauses.all(TestClause.class)) {
            examples.add(example(test));
        }
        if (examples.stream().noneMatch(e -> e.kind() == Rule.Example.Kind.BAD)) {
            clauses.missing("bad", "show code that it finds");
        }
        if (examples.stream().noneMatch(e -> e.kind() == Rule.Example.Kind.GOOD)) {
            clauses.missing("good", "show similar code that it leaves alone");
        }
        return examples;
    }

    private Rule.Example example(TestClause test) {
        boolean bad = test.getKind().equals("bad");
        Decoded code = code(test, Literals.TEST_CLAUSE__CODE, test.getCode());
        if (code.text().isBlank()) {
            rule.problems()
                    .error(
                            PLACES.of(test, Literals.TEST_CLAUSE__CODE),
                            ProblemCode.LITERAL,
                            "this test has no code");
        }
        return new Rule.Example(
                bad ? Rule.Example.Kind.BAD : Rule.Example.Kind.GOOD,
                test.isTodo(),
                test.getLabel() == null
                        ? ""
                        : rule.literals()
                                .string(
                                        test.getLabel(),
                                        PLACES.of(test, Literals.TEST_CLAUSE__LABEL).offset())
                                .text(),
                code.text(),
                test.getFixed() == null ? "" : fixed(test, bad),
                rule.workspace().origin(test, PLACES.of(test)));
    }

    private String fixed(TestClause test, boolean bad) {
        if (!bad) {
            rule.problems()
                    .error(
                            PLACES.keyword(test, "fixed"),
                            ProblemCode.TYPE,
                            "only a `bad` test has a `fixed` text");
        } else if (clauses.all(FixClause.class).isEmpty()) {
            rule.problems()
                    .error(
                            PLACES.keyword(test, "fixed"),
                            ProblemCode.MISSING,
                            "this rule has no `fix` that could give the `fixed` text");
        }
        return code(test, Literals.TEST_CLAUSE__FIXED, test.getFixed()).text();
    }

    private Decoded code(
            TestClause test, org.eclipse.emf.ecore.EStructuralFeature feature, String raw) {
        return rule.literals().code(raw, PLACES.of(test, feature).offset());
    }
}
