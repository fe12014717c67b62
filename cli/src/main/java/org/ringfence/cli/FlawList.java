package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringfence.kb.Flaw;

/** What is wrong with pages, for people or for programs. */
record FlawList(List<Flaw> flaws, Terminal terminal) {

    /** How flaws are printed; these are words of the command line. */
    enum Format {
        /** Only files that could not be read, and a summary. */
        none,
        lines,
        table,
        json,
        sarif;

        /** Whether nothing else may be printed to where the flaws go. */
        boolean forPrograms() {
            return this == json || this == sarif;
        }
    }

    void print(Format format) throws IOException {
        switch (format) {
            case none, lines -> lines(format == Format.lines);
            case table -> table();
            case json -> json();
            case sarif -> sarif();
        }
    }

    private void lines(boolean all) {
        for (Flaw flaw : flaws) {
            if (all || flaw.kind() == Flaw.Kind.UNREADABLE_FILE) {
                terminal.out().println(flaw);
            }
        }
        if (!flaws.isEmpty()) {
            String counted =
                    counts().entrySet().stream()
                            .map(entry -> entry.getValue() + " " + entry.getKey())
                            .collect(Collectors.joining(", "));
            terminal.out()
                    .println(
                            "Flaws of the pages: "
                                    + counted
                                    + (all ? "" : " (--flaws lists them)"));
        }
    }

    private Map<String, Long> counts() {
        return flaws.stream()
                .collect(Collectors.groupingBy(Flaw::code, TreeMap::new, Collectors.counting()));
    }

    private void table() {
        int place = width(flaws.stream().map(FlawList::place).toList(), "PLACE");
        int kind = width(counts().keySet(), "KIND");
        String row = "%-7s  %-" + kind + "s  %-" + place + "s  %s%n";
        terminal.out().printf(Locale.ROOT, row, "LEVEL", "KIND", "PLACE", "WHAT");
        for (Flaw flaw : flaws) {
            String message = flaw.message().replaceAll("\\s+", " ");
            terminal.out().printf(Locale.ROOT, row, level(flaw), flaw.code(), place(flaw), message);
        }
    }

    private static int width(Collection<String> cells, String heading) {
        return Math.max(heading.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String place(Flaw flaw) {
        return flaw.path() + ":" + flaw.line() + ":" + flaw.column();
    }

    private static String level(Flaw flaw) {
        return flaw.severity().name().toLowerCase(Locale.ROOT);
    }

    private JsonGenerator generator() throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        return factory.createGenerator(terminal.out()).useDefaultPrettyPrinter();
    }

    private void json() throws IOException {
        try (JsonGenerator out = generator()) {
            out.writeStartArray();
            for (Flaw flaw : flaws) {
                out.writeStartObject();
                out.writeStringField("kind", flaw.code());
                out.writeStringField("severity", level(flaw));
                out.writeStringField("path", flaw.path());
                out.writeNumberField("line", flaw.line());
                out.writeNumberField("column", flaw.column());
                out.writeStringField("message", flaw.message());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        terminal.out().println();
    }

    private void sarif() throws IOException {
        List<SarifNotes.Note> notes =
                flaws.stream()
                        .map(
                                flaw ->
                                        new SarifNotes.Note(
                                                flaw.code(),
                                                level(flaw),
                                                flaw.message(),
                                                flaw.path(),
                                                flaw.line(),
                                                flaw.column()))
                        .toList();
        try (JsonGenerator out = generator()) {
            SarifNotes.write(notes, Version.number(), out);
        }
        terminal.out().println();
    }
}
