package org.ringfence.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.dsl.RuleFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence fmt}. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = {
            "Lays out rules files: indentation, spaces and empty lines, nothing else.",
            "A file with a syntax error is left alone."
        },
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  ringfence fmt team-rules",
            "  ringfence fmt --check .      in a build: 1 where a file is not laid out"
        })
final class FmtCommand implements Callable<Integer> {
    private static final Path PIPE = Path.of("-");

    private final Terminal terminal;
    private boolean broken;
    private int files;
    private int changed;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files and folders (default: this folder); - reads one file from the input and"
                            + " prints it.")
    private List<Path> paths = List.of();

    @Option(names = "--check", description = "Change nothing; name the files that would change.")
    private boolean check;

    FmtCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RuleFormatter formatter = new RuleFormatter();
        if (paths.contains(PIPE)) {
            if (paths.size() > 1) {
                throw new UsageError("- stands alone: what it reads is printed");
            }
            pipe(formatter);
        } else {
            for (Path file : files()) {
                format(formatter, file);
            }
            String all = files + (files == 1 ? " file" : " files");
            terminal.say(changed + " of " + all + (check ? " would be laid out" : " laid out"));
        }
        return broken ? ExitCode.ERROR : check && changed > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
            Path resolved = terminal.path(path);
            if (!Files.exists(resolved)) {
                throw new NoSuchFileException(path.toString());
            }
            found.addAll(RuleCompiler.rulesFiles(resolved));
        }
        return found.stream().sorted().distinct().toList();
    }

    private void pipe(RuleFormatter formatter) throws IOException {
        String text = decode(terminal.in().readAllBytes(), "-");
        RuleFormatter.Result result = formatter.format("-", text);
        count(text, result);
        if (!check) {
            terminal.out().print(result.text());
            terminal.out().flush();
        }
    }

    private void format(RuleFormatter formatter, Path file) throws IOException {
        String name = name(file);
        String text = decode(Files.readAllBytes(file), name);
        RuleFormatter.Result result = formatter.format(name, text);
        count(text, result);
        if (!result.text().equals(text)) {
            if (check) {
                terminal.out().println(name);
            } else {
                // into the file that is there, which keeps its rights and the links to it
                Files.writeString(file, result.text());
            }
        }
    }

    private void count(String text, RuleFormatter.Result result) {
        files++;
        changed += result.text().equals(text) ? 0 : 1;
        broken |= !result.errors().isEmpty();
        result.errors().forEach(e -> terminal.err().println(e));
    }

    private String name(Path file) {
        return file.startsWith(terminal.directory())
                ? terminal.directory().relativize(file).toString()
                : file.toString();
    }

    private static String decode(byte[] bytes, String name) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UsageError(name + ": this file is not UTF-8: save it as UTF-8");
        }
    }
}
