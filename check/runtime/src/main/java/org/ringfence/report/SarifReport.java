package org.ringfence.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.check.Finding;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/**
 * A report as SARIF 2.1.0 (OASIS, static analysis results interchange format). Columns count UTF-16
 * units. Addresses are the paths of the sources, percent-encoded. {@code primaryLocationLineHash}
 * does not depend on line numbers, so that results are recognised when code above them moves.
 */
public final class SarifReport {
    /** Names the form. */
    public static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final Guide guide;
    private final Map<String, Integer> occurrences = new HashMap<>();

    private SarifReport(JsonGenerator json, Guide guide) {
        this.json = json;
        this.guide = guide;
    }

    /**
     * Writes UTF-8; does not close {@code out}.
     *
     * @param version of the tool
     */
    public static void write(Report report, String version, Guide guide, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonOut.open(out)) {
            new SarifReport(json, guide).log(report, version);
        }
        out.write('\n');
    }

    private void log(Report report, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        tool(report, version);
        json.writeStringField("columnKind", "utf16CodeUnits");
        invocation(report);
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (Rule rule : report.rules()) {
            indexes.put(rule.id(), indexes.size());
        }
        json.writeArrayFieldStart("results");
        for (Finding finding : report.findings()) {
            result(finding, indexes.get(finding.rule().id()));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(Report report, String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Ringfence");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Rule rule : report.rules()) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(Rule rule) throws IOException {
        Rule.Classification classification = rule.classification();
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        text("shortDescription", rule.title());
        if (!rule.wording().hint().isEmpty()) {
            text("fullDescription", rule.wording().hint());
        }
        text("help", help(rule));
        String address = guide.address(rule);
        if (isUri(address)) {
            json.writeStringField("helpUri", address);
        }
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(classification.severity()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        for (int cwe : classification.cwe()) {
            json.writeString("external/cwe/cwe-" + cwe);
        }
        json.writeEndArray();
        json.writeStringField("precision", classification.confidence().word());
        json.writeStringField("security-severity", score(classification.severity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static boolean isUri(String address) {
        return address.matches("(https?|file):.*");
    }

    private String help(Rule rule) {
        StringBuilder help =
                new StringBuilder(
                        rule.wording().hint().isEmpty() ? rule.title() : rule.wording().hint());
        for (TopicRef topic : rule.classification().topics()) {
            String title = guide.title(topic);
            help.append("\nGuidance: ").append(topic).append(title.isEmpty() ? "" : " - " + title);
        }
        if (!rule.wording().limits().isEmpty()) {
            help.append("\nLimits: ").append(rule.wording().limits());
        }
        return help.toString();
    }

    private void invocation(Report report) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", report.complete());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Input.Skipped skipped : report.skipped()) {
            notification("skipped: " + skipped.reason(), skipped.path());
        }
        for (Report.GivenUp givenUp : report.givenUp()) {
            notification("incomplete: " + givenUp.rule() + ": " + givenUp.reason(), givenUp.path());
        }
        for (Report.Refusal refusal : report.refused()) {
            notification("refused: " + refusal.what() + ": " + refusal.reason(), "");
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void notification(String message, String path) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", "warning");
        text("message", message);
        if (!path.isEmpty()) {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            artifact(path);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void result(Finding finding, int index) throws IOException {
        Source source = finding.source();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule().id());
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", level(finding.severity()));
        text("message", finding.message());
        json.writeArrayFieldStart("locations");
        location(source, finding.span(), "");
        json.writeEndArray();
        if (!finding.related().isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            for (Finding.Related related : finding.related()) {
                location(source, related.span(), related.message());
            }
            json.writeEndArray();
        }
        if (!finding.trace().isEmpty()) {
            codeFlow(finding.trace());
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("primaryLocationLineHash", lineHash(finding));
        json.writeEndObject();
        if (!finding.fixes().isEmpty()) {
            json.writeArrayFieldStart("fixes");
            for (Finding.Fix fix : finding.fixes()) {
                fix(source, fix);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("confidence", finding.confidence().word());
        json.writeArrayFieldStart("unknown");
        for (String unknown : finding.unknowns()) {
            json.writeString(unknown);
        }
        json.writeEndArray();
        build(finding.build());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void build(Finding.Build build) throws IOException {
        if (!build.presence().isEmpty()) {
            json.writeStringField("presence", build.presence());
        }
        if (!build.configurations().isEmpty()) {
            json.writeArrayFieldStart("configurations");
            for (String configuration : build.configurations()) {
                json.writeString(configuration);
            }
            json.writeEndArray();
        }
    }

    /** The way of a value: one flow of one thread. */
    private void codeFlow(List<Finding.Step> trace) throws IOException {
        json.writeArrayFieldStart("codeFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("locations");
        for (Finding.Step step : trace) {
            json.writeStartObject();
            json.writeFieldName("location");
            location(step.source(), step.span(), step.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void location(Source source, Span span, String message) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        artifact(source.path());
        region("region", source, span);
        json.writeEndObject();
        if (!message.isEmpty()) {
            text("message", message);
        }
        json.writeEndObject();
    }

    private void region(String field, Source source, Span span) throws IOException {
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        json.writeObjectFieldStart(field);
        json.writeNumberField("startLine", start.line());
        json.writeNumberField("startColumn", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeEndObject();
    }

    private void fix(Source source, Finding.Fix fix) throws IOException {
        json.writeStartObject();
        text("description", fix.safety() == Rule.Safety.SAFE ? "Replace" : "Replace, after a look");
        json.writeArrayFieldStart("artifactChanges");
        json.writeStartObject();
        artifact(source.path());
        json.writeArrayFieldStart("replacements");
        json.writeStartObject();
        region("deletedRegion", source, fix.span());
        json.writeObjectFieldStart("insertedContent");
        json.writeStringField("text", fix.replacement());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void artifact(String path) throws IOException {
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(path));
        json.writeEndObject();
    }

    /** A path as a URI reference; an absolute one becomes a {@code file:} URI. */
    public static String uri(String path) {
        try {
            boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
            String rooted = path.startsWith("/") || !absolute ? path : "/" + path;
            // "./" keeps a colon in the first part of a relative path from reading as a scheme
            String prefix = !absolute && path.contains(":") ? "./" : "";
            return new URI(absolute ? "file" : null, absolute ? "" : null, prefix + rooted, null)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }

    private void text(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text.isEmpty() ? "-" : text);
        json.writeEndObject();
    }

    private String lineHash(Finding finding) {
        Source source = finding.source();
        String line = source.line(source.position(finding.span().start()).line()).strip();
        String seed = source.path() + "\n" + finding.rule().id() + "\n" + line;
        String hash = sha256(seed).substring(0, 16);
        return hash + ":" + occurrences.merge(hash, 1, Integer::sum);
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** Bands of GitHub code scanning: critical over 9.0, high 7.0, medium 4.0, low below. */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.5";
        };
    }
}
