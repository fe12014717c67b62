package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.reader.Decoder;

/** Code that a user names as {@code FILE}, {@code FILE:LINE}, {@code FILE:FROM-TO} or {@code -}. */
final class CodeArgument {
    private static final Pattern LINES = Pattern.compile("(.+?):(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final String INPUT = "-";

    private CodeArgument() {}

    /** The name of the file. */
    static String file(String argument) {
        Matcher lines = LINES.matcher(argument);
        return lines.matches() ? lines.group(1) : argument;
    }

    static String read(Terminal terminal, String argument) throws IOException {
        if (argument.equals(INPUT)) {
            return decoded(argument, terminal.in().readAllBytes());
        }
        Matcher lines = LINES.matcher(argument);
        boolean some = lines.matches() && !Files.exists(terminal.path(Path.of(argument)));
        String file = some ? lines.group(1) : argument;
        Path path = terminal.path(Path.of(file));
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(file);
        }
        String text = decoded(file, Files.readAllBytes(path));
        return some ? lines(argument, lines, text.lines().toList()) : text;
    }

    private static String lines(String argument, Matcher lines, List<String> all) {
        int from = Integer.parseInt(lines.group(2));
        int to = lines.group(3) == null ? from : Integer.parseInt(lines.group(3));
        if (from < 1 || to < from || to > all.size()) {
            throw new UsageError(
                    argument
                            + ": "
                            + lines.group(1)
                            + " has lines 1 to "
                            + all.size()
                            + ": write FROM-TO");
        }
        return String.join("\n", all.subList(from - 1, to));
    }

    private static String decoded(String name, byte[] bytes) {
        Decoder.Decoded decoded = new Decoder().decode(bytes);
        if (decoded instanceof Decoder.Refused refused) {
            throw new UsageError(name + ": " + refused.reason());
        }
        return ((Decoder.Text) decoded).text();
    }
}
