package org.ringfence.cli.desk;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.draft.Trial;
import org.ringfence.rule.Rule;

/** Tries a drafted rule on its own examples. */
public record DraftTrial(RuleTester tester) implements Trial {
    @Override
    public boolean passes(Rule rule) {
        return tester.test(rule).stream().allMatch(RuleTester.Outcome::passed);
    }

    @Override
    public SortedSet<Integer> found(Rule rule) {
        return tester.findings(rule, rule.examples().get(0)).stream()
                .map(finding -> finding.source().position(finding.span().start()).line())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
