package org.ringfence.dsl;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringfence.check.Finding;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Position;

/** Compiles rules on {@link ToyReader}, with guidance of two topics. */
public final class Compile {
    public static final Guidance GUIDANCE =
            Guidance.of(
                    List.of(
                            topic("doors/open", "Open doors", "why", "how-to-check"),
                            topic("doors/keys", "Keys of doors")),
                    List.of(),
                    List.of());

    private Compile() {}

    private static Topic topic(String id, String title, String... anchors) {
        List<Section> sections =
                Stream.concat(Stream.of(""), Stream.of(anchors))
                        .map(anchor -> new Section(anchor, anchor, 2, 1, "", List.of()))
                        .toList();
        return new Topic(
                id, title, "About " + id, id + ".md", sections, List.of(), Map.of(), hrefs -> "");
    }

    static RuleCompiler compiler() {
        return new RuleCompiler(List.of(new ToyReader(), new ToyReader("c")), GUIDANCE);
    }

    /** One that also runs the tests of rules. */
    static RuleCompiler testing() {
        RuleTester tester = new RuleTester(List.of(new ToyReader(), new ToyReader("c")));
        return compiler()
                .testing(
                        rule ->
                                tester.test(rule).stream()
                                        .map(outcome -> outcome(tester, outcome))
                                        .toList());
    }

    private static ExampleRunner.Outcome outcome(RuleTester tester, RuleTester.Outcome outcome) {
        return new ExampleRunner.Outcome(
                outcome.failure(),
                tester.findings(outcome.rule(), outcome.example()).stream()
                        .map(Compile::found)
                        .toList());
    }

    private static ExampleRunner.Found found(Finding finding) {
        Position at = finding.source().position(finding.span().start());
        int length = finding.span().end() - finding.span().start();
        return new ExampleRunner.Found(at.line(), at.column(), length, finding.message());
    }

    public static CompileResult files(Map<String, String> texts) {
        return compiler().compile(texts);
    }

    public static CompileResult text(String text) {
        return files(Map.of("a.rules", text));
    }

    /**
     * A file with one rule on {@code open($DOOR, $MODE)}; the given lines start on line 12, without
     * an indentation.
     */
    public static String rule(String clauses) {
        return """
        pack p version "1.0.0"

        rule r on toy {
            title "T"
            severity high
            topic doors/open
            match `open($DOOR, $MODE)` as $CALL
            report "R"
            bad `open(a, 1)`
            good `shut(a)`

        """
                + clauses
                + "}\n";
    }

    /** The problems of a text, one a line: {@code line:column message}. */
    public static String problems(String text) {
        return lines(text(text).diagnostics(), "");
    }

    /** The problems of {@link #rule}. */
    public static String problemsWith(String clauses) {
        return problems(rule(clauses));
    }

    private static String lines(List<Diagnostic> diagnostics, String none) {
        return diagnostics.stream()
                .map(d -> d.line() + ":" + d.column() + " " + d.message() + "\n")
                .collect(joining())
                .concat(none);
    }

    /** The one rule of a text that compiles without a problem. */
    public static Rule compiled(String text) {
        CompileResult result = text(text);
        if (!result.diagnostics().isEmpty() || result.pack().rules().size() != 1) {
            throw new AssertionError(result.diagnostics() + " " + result.pack().rules());
        }
        return result.pack().rules().get(0);
    }
}
