package org.ringfence.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ringfence.report.Style;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads and prints.
 *
 * @param in what comes through a pipe
 * @param out results
 * @param err progress and errors
 * @param style of results: plain in a pipe and under NO_COLOR
 * @param live whether errors go to a person's screen, so that progress may be drawn
 * @param directory that relative paths start from
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Style style,
        boolean live,
        Path directory) {
    /** What is done before a bar could be read. */
    private static final int FEW = 20;

    /** For work whose length shows only once it has begun. */
    static final long MANY = 100;

    Terminal {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }

    /**
     * The terminal of this process. The launcher says with {@code ringfence.out} and {@code
     * ringfence.err} which streams are screens, since Java cannot tell.
     */
    static Terminal ofProcess() {
        boolean noColor = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean screen = Boolean.getBoolean("ringfence.out");
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                screen && !noColor && !dumb ? Style.COLOUR : Style.PLAIN,
                Boolean.getBoolean("ringfence.err") && !dumb,
                Path.of("").toAbsolutePath());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    Ansi ansi() {
        return style == Style.COLOUR ? Ansi.ON : Ansi.OFF;
    }

    Path path(Path given) {
        return directory.resolve(given).normalize();
    }

    void error(String message) {
        err.println("ringfence: " + message);
    }

    void say(String message) {
        err.println(message);
    }

    /** A progress bar on a screen; nothing elsewhere, nor for little work. */
    Bar bar(String task, long steps) {
        if (!live || steps < FEW) {
            return new Bar(List.of());
        }
        ProgressBar bar =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .clearDisplayOnFinish()
                        .build();
        return new Bar(List.of(bar));
    }

    /** A progress bar that may be none. */
    record Bar(List<ProgressBar> bars) implements AutoCloseable {
        void to(long done, long total) {
            for (ProgressBar bar : bars) {
                bar.maxHint(total);
                bar.stepTo(done);
            }
        }

        void step() {
            for (ProgressBar bar : bars) {
                bar.step();
            }
        }

        @Override
        public void close() {
            for (ProgressBar bar : bars) {
                bar.close();
            }
        }
    }
}
