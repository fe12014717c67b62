package org.ringfence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "ringfence",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Guidance and machine-checked rules for Windows driver security.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 clean, 1 findings, 2 usage or input error.",
            "Try: ringfence demo"
        },
        subcommands = {
            DemoCommand.class,
            SearchCommand.class,
            IndexCommand.class,
            EvalCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            ProfileCommand.class,
            NewCommand.class,
            AstCommand.class,
            CompileCommand.class,
            PackCommand.class,
            TestCommand.class,
            FmtCommand.class,
            LspCommand.class,
            McpCommand.class,
            SiteCommand.class,
            ServeCommand.class,
            WarmUpCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Spec private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        LUCENE.setLevel(Level.SEVERE);
        System.exit(run(Terminal.ofProcess(), args));
    }

    static int run(Terminal terminal, String... args) {
        CommandLine commands = new CommandLine(new Main(), new Factory(terminal));
        commands.getSubcommands()
                .get("generate-completion")
                .getCommandSpec()
                .usageMessage()
                .hidden(false);
        PrintWriter out = new PrintWriter(terminal.out(), true);
        PrintWriter err = new PrintWriter(terminal.err(), true);
        commands.setOut(out).setErr(err);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
        int code = commands.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** The world or the user failed: a sentence. We failed: everything there is to know. */
    private static int failed(Terminal terminal, Exception e) {
        if (e instanceof UsageError
                || e instanceof IOException
                || e instanceof UncheckedIOException) {
            terminal.error(sentence(e instanceof UncheckedIOException u ? u.getCause() : e));
        } else {
            terminal.error("this is a defect of Ringfence, please report it with these lines:");
            e.printStackTrace(terminal.err());
        }
        return ExitCode.ERROR;
    }

    /** The JDK's exceptions often say only the path. */
    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            return message.contains(": ") ? message : message + ": there is no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return message + ": access denied";
        } else if (e instanceof NotDirectoryException) {
            return message + ": it is not a folder";
        } else if (e instanceof FileAlreadyExistsException) {
            return message.contains(": ") ? message : message + ": it is in the way";
        }
        return message;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Hands the terminal to the commands that want it. */
    private record Factory(Terminal terminal) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
