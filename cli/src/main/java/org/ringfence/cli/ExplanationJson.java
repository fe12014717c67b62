package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.ringfence.check.Explanation;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/** An explanation as JSON. */
final class ExplanationJson {
    private final JsonGenerator json;

    private ExplanationJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Rule rule, Explanation explanation, PrintStream out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            new ExplanationJson(json).write(rule, explanation);
        }
        out.println();
    }

    private void write(Rule rule, Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", rule.id());
        json.writeBooleanField("found", explanation.found());
        json.writeArrayFieldStart("places");
        for (Explanation.Place place : explanation.places()) {
            place(place);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("nearMisses");
        for (Explanation.NearMiss miss : explanation.nearMisses()) {
            json.writeStartObject();
            position(miss.source(), miss.span());
            json.writeStringField("pattern", miss.pattern());
            json.writeStringField("expected", miss.expected());
            json.writeStringField("found", miss.source().text(miss.at()));
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("notes", explanation.notes());
        json.writeEndObject();
    }

    private void place(Explanation.Place place) throws IOException {
        json.writeStartObject();
        position(place.source(), place.span());
        json.writeBooleanField("found", place.found());
        map("captures", place.captures());
        json.writeArrayFieldStart("clauses");
        for (Explanation.Clause clause : place.clauses()) {
            json.writeStartObject();
            json.writeStringField("clause", clause.text());
            json.writeStringField("origin", clause.origin().toString());
            json.writeStringField("truth", clause.truth());
            json.writeBooleanField("kills", clause.kills());
            json.writeArrayFieldStart("parts");
            for (Explanation.Part part : clause.parts()) {
                json.writeStartObject();
                json.writeStringField("condition", part.text());
                json.writeStringField("truth", part.truth());
                map("values", part.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            texts("unknown", clause.unknowns());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void position(Source source, Span span) throws IOException {
        Position at = source.position(span.start());
        json.writeStringField("path", source.path());
        json.writeNumberField("line", at.line());
        json.writeNumberField("column", at.column());
        json.writeStringField("code", source.text(span));
    }

    private void map(String field, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void texts(String field, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
