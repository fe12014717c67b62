package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Optional;
import org.ringfence.dsl.rules.Clause;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage;

/** The clauses of a rule by what they are; says which are missing and which stand twice. */
final class ClauseList {
    private final RuleDef rule;
    private final Problems problems;

    ClauseList(RuleDef rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    <T extends Clause> List<T> all(Class<T> type) {
        return rule.getClauses().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The first clause of a type that may stand once. */
    <T extends Clause> Optional<T> atMostOne(Class<T> type, String keyword) {
        return atMostOne(all(type), keyword);
    }

    <T extends Clause> Optional<T> atMostOne(List<T> clauses, String keyword) {
        clauses.stream()
                .skip(1)
                .forEach(
                        again ->
                                problems.error(
                                        Places.OF_FILE.keyword(again, keyword),
                                        ProblemCode.DUPLICATE,
                                        "a rule has one `" + keyword + "`; this is another"));
        return clauses.stream().findFirst();
    }

    <T extends Clause> Optional<T> exactlyOne(Class<T> type, String keyword, String cure) {
        Optional<T> found = atMostOne(type, keyword);
        if (found.isEmpty()) {
            missing(keyword, cure);
        }
        return found;
    }

    /**
     * @param cure what to write
     */
    void missing(String keyword, String cure) {
        problems.error(
                Places.OF_FILE.of(rule, RulesPackage.Literals.ELEMENT__NAME),
                ProblemCode.MISSING,
                "the rule `" + rule.getName() + "` has no `" + keyword + "`: " + cure);
    }
}
