package org.ringfence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringfence new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Starts something for an author to go on with.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NewRuleCommand.class},
        footerHeading = "%n",
        footer = "Example: ringfence new rule no-raw-pool --bad src/pool.c:40-52 -o acme")
final class NewCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
