package org.ringfence.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ringfence.check.Input;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.mutation.Mutants;
import org.ringfence.dsl.mutation.MutationTester;
import org.ringfence.reader.SourceTree;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;

/**
 * Runs the tests of a folder of rules or of one file.
 *
 * @param imports packs whose definitions the rules may import
 * @param only ids of the rules to run; empty for all of them and the fixtures
 */
record TestRun(Terminal terminal, Path path, List<Path> imports, Set<String> only, boolean mutate) {
    private static final int CONTEXT = 3;

    TestRun {
        imports = List.copyOf(imports);
        only = new TreeSet<>(only);
    }

    TestResult run() throws IOException {
        List<SubjectReader> readers = SubjectReader.onClassPath();
        CompileResult compiled = RuleSources.compile(path, readers, imports);
        List<Rule> rules = chosen(compiled);
        RuleTester tester = new RuleTester(readers);
        List<TestResult.Case> cases = new ArrayList<>();
        List<Rule> sound = new ArrayList<>();
        for (Rule rule : rules) {
            List<RuleTester.Outcome> outcomes = tester.test(rule);
            outcomes.forEach(outcome -> cases.add(example(outcome)));
            if (outcomes.stream().allMatch(RuleTester.Outcome::passed)) {
                sound.add(rule);
            }
        }
        if (Files.isDirectory(path) && only.isEmpty()) {
            fixtures(tester, readers, rules, cases);
        }
        return new TestResult(compiled, cases, mutate ? scores(tester, sound) : List.of());
    }

    /** A rule that has errors is missing, and the errors say so. */
    private List<Rule> chosen(CompileResult compiled) {
        List<Rule> rules = compiled.pack().rules();
        Set<String> unknown = new TreeSet<>(only);
        rules.forEach(rule -> unknown.remove(rule.id()));
        if (!unknown.isEmpty() && compiled.ok()) {
            throw new UsageError(
                    "--rule: there is no rule `" + String.join("`, `", unknown) + "` in " + path);
        }
        return rules.stream().filter(rule -> only.isEmpty() || only.contains(rule.id())).toList();
    }

    private static TestResult.Case example(RuleTester.Outcome outcome) {
        Rule.Example example = outcome.example();
        String kind = example.kind() == Rule.Example.Kind.BAD ? "bad" : "good";
        String label = example.label().isEmpty() ? "" : " \"" + example.label() + "\"";
        String diff = outcome.fixed().isEmpty() ? "" : diff(example.fixed(), outcome.fixed());
        return new TestResult.Case(
                outcome.rule().id(),
                kind + label,
                example.origin().toString(),
                outcome.failure() + diff);
    }

    private static String diff(String wanted, String got) {
        List<String> before = wanted.strip().lines().toList();
        List<String> after = got.strip().lines().toList();
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff(
                        "`fixed`",
                        "what the fix gives",
                        before,
                        DiffUtils.diff(before, after),
                        CONTEXT);
        return "\n" + String.join("\n", lines);
    }

    private void fixtures(
            RuleTester tester,
            List<SubjectReader> readers,
            List<Rule> rules,
            List<TestResult.Case> cases)
            throws IOException {
        for (Input input : new SourceTree(readers, path).read(List.of(path))) {
            if (input instanceof Input.Readable readable) {
                Subject subject = readable.subject();
                String name = subject.source().path();
                if (!name.startsWith("target/")) { // what a build copied there
                    String failure = String.join("\n", tester.fixture(subject, rules));
                    cases.add(new TestResult.Case("fixtures", name, name, failure));
                }
            } else if (input instanceof Input.Skipped skipped) {
                cases.add(
                        new TestResult.Case(
                                "fixtures", skipped.path(), skipped.path(), skipped.reason()));
            }
        }
    }

    private List<MutationTester.Score> scores(RuleTester tester, List<Rule> rules) {
        int mutants = rules.stream().mapToInt(rule -> Mutants.of(rule).size()).sum();
        try (Terminal.Bar bar = terminal.bar("Mutating", mutants)) {
            return new MutationTester(tester).test(rules, bar::step);
        }
    }
}
