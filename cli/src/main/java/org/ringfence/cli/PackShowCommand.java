package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.dsl.pack.RuleMarkdown;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringfence pack show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Lists the rules of a pack, or shows the document of one of them.",
        footerHeading = "%n",
        footer = "Example: ringfence pack show acme.jar no-raw-pool")
final class PackShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "JAR|FILE|DIR",
            description = "A pack, or rules that are not compiled yet.")
    private Path source = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", description = "The id of a rule.")
    private String id = "";

    PackShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RulePack pack = RuleSources.pack(terminal, source);
        if (id.isEmpty()) {
            list(pack);
            return ExitCode.CLEAN;
        }
        List<Rule> found = pack.rules().stream().filter(rule -> rule.id().equals(id)).toList();
        if (found.isEmpty()) {
            throw new UsageError(
                    pack.name()
                            + " has no rule `"
                            + id
                            + "`; `ringfence pack show "
                            + source
                            + "` lists those it has");
        }
        terminal.out().print(RuleMarkdown.of(found.get(0), pack));
        return ExitCode.CLEAN;
    }

    private void list(RulePack pack) {
        terminal.out().println(pack.name() + " " + pack.version());
        int longest = pack.rules().stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (Rule rule : pack.rules()) {
            terminal.out()
                    .println(
                            "  "
                                    + padded(rule.id(), longest)
                                    + "  "
                                    + padded(rule.classification().severity().word(), 8)
                                    + "  "
                                    + padded(rule.subject(), 4)
                                    + "  "
                                    + rule.title());
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
