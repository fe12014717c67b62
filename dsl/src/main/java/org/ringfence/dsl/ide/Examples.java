package org.ringfence.dsl.ide;

import java.util.List;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TestClause;

/** The examples of a rule in its file. */
final class Examples {
    private Examples() {}

    static List<TestClause> of(RuleDef rule) {
        return rule.getClauses().stream()
                .filter(TestClause.class::isInstance)
                .map(TestClause.class::cast)
                .toList();
    }

    /** The word that an example begins with. */
    static Place head(TestClause test) {
        return Places.OF_FILE.of(test, Literals.TEST_CLAUSE__KIND);
    }
}
