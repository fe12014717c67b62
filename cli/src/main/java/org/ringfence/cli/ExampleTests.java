package org.ringfence.cli;

import java.util.List;
import org.ringfence.check.Finding;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Position;
import org.ringfence.subject.SubjectReader;

/** Runs the examples of rules for the compiler and for editors, with the engine that checks. */
final class ExampleTests implements ExampleRunner {
    private final RuleTester tester;

    ExampleTests(List<SubjectReader> readers) {
        this.tester = new RuleTester(readers);
    }

    @Override
    public List<Outcome> run(Rule rule) {
        return tester.test(rule).stream()
                .map(
                        outcome ->
                                new Outcome(
                                        outcome.failure(),
                                        tester.findings(rule, outcome.example()).stream()
                                                .map(ExampleTests::found)
                                                .toList()))
                .toList();
    }

    private static Found found(Finding finding) {
        Position at = finding.source().position(finding.span().start());
        int length = finding.span().end() - finding.span().start();
        return new Found(at.line(), at.column(), length, finding.message());
    }
}
