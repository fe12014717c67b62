package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TestClause;

/** Says where in a file the examples of a rule went wrong. */
final class Examples {
    static final String CODE = "example";
    private static final String FENCE = "```";

    private Examples() {}

    static List<TestClause> of(RuleDef rule) {
        return rule.getClauses().stream()
                .filter(TestClause.class::isInstance)
                .map(TestClause.class::cast)
                .toList();
    }

    /** What failed, each at its example or, where something was found in good code, there. */
    static List<Flaw> flaws(RuleDef rule, List<Environment.Outcome> outcomes) {
        List<Flaw> flaws = new ArrayList<>();
        List<TestClause> tests = of(rule);
        for (int i = 0; i < Math.min(tests.size(), outcomes.size()); i++) {
            TestClause test = tests.get(i);
            String failure = outcomes.get(i).failure();
            if (failure.isEmpty()) {
                continue;
            }
            if (test.isTodo()) {
                Place todo = Places.OF_FILE.keyword(test, "todo");
                Place word = new Place(todo.offset(), todo.length() + 1);
                flaws.add(flaw(todo, failure, List.of(new Replacement(word, "", "Remove `todo`"))));
            } else if (test.getKind().equals("good") && !outcomes.get(i).lines().isEmpty()) {
                int line = outcomes.get(i).lines().get(0);
                flaws.add(flaw(line(test, line), failure, List.of()));
            } else {
                flaws.add(flaw(head(test), failure, List.of()));
            }
        }
        return flaws;
    }

    private static Flaw flaw(Place place, String message, List<Replacement> cures) {
        return new Flaw(place, true, CODE, message, cures);
    }

    /** The word that an example begins with. */
    static Place head(TestClause test) {
        return Places.OF_FILE.of(test, Literals.TEST_CLAUSE__KIND);
    }

    /**
     * A line of an example in the file, without what stands around it.
     *
     * @param line of the code without its fences, 1-based
     */
    private static Place line(TestClause test, int line) {
        String raw = test.getCode();
        int from = raw.startsWith(FENCE) ? FENCE.length() : 1;
        int firstEnd = raw.indexOf('\n', from);
        boolean fenceAlone = firstEnd >= 0 && raw.substring(from, firstEnd).isBlank();
        int skip = fenceAlone ? line : line - 1;
        for (int i = 0; i < skip && raw.indexOf('\n', from) >= 0; i++) {
            from = raw.indexOf('\n', from) + 1;
        }
        int to = raw.indexOf('\n', from) < 0 ? raw.length() : raw.indexOf('\n', from);
        String text = raw.substring(from, to);
        if (text.endsWith(FENCE)) {
            text = text.substring(0, text.length() - FENCE.length());
        }
        int indent = text.length() - text.stripLeading().length();
        Place code = Places.OF_FILE.of(test, Literals.TEST_CLAUSE__CODE);
        return new Place(code.offset() + from + indent, text.strip().length());
    }
}
