package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.check.Profile;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence profile}. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = {
            "Says what rules have to do for a check: the steps of each rule and on each file.",
            "A step is a visited node or value. Steps are counted, not timed, so two runs say the"
                    + " same; a rule that needs too many of them on a file is stopped there. A finding"
                    + " counts as 100."
        },
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 everything was counted, 2 something could not be read or run to its end.",
            "Example: ringfence profile src --rules team-rules --top 5"
        })
final class ProfileCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to check.")
    private List<Path> paths = List.of();

    @Mixin private RuleOptions rules;

    @Mixin private Defines defines = new Defines();

    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            description =
                    "Show at most so many rules and files (default: ${DEFAULT-VALUE}); JSON has"
                            + " all.")
    private int top = 10;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ProfileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new UsageError("--top is " + top + "; it must be at least 1");
        }
        List<SubjectReader> readers = defines.apply(SubjectReader.onClassPath());
        RuleSources sources = rules.sources(terminal, readers);
        Validator validator = new Validator(sources.packs(), readers, rules.settings(sources));
        Profile profile = CheckCommand.read(terminal, readers, paths, validator::profile);
        Report report = profile.report().withRefusals(sources.refused());
        ProfileOutput output = new ProfileOutput(profile, report);
        if (json) {
            output.json(terminal.out());
        } else {
            terminal.out().print(output.text(terminal.style(), top));
        }
        return report.complete() ? ExitCode.CLEAN : ExitCode.ERROR;
    }
}
