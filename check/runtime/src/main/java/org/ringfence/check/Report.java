package org.ringfence.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Source;

/**
 * The outcome of a check. It is totally ordered: the same inputs and packs give an equal report.
 *
 * @param findings in {@link Finding#ORDER}
 * @param rules every rule that ran, in order of ids
 * @param checked number of inputs by kind of subject, those embedded in others included
 * @param skipped inputs that could not be read, by path
 * @param gaps stretches that readers did not understand
 * @param givenUp rules that ran over their budget on a source
 * @param refused packs and rules that this engine cannot run
 */
public record Report(
        List<Finding> findings,
        List<Rule> rules,
        SortedMap<String, Integer> checked,
        List<Input.Skipped> skipped,
        List<SourceGap> gaps,
        List<GivenUp> givenUp,
        List<Refusal> refused) {
    public Report {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        rules = List.copyOf(rules);
        checked = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) checked));
        skipped = List.copyOf(skipped);
        gaps = List.copyOf(gaps);
        givenUp = List.copyOf(givenUp);
        refused = List.copyOf(refused);
    }

    /** Whether everything that was asked for was looked at. */
    public boolean complete() {
        return skipped.isEmpty() && givenUp.isEmpty() && refused.isEmpty();
    }

    /** The same report with more that was refused, before it came to checking. */
    public Report withRefusals(List<Refusal> more) {
        List<Refusal> all = new ArrayList<>(more);
        all.addAll(refused);
        return new Report(findings, rules, checked, skipped, gaps, givenUp, all);
    }

    public record SourceGap(Source source, Gap gap) {}

    public record GivenUp(String path, String rule, String reason) {}

    /** {@code what} is a pack or a rule by name; {@code reason} completes "refused: ...". */
    public record Refusal(String what, String reason) {}
}
