package org.ringfence.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.mcp.McpService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ringfence mcp}. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Answers programs that speak the Model Context Protocol.",
            "The program starts it and talks to it over its standard input and output."
        },
        footerHeading = "%n",
        footer = {
            "Tools: search_guidance, read_topic, list_rules, explain_rule, check_source,",
            "draft_rule_test. Resources: the topics. Nothing is written, no network is used."
        })
final class McpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private StockOptions stock = new StockOptions();

    McpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream before = System.out;
        // whatever a library prints must not get into the protocol
        System.setOut(terminal.err());
        try (Desk desk = Desk.open(stock.stock(terminal))) {
            new McpService(desk, Version.number()).serve(terminal.in(), terminal.out());
        } finally {
            System.setOut(before);
        }
        return ExitCode.CLEAN;
    }
}
