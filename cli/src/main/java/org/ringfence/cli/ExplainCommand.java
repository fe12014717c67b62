package org.ringfence.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.check.Explainer;
import org.ringfence.check.Explanation;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says why a rule finds something on a line, or why it does not.",
            "Every clause is shown with its value and with the values of its parts; where the rule"
                    + " looks at nothing on the line, the place that comes closest is shown."
        },
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 the rule finds nothing there, 1 it does, 2 it cannot be said.",
            "Example: ringfence explain src/ioctl.c:120 --rule ioctl-file-any-access"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE:LINE", description = "The line, as reports write it.")
    private String place = "";

    @Option(names = "--rule", paramLabel = "ID", required = true, description = "The rule.")
    private String id = "";

    @Mixin private RuleOptions rules;
    @Mixin private Defines defines = new Defines();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        NamedFile file = NamedFile.of(terminal, place);
        if (file.line() == 0) {
            throw new UsageError(
                    "`" + place + "` names no line: write the file, a colon and the line");
        }
        List<SubjectReader> readers = defines.apply(SubjectReader.onClassPath());
        RuleSources sources = rules.sources(terminal, readers);
        Settings settings = rules.settings(sources);
        Rule rule = rule(sources);
        Subject subject = file.read(terminal, readers);
        Explanation explanation =
                new Explainer(rule, vocabulary(rule, readers), settings)
                        .explain(subject, file.line());
        if (json) {
            ExplanationJson.write(rule, explanation, terminal.out());
        } else {
            String head = place + ", rule " + rule.id();
            terminal.out().print(new ExplanationText(terminal.style()).write(head, explanation));
        }
        return explanation.found() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private Rule rule(RuleSources sources) {
        List<Rule> all = sources.packs().stream().flatMap(pack -> pack.rules().stream()).toList();
        return all.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> {
                            List<String> why = new ArrayList<>();
                            why.add("there is no rule `" + id + "` that can be run");
                            sources.refused().forEach(r -> why.add(r.what() + ": " + r.reason()));
                            return new UsageError(String.join("\n", why));
                        });
    }

    private static Vocabulary vocabulary(Rule rule, List<SubjectReader> readers) {
        return readers.stream()
                .map(SubjectReader::vocabulary)
                .filter(vocabulary -> vocabulary.subject().equals(rule.subject()))
                .findFirst()
                .orElseThrow();
    }
}
