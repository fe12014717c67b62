package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.rule.Settings;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Option;

/** Which rules a command runs, and how a team has set their parameters. */
final class RuleOptions {
    @Option(
            names = "--rules",
            paramLabel = "FILE|DIR|JAR",
            description =
                    "More rules: a .rules file, a folder of them, or a compiled pack. Can be repeated.")
    private List<Path> rules = List.of();

    @Option(names = "--no-built-in", description = "Run only the rules given with --rules.")
    private boolean noBuiltIn;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Set a parameter of a pack; the items of a set stand between commas. Can be"
                            + " repeated.")
    private List<String> settings = List.of();

    RuleSources sources(Terminal terminal, List<SubjectReader> readers) throws IOException {
        RuleSources sources = new RuleSources(readers);
        if (!noBuiltIn) {
            sources.add(BuiltIn.pack());
        }
        for (Path path : rules) {
            sources.add(terminal.path(path));
        }
        return sources;
    }

    Settings settings(RuleSources sources) {
        Settings.Understood read = Settings.read(sources.packs(), settings);
        if (!read.problems().isEmpty()) {
            throw new UsageError("--set: " + String.join("\n--set: ", read.problems()));
        }
        return read.settings();
    }
}
