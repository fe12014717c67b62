package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.dsl.rules.Clause;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage;

/** The clauses of a rule by what they are; says which are missing and which stand twice. */
final class ClauseList {
    /** In which order clauses are usually written. */
    private static final List<String> ORDER =
            List.of(
                    "title",
                    "severity",
                    "confidence",
                    "cwe",
                    "topic",
                    "status",
                    "within",
                    "match",
                    "flow",
                    "let",
                    "where",
                    "unless",
                    "report",
                    "hint",
                    "limits",
                    "fix",
                    "bad",
                    "todo",
                    "good");

    private static final Map<String, String> SKELETONS =
            Map.of(
                    "title", "title \"\"",
                    "severity", "severity medium",
                    "report", "report \"\"",
                    "bad", "bad ```\n    ```",
                    "good", "good ```\n    ```");

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
                "the rule `" + rule.getName() + "` has no `" + keyword + "`: " + cure,
                List.of(insertion(keyword)));
    }

    /** Puts a clause behind those that are usually written before it. */
    private Replacement insertion(String keyword) {
        int at = Places.OF_FILE.keyword(rule, "{").offset() + 1;
        for (Clause clause : rule.getClauses()) {
            if (ORDER.indexOf(Places.OF_FILE.firstWord(clause)) <= ORDER.indexOf(keyword)) {
                Place place = Places.OF_FILE.of(clause);
                at = Math.max(at, place.offset() + place.length());
            }
        }
        return new Replacement(
                new Place(at, 0),
                "\n    " + SKELETONS.getOrDefault(keyword, keyword),
                "Insert `" + keyword + "`");
    }
}
