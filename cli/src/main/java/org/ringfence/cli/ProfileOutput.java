package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringfence.check.Profile;
import org.ringfence.check.Report;
import org.ringfence.report.Style;

/**
 * Prints a profile.
 *
 * @param report that of the profile, with what was refused before
 */
record ProfileOutput(Profile profile, Report report) {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Two tables, each with the dearest first, and what is incomplete. */
    String text(Style style, int top) {
        StringBuilder out = new StringBuilder();
        table(out, style, "rule", profile.byRule(), top);
        table(out, style, "file", profile.byFile(), top);
        incomplete().forEach(line -> out.append(line).append('\n'));
        String checked =
                report.checked().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
        out.append(profile.steps()).append(" steps; checked ").append(checked);
        out.append(" with ").append(report.rules().size()).append(" rules; ");
        out.append(report.findings().size()).append(" findings\n");
        return out.toString();
    }

    private void table(
            StringBuilder out, Style style, String what, List<Profile.Share> shares, int top) {
        if (shares.isEmpty()) {
            return;
        }
        String head =
                String.format(Locale.ROOT, "%12s %8s %8s  %s", "steps", "share", "findings", what);
        out.append(style.apply(Style.Ink.STRONG, head)).append('\n');
        shares.stream().limit(top).forEach(share -> row(out, share));
        List<Profile.Share> rest = shares.subList(Math.min(top, shares.size()), shares.size());
        if (!rest.isEmpty()) {
            row(
                    out,
                    new Profile.Share(
                            "(" + rest.size() + " more)",
                            rest.stream().mapToLong(Profile.Share::steps).sum(),
                            rest.stream().mapToInt(Profile.Share::findings).sum()));
        }
        out.append('\n');
    }

    private void row(StringBuilder out, Profile.Share share) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "%12d %6.1f %% %8d  %s\n",
                        share.steps(),
                        100.0 * share.steps() / Math.max(1, profile.steps()),
                        share.findings(),
                        share.name()));
    }

    private List<String> incomplete() {
        List<String> lines = new ArrayList<>();
        report.givenUp().forEach(g -> lines.add(g.path() + ": " + g.rule() + ": " + g.reason()));
        report.skipped().forEach(s -> lines.add(s.path() + ": skipped: " + s.reason()));
        report.refused().forEach(r -> lines.add(r.what() + ": refused: " + r.reason()));
        return lines;
    }

    void json(PrintStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("steps", profile.steps());
            shares(json, "rules", profile.byRule());
            shares(json, "files", profile.byFile());
            json.writeArrayFieldStart("costs");
            for (Profile.Cost cost : profile.costs()) {
                json.writeStartObject();
                json.writeStringField("path", cost.path());
                json.writeStringField("rule", cost.rule());
                json.writeNumberField("steps", cost.steps());
                json.writeNumberField("findings", cost.findings());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("incomplete");
            for (String line : incomplete()) {
                json.writeString(line);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void shares(JsonGenerator json, String what, List<Profile.Share> shares)
            throws IOException {
        json.writeArrayFieldStart(what);
        for (Profile.Share share : shares) {
            json.writeStartObject();
            json.writeStringField("name", share.name());
            json.writeNumberField("steps", share.steps());
            json.writeNumberField("findings", share.findings());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
