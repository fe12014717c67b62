package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.check.Explainer;
import org.ringfence.check.Explanation;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Source;
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
    private static final Pattern PLACE = Pattern.compile("(.+?):(\\d{1,9})(?::\\d+)?");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE:LINE", description = "The line, as reports write it.")
    private String place = "";

    @Option(names = "--rule", paramLabel = "ID", required = true, description = "The rule.")
    private String id = "";

    @Mixin private RuleOptions rules;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw new UsageError(
                    "`" + place + "` names no line: write the file, a colon and the line");
        }
        Path file = terminal.path(Path.of(parts.group(1)));
        int line = Integer.parseInt(parts.group(2));
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(parts.group(1));
        }
        List<SubjectReader> readers = SubjectReader.onClassPath();
        RuleSources sources = rules.sources(terminal, readers);
        Settings settings = rules.settings(sources);
        Rule rule = rule(sources);
        Explanation explanation = explain(rule, readers, settings, file, line);
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

    private Explanation explain(
            Rule rule, List<SubjectReader> readers, Settings settings, Path file, int line)
            throws IOException {
        Vocabulary vocabulary =
                readers.stream()
                        .map(SubjectReader::vocabulary)
                        .filter(v -> v.subject().equals(rule.subject()))
                        .findFirst()
                        .orElseThrow();
        for (Input input : new SourceTree(readers, terminal.directory()).read(List.of(file))) {
            if (input instanceof Input.Readable readable) {
                Subject subject = readable.subject();
                Source source = subject.source();
                if (line < 1 || line > source.lineCount()) {
                    throw new UsageError(
                            source.path() + " has " + source.lineCount() + " lines, not " + line);
                }
                return new Explainer(rule, vocabulary, settings).explain(subject, line);
            } else if (input instanceof Input.Skipped skipped) {
                throw new UsageError(skipped.path() + ": " + skipped.reason());
            }
        }
        throw new UsageError("nothing reads " + file.getFileName());
    }
}
