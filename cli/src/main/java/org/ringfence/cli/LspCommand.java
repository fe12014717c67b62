package org.ringfence.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.dsl.ide.Environment;
import org.ringfence.dsl.ide.RulesServer;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;

/** {@code ringfence lsp}. */
@Command(
        name = "lsp",
        mixinStandardHelpOptions = true,
        description = {
            "Helps to write rules in an editor that speaks the Language Server Protocol.",
            "The editor starts it and talks to it over its standard input and output."
        },
        footerHeading = "%n",
        footer = {
            "For .rules files: diagnostics with the results of examples, completion, hover,",
            "definitions, references, rename, symbols, folding, colours, layout and quick fixes."
        })
final class LspCommand implements Callable<Integer> {
    private final Terminal terminal;

    LspCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        PrintStream before = System.out;
        // whatever a library prints must not get into the protocol
        System.setOut(terminal.err());
        try {
            List<SubjectReader> readers = SubjectReader.onClassPath();
            RulesServer.run(
                    terminal.in(),
                    terminal.out(),
                    new Environment(
                            readers,
                            LspCommand::guidance,
                            RuleSources.libraries(List.of()),
                            new ExampleTests(readers)));
        } finally {
            System.setOut(before);
        }
        return ExitCode.CLEAN;
    }

    private static Guidance guidance(List<Path> folders) throws IOException {
        List<Topic> topics = new ArrayList<>();
        for (Path folder : folders) {
            topics.addAll(GuidanceReader.read(folder).topics());
        }
        return RuleSources.withBuiltIn(Guidance.of(topics, List.of(), List.of()));
    }
}
