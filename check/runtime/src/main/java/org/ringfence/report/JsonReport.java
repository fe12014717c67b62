package org.ringfence.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.ringfence.check.Finding;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Position;

/** A report as plain JSON, for scripts. Lines and columns are 1-based, columns in UTF-16 units. */
public final class JsonReport {
    private JsonReport() {}

    /** Writes UTF-8; does not close {@code out}. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonOut.open(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                finding(json, finding);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("checked");
            for (Map.Entry<String, Integer> entry : report.checked().entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("rules", report.rules().size());
            json.writeArrayFieldStart("skipped");
            for (Input.Skipped skipped : report.skipped()) {
                fields(json, "path", skipped.path(), "reason", skipped.reason());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("incomplete");
            for (Report.GivenUp givenUp : report.givenUp()) {
                fields(
                        json,
                        "path",
                        givenUp.path(),
                        "rule",
                        givenUp.rule(),
                        "reason",
                        givenUp.reason());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("refused");
            for (Report.Refusal refusal : report.refused()) {
                fields(json, "what", refusal.what(), "reason", refusal.reason());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("gaps");
            for (Report.SourceGap gap : report.gaps()) {
                Position at = gap.source().position(gap.gap().span().start());
                json.writeStartObject();
                json.writeStringField("path", gap.source().path());
                json.writeNumberField("line", at.line());
                json.writeStringField("reason", gap.gap().reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("confidence", finding.confidence().word());
        json.writeStringField("path", finding.source().path());
        Position start = finding.source().position(finding.span().start());
        Position end = finding.source().position(finding.span().end());
        json.writeNumberField("line", start.line());
        json.writeNumberField("column", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.rule().wording().hint());
        json.writeArrayFieldStart("topics");
        for (TopicRef topic : finding.rule().classification().topics()) {
            json.writeString(topic.toString());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("captures");
        for (Map.Entry<String, String> capture : finding.captures().entrySet()) {
            json.writeStringField(capture.getKey(), capture.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("trace");
        for (Finding.Step step : finding.trace()) {
            Position at = step.source().position(step.span().start());
            json.writeStartObject();
            json.writeStringField("path", step.source().path());
            json.writeNumberField("line", at.line());
            json.writeNumberField("column", at.column());
            json.writeStringField("what", step.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unknown");
        for (String unknown : finding.unknowns()) {
            json.writeString(unknown);
        }
        json.writeEndArray();
        json.writeStringField("presence", finding.build().presence());
        json.writeArrayFieldStart("configurations");
        for (String configuration : finding.build().configurations()) {
            json.writeString(configuration);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, String... namesAndTexts) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            json.writeStringField(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        json.writeEndObject();
    }
}
