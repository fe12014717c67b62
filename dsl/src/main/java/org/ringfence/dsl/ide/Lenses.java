package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.TestClause;

/** Shows at each example what came of it. */
final class Lenses {
    /** Runs the examples of a rule again: address of the document, name of the rule. */
    static final String RUN = "ringfence.runExamples";

    private Lenses() {}

    static List<CodeLens> of(Document document) {
        List<CodeLens> lenses = new ArrayList<>();
        for (RuleDef rule : Diagnoses.rules(document)) {
            Optional<List<ExampleRunner.Outcome>> outcomes = Diagnoses.outcomes(document, rule);
            List<TestClause> tests = Examples.of(rule);
            for (int i = 0; i < tests.size(); i++) {
                int index = i;
                String title =
                        outcomes.filter(all -> index < all.size())
                                .map(all -> title(all.get(index)))
                                .orElse("run");
                Range range = document.lines().range(Examples.head(tests.get(i)));
                Command command =
                        new Command(
                                title,
                                RUN,
                                List.of(document.uri(), String.valueOf(rule.getName())));
                lenses.add(new CodeLens(range, command, ""));
            }
        }
        return lenses;
    }

    private static String title(ExampleRunner.Outcome outcome) {
        int findings = outcome.found().size();
        String count =
                findings == 1 ? "1 finding" : (findings == 0 ? "no" : findings) + " findings";
        return (outcome.failure().isEmpty() ? "passed: " : "failed: ") + count;
    }
}
