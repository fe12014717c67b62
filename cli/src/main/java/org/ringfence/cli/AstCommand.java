package org.ringfence.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ringfence ast}. */
@Command(
        name = "ast",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what a reader understood of a file: for authors of rules, and for bug reports.",
            "With a line, only what stands on it and around it."
        },
        footerHeading = "%n",
        footer = {"Examples:", "  ringfence ast driver.c", "  ringfence ast driver.c:120 -D DBG"})
final class AstCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE[:LINE]", description = "A file that a reader reads.")
    private String file = "";

    @Mixin private Defines defines = new Defines();

    AstCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        NamedFile named = NamedFile.of(terminal, file);
        List<SubjectReader> readers = defines.apply(SubjectReader.onClassPath());
        Subject subject = named.read(terminal, readers);
        Vocabulary vocabulary =
                readers.stream()
                        .map(SubjectReader::vocabulary)
                        .filter(each -> each.subject().equals(subject.kind()))
                        .findFirst()
                        .orElseThrow();
        terminal.out().print(new Drawing(subject, vocabulary, named.line()).text());
        terminal.out().flush();
        return ExitCode.CLEAN;
    }

    /** The nodes of a subject, one a line. Used once. */
    private static final class Drawing {
        private final Subject subject;
        private final Source source;
        private final Vocabulary vocabulary;
        private final int line;
        private final StringBuilder out = new StringBuilder();

        /**
         * @param line 0 for all
         */
        private Drawing(Subject subject, Vocabulary vocabulary, int line) {
            this.subject = subject;
            this.source = subject.source();
            this.vocabulary = vocabulary;
            this.line = line;
        }

        private String text() {
            subject.roots().forEach(root -> draw(root, 0));
            if (vocabulary.collections().containsKey("annotations")) {
                subject.collection("annotations").forEach(each -> draw(each, 1));
            }
            for (Gap gap : subject.gaps()) {
                if (touches(gap.span())) {
                    out.append(place(gap.span())).append("gap: ").append(gap.reason()).append('\n');
                }
            }
            return out.toString();
        }

        private boolean touches(Span span) {
            return line == 0
                    || source.position(span.start()).line() <= line
                            && source.position(span.end()).line() >= line;
        }

        private String place(Span span) {
            Position start = source.position(span.start());
            return String.format("%8s  ", start.line() + ":" + start.column());
        }

        private void draw(Node node, int depth) {
            if (!touches(node.span())) {
                return;
            }
            out.append(place(node.span())).append("  ".repeat(depth)).append(node.kind());
            if (!node.label().isEmpty()) {
                out.append(' ').append(shown(node.label()));
            }
            Vocabulary.Kind kind = vocabulary.kinds().get(node.kind());
            if (kind != null) {
                kind.attributes().keySet().stream()
                        .sorted()
                        .forEach(name -> attribute(name, node.attribute(name), node));
            }
            switch (node.kind()) {
                case "function" -> asked("role", "  role=", node);
                case "define" -> asked("const", "  value=", node);
                default -> {}
            }
            if (depth == 0) {
                asked("presence", "  #if ", node);
            }
            out.append('\n');
            node.children().forEach(child -> draw(child, depth + 1));
        }

        private void asked(String function, String before, Node node) {
            if (vocabulary.functions().containsKey(function)) {
                Value value = subject.evaluate(function, List.of(new Value.Element(node)));
                String text = value instanceof Value.Unknown ? "" : value(value);
                if (!text.isEmpty()) {
                    out.append(before).append(text);
                }
            }
        }

        private void attribute(String name, Value value, Node node) {
            String text = value(value);
            if (!text.isEmpty() && !text.equals(shown(node.label()))) {
                out.append("  ").append(name).append('=').append(text);
            }
        }

        private static String value(Value value) {
            if (value instanceof Value.Text text) {
                return shown(text.text());
            } else if (value instanceof Value.Int number) {
                return Long.toString(number.value());
            } else if (value instanceof Value.Truth truth) {
                return Boolean.toString(truth.value());
            } else if (value instanceof Value.Unknown unknown) {
                return "?(" + shown(unknown.why()) + ")";
            } else if (value instanceof Value.Many many) {
                return many.values().stream().map(Drawing::value).toList().toString();
            }
            return "";
        }

        private static String shown(String text) {
            String oneLine = text.replaceAll("\\p{Cntrl}+", " ");
            return oneLine.length() > 80 ? oneLine.substring(0, 77) + "..." : oneLine;
        }
    }
}
