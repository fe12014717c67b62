package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.dsl.mutation.Mutant;
import org.ringfence.dsl.mutation.MutationTester;

/** A run of tests for scripts. */
final class TestJson {
    private TestJson() {}

    static void write(TestResult result, boolean mutated, OutputStream out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("rules", result.compiled().pack().rules().size());
            json.writeNumberField("passed", result.passed());
            json.writeNumberField("failed", result.failed());
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic diagnostic : result.compiled().diagnostics()) {
                json.writeStartObject();
                json.writeStringField("file", diagnostic.file());
                json.writeNumberField("line", diagnostic.line());
                json.writeNumberField("column", diagnostic.column());
                json.writeBooleanField("error", diagnostic.severity() == Diagnostic.Severity.ERROR);
                json.writeStringField("message", diagnostic.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("tests");
            for (TestResult.Case test : result.cases()) {
                json.writeStartObject();
                json.writeStringField("suite", test.suite());
                json.writeStringField("name", test.name());
                json.writeStringField("place", test.place());
                json.writeBooleanField("passed", test.passed());
                json.writeStringField("failure", test.failure());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (mutated) {
                mutation(result, json);
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void mutation(TestResult result, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("mutation");
        json.writeNumberField("mutants", result.mutants());
        json.writeNumberField("noticed", result.noticed());
        json.writeArrayFieldStart("rules");
        for (MutationTester.Score score : result.scores()) {
            json.writeStartObject();
            json.writeStringField("rule", score.rule().id());
            json.writeNumberField("mutants", score.mutants());
            json.writeNumberField("noticed", score.killed());
            json.writeArrayFieldStart("survivors");
            for (Mutant mutant : score.survivors()) {
                json.writeStartObject();
                json.writeStringField("place", mutant.origin().toString());
                json.writeStringField("clause", mutant.clause());
                json.writeStringField("change", mutant.change());
                json.writeStringField("wanted", mutant.wanted());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
