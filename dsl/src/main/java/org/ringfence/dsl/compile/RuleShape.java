package org.ringfence.dsl.compile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.dsl.rules.Clause;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.FlowClause;
import org.ringfence.dsl.rules.LetClause;
import org.ringfence.dsl.rules.MatchClause;
import org.ringfence.dsl.rules.ReportClause;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.UnlessClause;
import org.ringfence.dsl.rules.WhereClause;

/** Checks how the clauses of a rule stand to each other as they are written. */
final class RuleShape {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleDef rule;
    private final Problems problems;
    private final String text;
    private final int start;

    RuleShape(RuleDef rule, RuleScope scope) {
        this.rule = rule;
        this.problems = scope.problems();
        Place place = PLACES.of(rule);
        this.start = place.offset();
        this.text =
                scope.workspace()
                        .source(rule.eResource())
                        .text()
                        .substring(start, start + place.length());
    }

    void check() {
        order();
        for (Clause clause : rule.getClauses()) {
            if (clause instanceof LetClause let) {
                unused(let);
            }
        }
    }

    /** A severity may also stand with the title, as the head of the rule. */
    private static boolean usesCaptures(Clause clause) {
        return clause instanceof LetClause
                || clause instanceof WhereClause
                || clause instanceof UnlessClause
                || clause instanceof ReportClause
                || clause instanceof FixClause;
    }

    /** Captures are bound in the order in which people read. */
    private void order() {
        List<Clause> queries =
                rule.getClauses().stream()
                        .filter(c -> c instanceof MatchClause || c instanceof FlowClause)
                        .toList();
        if (queries.isEmpty()) {
            return;
        }
        Place query = PLACES.of(queries.get(0));
        String binds = PLACES.firstWord(queries.get(0));
        for (Clause clause : rule.getClauses()) {
            Place place = PLACES.of(clause);
            if (place.offset() < query.offset() && usesCaptures(clause)) {
                String word = PLACES.firstWord(clause);
                problems.error(
                        PLACES.keyword(clause, word),
                        ProblemCode.ORDER,
                        "`" + word + "` stands behind the `" + binds + "` that binds its captures",
                        List.of(moved(place, query, binds)));
            }
        }
    }

    private Replacement moved(Place clause, Place query, String binds) {
        int end = query.offset() + query.length();
        String between = text(clause.offset() + clause.length(), end).stripLeading();
        return new Replacement(
                new Place(clause.offset(), end - clause.offset()),
                between + "\n    " + text(clause.offset(), clause.offset() + clause.length()),
                "Move it behind `" + binds + "`");
    }

    private String text(int from, int to) {
        return text.substring(from - start, to - start);
    }

    private void unused(LetClause let) {
        String name = let.getVariable();
        Matcher uses = Pattern.compile(Pattern.quote(name) + "\\b").matcher(text);
        if (name.startsWith("$") && uses.results().count() == 1) {
            problems.warning(
                    PLACES.of(let, RulesPackage.Literals.LET_CLAUSE__VARIABLE),
                    ProblemCode.UNUSED,
                    "nothing uses `" + name + "`",
                    List.of(new Replacement(PLACES.of(let), "", "Remove the clause")));
        }
    }
}
