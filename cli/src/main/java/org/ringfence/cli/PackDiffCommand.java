package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ringfence.rule.PackDiff;
import org.ringfence.rule.RulePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence pack diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says which rules of a pack were added, removed, renamed or changed.",
        footerHeading = "%n",
        footer = "Exit codes: 0 the rules are equal, 1 they differ, 2 a pack cannot be used.")
final class PackDiffCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "A pack, or rules that are not compiled yet.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "What to compare it with.")
    private Path after = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    PackDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RulePack old = RuleSources.pack(terminal, before);
        RulePack now = RuleSources.pack(terminal, after);
        PackDiff diff = PackDiff.between(old, now);
        if (json) {
            write(diff, old, now);
        } else {
            print(diff, old, now);
        }
        return diff.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private void print(PackDiff diff, RulePack old, RulePack now) {
        say("from " + label(old) + " to " + label(now));
        diff.added().forEach(id -> say("added    " + id));
        diff.removed().forEach(id -> say("removed  " + id));
        for (PackDiff.Renamed rule : diff.renamed()) {
            say("renamed  " + rule.from() + " to " + rule.to());
            rule.changes().forEach(this::print);
        }
        for (PackDiff.Changed rule : diff.changed()) {
            say("changed  " + rule.id());
            rule.changes().forEach(this::print);
        }
        if (diff.isEmpty()) {
            say("the rules are equal");
        }
    }

    private void print(PackDiff.Change change) {
        boolean words = !change.before().isEmpty() || !change.after().isEmpty();
        say(
                "           "
                        + change.aspect()
                        + (words
                                ? ": " + shown(change.before()) + " -> " + shown(change.after())
                                : ""));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(none)" : text;
    }

    private static String label(RulePack pack) {
        return pack.name() + " " + pack.version();
    }

    private void say(String line) {
        terminal.out().println(line);
    }

    private void write(PackDiff diff, RulePack old, RulePack now) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator out = factory.createGenerator(terminal.out())) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeStringField("old", label(old));
            out.writeStringField("new", label(now));
            ids(out, "added", diff.added());
            ids(out, "removed", diff.removed());
            out.writeArrayFieldStart("renamed");
            for (PackDiff.Renamed rule : diff.renamed()) {
                out.writeStartObject();
                out.writeStringField("from", rule.from());
                out.writeStringField("to", rule.to());
                changes(out, rule.changes());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("changed");
            for (PackDiff.Changed rule : diff.changed()) {
                out.writeStartObject();
                out.writeStringField("rule", rule.id());
                changes(out, rule.changes());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        terminal.out().println();
    }

    private static void ids(JsonGenerator out, String field, List<String> ids) throws IOException {
        out.writeArrayFieldStart(field);
        for (String id : ids) {
            out.writeString(id);
        }
        out.writeEndArray();
    }

    private static void changes(JsonGenerator out, List<PackDiff.Change> changes)
            throws IOException {
        out.writeArrayFieldStart("changes");
        for (PackDiff.Change change : changes) {
            out.writeStartObject();
            out.writeStringField("aspect", change.aspect());
            out.writeStringField("before", change.before());
            out.writeStringField("after", change.after());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
