package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;

/**
 * One file, and maybe a line of it, as reports write them: {@code FILE:LINE} or {@code
 * FILE:LINE:COLUMN}.
 *
 * @param line 1-based; 0 where none is named
 */
record NamedFile(Path path, int line) {
    private static final Pattern WITH_LINE = Pattern.compile("(.+?):(\\d{1,9})(?::\\d+)?");

    /** A file of that very name comes first, whatever stands in it. */
    static NamedFile of(Terminal terminal, String text) throws NoSuchFileException {
        Path whole = terminal.path(Path.of(text));
        Matcher parts = WITH_LINE.matcher(text);
        if (Files.isRegularFile(whole) || !parts.matches()) {
            return there(whole, 0, text);
        }
        Path file = terminal.path(Path.of(parts.group(1)));
        return there(file, Integer.parseInt(parts.group(2)), text);
    }

    private static NamedFile there(Path path, int line, String text) throws NoSuchFileException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(text);
        }
        return new NamedFile(path, line);
    }

    /** What the file is to the reader of its name. */
    Subject read(Terminal terminal, List<SubjectReader> readers) throws IOException {
        SourceTree tree = new SourceTree(readers, terminal.directory());
        Input input = tree.read(List.of(path)).iterator().next();
        if (input instanceof Input.Skipped skipped) {
            throw new UsageError(skipped.path() + ": " + skipped.reason());
        }
        Subject subject = ((Input.Readable) input).subject();
        int lines = subject.source().lineCount();
        if (line > lines) {
            throw new UsageError(subject.source().path() + " has " + lines + " lines, not " + line);
        }
        return subject;
    }
}
