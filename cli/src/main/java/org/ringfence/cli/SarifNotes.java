package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.ringfence.report.SarifReport;

/** Remarks on text files, such as pages of guidance, as SARIF 2.1.0. */
final class SarifNotes {
    /**
     * A remark.
     *
     * @param kind what sort of remark, such as {@code dead-link}
     * @param level a level of SARIF: {@code error}, {@code warning} or {@code note}
     * @param path with {@code /}
     * @param line 1-based
     * @param column 1-based, counted in UTF-16 units
     */
    record Note(String kind, String level, String message, String path, int line, int column) {}

    private final JsonGenerator json;

    private SarifNotes(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the remarks in their order.
     *
     * @param version of the tool
     */
    static void write(List<Note> notes, String version, JsonGenerator json) throws IOException {
        new SarifNotes(json).log(notes, version);
    }

    private void log(List<Note> notes, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SarifReport.SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Ringfence");
        json.writeStringField("version", version);
        kinds(notes);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Note note : notes) {
            result(note);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void kinds(List<Note> notes) throws IOException {
        TreeMap<String, String> levels = new TreeMap<>();
        notes.forEach(note -> levels.putIfAbsent(note.kind(), note.level()));
        json.writeArrayFieldStart("rules");
        for (var kind : levels.entrySet()) {
            json.writeStartObject();
            json.writeStringField("id", kind.getKey());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", kind.getValue());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void result(Note note) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", note.kind());
        json.writeStringField("level", note.level());
        json.writeObjectFieldStart("message");
        json.writeStringField("text", note.message());
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", SarifReport.uri(note.path()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", note.line());
        json.writeNumberField("startColumn", note.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
