package org.ringfence.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;

/**
 * Runs the tests of rules: inline examples, each a little file of its own, and marked fixtures.
 * What it has read it keeps, since the same example is often run again; it is not for many threads.
 */
public final class RuleTester {
    private final List<SubjectReader> readers;
    private final Map<String, SubjectReader> bySubject;
    private final Map<Example, Subject> read = new HashMap<>();

    private record Example(String subject, String text) {}

    public RuleTester(Collection<SubjectReader> readers) {
        this.readers = List.copyOf(readers);
        this.bySubject =
                readers.stream()
                        .collect(
                                Collectors.toMap(
                                        r -> r.vocabulary().subject(), Function.identity()));
    }

    /**
     * The outcome of one test.
     *
     * @param example what ran
     * @param failure what was expected and what came, or empty where the example passed
     * @param fixed what the fixes make of the example where its `fixed` says another thing, which
     *     is then the failure; else empty
     */
    public record Outcome(Rule rule, Rule.Example example, String failure, String fixed) {
        public Outcome {
            Objects.requireNonNull(failure, "failure");
            Objects.requireNonNull(fixed, "fixed");
        }

        public boolean passed() {
            return failure.isEmpty();
        }
    }

    /** The outcome of each example, in the rule's order. */
    public List<Outcome> test(Rule rule) {
        return rule.examples().stream().map(example -> test(rule, example)).toList();
    }

    /** The outcome of one example, which need not be the rule's own. */
    public Outcome test(Rule rule, Rule.Example example) {
        if (!bySubject.containsKey(rule.subject())) {
            String failure = "no reader knows the subject `" + rule.subject() + "`";
            return new Outcome(rule, example, failure, "");
        }
        Outcome outcome = outcome(rule, example);
        if (!example.todo()) {
            return outcome;
        }
        String failure = outcome.passed() ? "this `todo` passes now: remove the word `todo`" : "";
        return new Outcome(rule, example, failure, "");
    }

    /** What the rule finds in an example, in the text without its markers. */
    public List<Finding> findings(Rule rule, Rule.Example example) {
        return bySubject.containsKey(rule.subject())
                ? findings(rule, Marker.split(example.code(), marker(rule)).text())
                : List.of();
    }

    /**
     * An example, without its markers, after the first fix of each finding; empty without a fix.
     */
    public String fixed(Rule rule, Rule.Example example) {
        List<Finding> findings = findings(rule, example);
        return findings.stream().allMatch(finding -> finding.fixes().isEmpty())
                ? ""
                : applyFixes(Marker.split(example.code(), marker(rule)).text(), findings);
    }

    private Outcome outcome(Rule rule, Rule.Example example) {
        Marker.Marked marked = Marker.split(example.code(), marker(rule));
        List<Finding> findings = findings(rule, marked.text());
        String failure = failureOf(example, marked.markers(), findings);
        if (!failure.isEmpty() || example.fixed().isEmpty()) {
            return new Outcome(rule, example, failure, "");
        }
        if (findings.stream().anyMatch(RuleTester::ambiguous)) {
            failure = "a finding has more than one `safe` fix, and only one can be right";
            return new Outcome(rule, example, failure, "");
        }
        String fixed = applyFixes(marked.text(), findings);
        if (!normal(fixed).equals(normal(example.fixed()))) {
            return new Outcome(rule, example, "the fix gives another text than `fixed`", fixed);
        }
        // a `fixed` that is the text itself says that there is no fix
        List<Finding> left = fixed.equals(marked.text()) ? List.of() : findings(rule, fixed);
        failure = left.isEmpty() ? "" : "the fixed text is still found: " + describe(left);
        return new Outcome(rule, example, failure, "");
    }

    private static boolean ambiguous(Finding finding) {
        return finding.fixes().stream().filter(f -> f.safety() == Rule.Safety.SAFE).count() > 1;
    }

    private static String failureOf(
            Rule.Example example, List<Marker> markers, List<Finding> findings) {
        if (example.kind() == Rule.Example.Kind.GOOD) {
            return findings.isEmpty() ? "" : "expected no finding, but found " + describe(findings);
        }
        if (findings.isEmpty()) {
            return "expected a finding, but found none";
        }
        String lines = wrongLines(markers, findings);
        return lines.isEmpty() ? wrongCaptures(markers, findings) : lines;
    }

    private static String wrongLines(List<Marker> markers, List<Finding> findings) {
        SortedSet<Integer> expected = new TreeSet<>(markers.stream().map(Marker::line).toList());
        SortedSet<Integer> found = new TreeSet<>(findings.stream().map(RuleTester::line).toList());
        return expected.isEmpty() || expected.equals(found)
                ? ""
                : "expected findings on lines " + expected + ", but found them on lines " + found;
    }

    private static String wrongCaptures(List<Marker> markers, List<Finding> findings) {
        for (Marker marker : markers) {
            for (Marker.Assertion assertion : marker.assertions()) {
                List<String> values =
                        findings.stream()
                                .filter(f -> line(f) == marker.line())
                                .map(f -> value(f, assertion.what()))
                                .toList();
                if (!values.contains(assertion.value())) {
                    return "line "
                            + marker.line()
                            + ": expected "
                            + assertion.what()
                            + " to be `"
                            + assertion.value()
                            + "`, but it is `"
                            + String.join("`, `", values)
                            + "`";
                }
            }
        }
        return "";
    }

    private static String value(Finding finding, String what) {
        return what.equals(Marker.SEVERITY)
                ? finding.severity().word()
                : finding.captures().getOrDefault(what, "(unbound)");
    }

    /**
     * The text after the first fix of each finding; of two that overlap, the earlier is applied.
     */
    static String applyFixes(String text, List<Finding> findings) {
        List<Finding.Fix> fixes =
                findings.stream()
                        .flatMap(f -> f.fixes().stream().limit(1))
                        .sorted(Comparator.comparing(fix -> fix.span().start()))
                        .toList();
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Finding.Fix fix : fixes) {
            if (fix.span().start() >= done) {
                out.append(text, done, fix.span().start()).append(fix.replacement());
                done = fix.span().end();
            }
        }
        return out.append(text.substring(done)).toString();
    }

    private static String normal(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
    }

    /**
     * Runs rules over a fixture whose lines say what must be found: {@code //!! rule-id}.
     *
     * @param fixture of a kind that one of the readers reads
     * @return what differs, one sentence each; empty where the fixture passes
     */
    public List<String> fixture(Subject fixture, List<Rule> rules) {
        SubjectReader reader = bySubject.get(fixture.kind());
        Source source = fixture.source();
        Marker.Marked marked = Marker.split(source.text(), reader.testMarker());
        SortedSet<String> expected = new TreeSet<>();
        for (Marker marker : marked.markers()) {
            marker.words().forEach(rule -> expected.add(marker.line() + ": " + rule));
        }
        Source bare = new Source(source.path(), marked.text());
        SortedSet<String> found = new TreeSet<>();
        for (Finding finding : findings(rules, reader.read(bare))) {
            found.add(line(finding) + ": " + finding.rule().id());
        }
        List<String> differences = new ArrayList<>();
        expected.stream()
                .filter(e -> !found.contains(e))
                .forEach(e -> differences.add("not found on line " + e));
        found.stream()
                .filter(f -> !expected.contains(f))
                .forEach(f -> differences.add("not expected on line " + f));
        return differences;
    }

    private List<Finding> findings(Rule rule, String text) {
        return findings(
                List.of(rule),
                read.computeIfAbsent(new Example(rule.subject(), text), this::subject));
    }

    private Subject subject(Example example) {
        String subject = example.subject();
        return bySubject.get(subject).read(new Source("example." + subject, example.text()));
    }

    private List<Finding> findings(List<Rule> rules, Subject subject) {
        Validator validator =
                new Validator(
                        List.of(new RulePack("test", "0", List.of(), List.of(), rules)), readers);
        return validator.check(List.of(new Input.Readable(subject))).findings();
    }

    private String marker(Rule rule) {
        return bySubject.get(rule.subject()).testMarker();
    }

    private static int line(Finding finding) {
        return finding.source().position(finding.span().start()).line();
    }

    private static String describe(List<Finding> findings) {
        return findings.stream()
                .map(f -> "\"" + f.message() + "\" on line " + line(f))
                .collect(Collectors.joining(", "));
    }
}
