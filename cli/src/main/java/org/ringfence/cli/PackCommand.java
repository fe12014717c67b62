package org.ringfence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringfence pack}. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Looks into packs of rules. None of their code is run.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PackVerifyCommand.class, PackShowCommand.class, PackDiffCommand.class},
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  ringfence pack verify acme.jar",
            "  ringfence pack show acme.jar no-raw-pool",
            "  ringfence pack diff acme-1.jar acme-2.jar --json"
        })
final class PackCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
