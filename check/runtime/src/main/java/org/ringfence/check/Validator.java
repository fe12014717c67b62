package org.ringfence.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/**
 * Runs rule packs over inputs.
 *
 * <pre>{@code
 * Validator validator = new Validator(List.of(pack), readers);
 * Report report = validator.check(List.of(new Input.Readable(reader.read(source))));
 * }</pre>
 *
 * <p>A file is parsed only if its words say that some rule can match. A validator is immutable and
 * may be used by many threads.
 */
public final class Validator {
    private final List<Rule> rules;
    private final List<Report.Refusal> refused = new ArrayList<>();
    private final Map<String, List<Rule>> bySubject;
    private final Map<String, Vocabulary> vocabularies;
    private final Map<String, Settings> settings = new HashMap<>();

    /**
     * @param packs their rules run together; of two rules with one id the first runs and the other
     *     is refused
     * @param readers those whose subjects will be checked; a rule on a subject that none of them
     *     reads is refused, and so is one that uses what the reader does not have; the rest runs
     */
    public Validator(List<RulePack> packs, List<SubjectReader> readers) {
        this(packs, readers, Settings.DEFAULTS);
    }

    /**
     * A validator for packs whose parameters a team has set.
     *
     * @see #Validator(List, List)
     */
    public Validator(List<RulePack> packs, List<SubjectReader> readers, Settings settings) {
        Objects.requireNonNull(settings, "settings");
        vocabularies =
                readers.stream()
                        .map(SubjectReader::vocabulary)
                        .collect(Collectors.toMap(Vocabulary::subject, Function.identity()));
        SortedMap<String, Rule> byId = new TreeMap<>();
        for (RulePack pack : packs) {
            for (Rule rule : pack.rules()) {
                String reason = whyNot(rule);
                if (reason.isEmpty() && byId.putIfAbsent(rule.id(), rule) != null) {
                    reason = "another pack already has a rule of this id";
                }
                if (!reason.isEmpty()) {
                    refused.add(new Report.Refusal(pack.name() + "::" + rule.id(), reason));
                }
            }
        }
        rules = List.copyOf(byId.values());
        bySubject = rules.stream().collect(Collectors.groupingBy(Rule::subject));
        vocabularies.forEach(
                (subject, v) -> this.settings.put(subject, settings.on(v.constants())));
    }

    /** Why a rule cannot run; empty where it can. */
    private String whyNot(Rule rule) {
        Vocabulary vocabulary = vocabularies.get(rule.subject());
        if (vocabulary == null) {
            return "no reader knows the subject `" + rule.subject() + "`";
        }
        Set<String> unmet = Requirements.unmet(rule, vocabulary);
        return unmet.isEmpty() ? "" : "it " + String.join("; it ", unmet);
    }

    /** The rules that run, in order of their ids. */
    public List<Rule> rules() {
        return rules;
    }

    /** Checks every input, in order; one that fails never stops the rest. */
    public Report check(Iterable<Input> inputs) {
        return check(inputs, 1);
    }

    /**
     * Checks like {@link #check(Iterable)} with several threads, of which the calling one is one.
     * The report is the same for any number of them. Inputs are asked for by one thread at a time.
     *
     * @param threads at least 1
     */
    public Report check(Iterable<Input> inputs, int threads) {
        return tally(inputs, threads).report(rules, refused);
    }

    /** Checks like {@link #check} and tells what each rule had to do for it. */
    public Profile profile(Iterable<Input> inputs) {
        Tally tally = tally(inputs, 1);
        return Profile.of(tally.report(rules, refused), tally.steps);
    }

    private Tally tally(Iterable<Input> inputs, int threads) {
        Tally all = new Tally();
        Crew.apply(threads, inputs, this::tally).forEach(all::add);
        return all;
    }

    private Tally tally(Input input) {
        Tally tally = new Tally();
        if (input instanceof Input.Readable readable) {
            check(readable.subject(), readable.subject(), tally);
        } else if (input instanceof Input.Skipped skipped) {
            tally.skipped.add(skipped);
        }
        return tally;
    }

    private static final class Tally {
        final List<Finding> findings = new ArrayList<>();
        final SortedMap<String, Integer> checked = new TreeMap<>();
        final List<Input.Skipped> skipped = new ArrayList<>();
        final List<Report.SourceGap> gaps = new ArrayList<>();
        final List<Report.GivenUp> givenUp = new ArrayList<>();
        final SortedMap<Profile.Pair, Long> steps = new TreeMap<>();

        void add(Tally more) {
            findings.addAll(more.findings);
            more.checked.forEach((kind, n) -> checked.merge(kind, n, Integer::sum));
            skipped.addAll(more.skipped);
            gaps.addAll(more.gaps);
            givenUp.addAll(more.givenUp);
            more.steps.forEach((pair, n) -> steps.merge(pair, n, Long::sum));
        }

        Report report(List<Rule> rules, List<Report.Refusal> refused) {
            return new Report(findings, rules, checked, skipped, gaps, givenUp, refused);
        }
    }

    /**
     * @param file the subject, or what it is written in
     */
    private void check(Subject subject, Subject file, Tally tally) {
        Source source = subject.source();
        try {
            tally.checked.merge(subject.kind(), 1, Integer::sum);
            List<Rule> candidates = candidates(subject);
            if (!candidates.isEmpty()) {
                run(candidates, subject, file, tally);
                for (Gap gap : subject.gaps()) {
                    tally.gaps.add(new Report.SourceGap(source, gap));
                }
            }
            for (Subject embedded : subject.embedded()) {
                check(embedded, file, tally);
            }
        } catch (StackOverflowError e) {
            tally.skipped.add(
                    new Input.Skipped(source.path(), "it is nested too deep to be analysed"));
        }
    }

    private void run(List<Rule> candidates, Subject subject, Subject file, Tally tally) {
        String kind = subject.kind();
        Scan scan = new Scan(subject, vocabularies.get(kind).implicits(), settings.get(kind));
        scan.run(new Dispatch(candidates));
        for (Rule rule : candidates) {
            if (rule.query() instanceof Query.Each each) {
                scan.run(rule, each);
            }
        }
        for (Finding finding : scan.findings()) {
            String presence = file.presence(finding.span().start());
            tally.findings.add(finding.in(new Finding.Build(presence, List.of())));
        }
        String path = subject.source().path();
        scan.steps()
                .forEach(
                        (rule, n) -> tally.steps.merge(new Profile.Pair(path, rule), n, Long::sum));
        scan.givenUp()
                .forEach(
                        (rule, reason) ->
                                tally.givenUp.add(new Report.GivenUp(path, rule, reason)));
    }

    /** The rules that can match by the words of the subject. */
    private List<Rule> candidates(Subject subject) {
        List<Rule> all = bySubject.getOrDefault(subject.kind(), List.of());
        if (all.isEmpty()) {
            return all;
        }
        Set<String> words = subject.words();
        return all.stream().filter(rule -> canMatch(rule, words)).toList();
    }

    private static boolean canMatch(Rule rule, Set<String> words) {
        for (List<String> oneOf : rule.required()) {
            if (oneOf.stream().noneMatch(words::contains)) {
                return false;
            }
        }
        return true;
    }
}
