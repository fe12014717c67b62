package org.ringfence.dsl.mutation;

import java.util.List;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;

/** A rule with one part exchanged, and without the words that a match of the old one must have. */
record Parts(Rule old) {
    Rule with(List<Rule.SeverityCase> severities) {
        Rule.Classification before = old.classification();
        return rule(
                new Rule.Classification(
                        severities,
                        before.confidence(),
                        before.topics(),
                        before.cwe(),
                        before.status(),
                        before.replacedBy()),
                old.query(),
                old.conditions(),
                old.fixes());
    }

    Rule with(Query query) {
        return rule(old.classification(), query, old.conditions(), old.fixes());
    }

    Rule within(List<Rule.Role> roles) {
        Rule.Conditions before = old.conditions();
        return conditions(
                new Rule.Conditions(roles, before.lets(), before.where(), before.unless()));
    }

    Rule let(Rule.Let before, Rule.Let after) {
        Rule.Conditions all = old.conditions();
        return conditions(
                new Rule.Conditions(
                        all.within(),
                        exchanged(all.lets(), before, after),
                        all.where(),
                        all.unless()));
    }

    Rule where(Rule.Clause before, Condition after) {
        Rule.Conditions all = old.conditions();
        Rule.Clause clause = new Rule.Clause(after, before.origin());
        return conditions(
                new Rule.Conditions(
                        all.within(),
                        all.lets(),
                        exchanged(all.where(), before, clause),
                        all.unless()));
    }

    Rule unless(Rule.Clause before, Condition after) {
        Rule.Conditions all = old.conditions();
        Rule.Clause clause = new Rule.Clause(after, before.origin());
        return conditions(
                new Rule.Conditions(
                        all.within(),
                        all.lets(),
                        all.where(),
                        exchanged(all.unless(), before, clause)));
    }

    private static <T> List<T> exchanged(List<T> items, T before, T after) {
        return items.stream().map(item -> item == before ? after : item).toList();
    }

    private Rule conditions(Rule.Conditions conditions) {
        return rule(old.classification(), old.query(), conditions, old.fixes());
    }

    Rule fixes(List<Rule.Fix> fixes) {
        return rule(old.classification(), old.query(), old.conditions(), fixes);
    }

    private Rule rule(
            Rule.Classification classification,
            Query query,
            Rule.Conditions conditions,
            List<Rule.Fix> fixes) {
        return new Rule(
                old.id(),
                old.title(),
                old.subject(),
                classification,
                query,
                conditions,
                old.wording(),
                fixes,
                old.examples(),
                List.of(),
                old.features(),
                old.origin());
    }
}
