package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule pack as JSON. The same pack gives the same bytes. Reading is bounded in size and depth; a
 * pack of another format and a rule with unknown features are refused by name.
 */
public final class PackJson {
    /** Where a pack lies in its jar. */
    public static final String ENTRY = "META-INF/ringfence/pack.json";

    /** What rules may ask of this engine. */
    public static final Set<String> FEATURES =
            Set.of(
                    "match",
                    "match-each",
                    "then",
                    "flow",
                    "within",
                    "let",
                    "bits",
                    "like",
                    "map",
                    "parameter",
                    "structural",
                    "path",
                    "flows",
                    "quantifier",
                    "severity-when",
                    "fix-replace",
                    "fix-insert",
                    "fix-set",
                    "fix-add");

    private static final String FORMAT_FIELD = "ringfence-pack";

    private PackJson() {}

    /** Writes UTF-8; does not close {@code out}. */
    public static void write(RulePack pack, OutputStream out) throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")));
            json.writeStartObject();
            json.writeNumberField(FORMAT_FIELD, RulePack.FORMAT);
            json.writeStringField("name", pack.name());
            json.writeStringField("version", pack.version());
            json.writeArrayFieldStart("topics");
            for (RulePack.TopicSummary topic : pack.topics()) {
                json.writeStartObject();
                json.writeStringField("id", topic.id());
                json.writeStringField("title", topic.title());
                json.writeStringField("summary", topic.summary());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("parameters");
            for (RulePack.Parameter parameter : pack.parameters()) {
                json.writeStartObject();
                json.writeStringField("name", parameter.name());
                json.writeStringField("about", parameter.about());
                LogicJson.writeExpr(json, "value", parameter.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rules");
            for (Rule rule : pack.rules()) {
                RuleJson.write(json, rule);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /**
     * Reads a pack; whatever its bytes say, the answer is a value.
     *
     * @param name what to call the pack where it does not say
     * @throws IOException if the stream fails
     */
    public static LoadedPack read(InputStream in, String name) throws IOException {
        JsonObject json;
        try {
            json = JsonObject.parse(in);
            if (!json.has(FORMAT_FIELD)) {
                return new LoadedPack.Refused(
                        name, "it is not a rule pack: it has no `" + FORMAT_FIELD + "` field");
            }
            int format = json.integer(FORMAT_FIELD);
            if (format != RulePack.FORMAT) {
                return new LoadedPack.Refused(
                        json.has("name") ? json.text("name") : name,
                        "it has pack format "
                                + format
                                + ", this engine reads format "
                                + RulePack.FORMAT
                                + "; compile it again or update Ringfence");
            }
            return rules(json);
        } catch (JsonProcessingException e) {
            return new LoadedPack.Refused(name, "it is not a rule pack: " + e.getOriginalMessage());
        } catch (JsonObject.Malformed e) {
            return new LoadedPack.Refused(name, "it is not a whole rule pack: " + e.getMessage());
        }
    }

    private static LoadedPack rules(JsonObject json) {
        List<Rule> rules = new ArrayList<>();
        List<LoadedPack.Refused> refused = new ArrayList<>();
        for (JsonObject rule : json.objects("rules")) {
            String id = rule.text("id");
            Set<String> unknown = new TreeSet<>(rule.texts("features"));
            unknown.removeAll(FEATURES);
            if (!unknown.isEmpty()) {
                refused.add(
                        new LoadedPack.Refused(
                                id,
                                "it needs "
                                        + String.join(", ", unknown)
                                        + ", which this engine cannot do"));
                continue;
            }
            try {
                rules.add(RuleJson.read(rule));
            } catch (JsonObject.Malformed e) {
                refused.add(new LoadedPack.Refused(id, e.getMessage()));
            }
        }
        List<RulePack.TopicSummary> topics =
                json.objects("topics").stream()
                        .map(
                                t ->
                                        new RulePack.TopicSummary(
                                                t.text("id"), t.text("title"), t.text("summary")))
                        .toList();
        List<RulePack.Parameter> parameters =
                json.objects("parameters").stream()
                        .map(
                                p ->
                                        new RulePack.Parameter(
                                                p.text("name"),
                                                p.text("about"),
                                                LogicJson.expr(p.object("value"))))
                        .toList();
        return new LoadedPack.Usable(
                new RulePack(json.text("name"), json.text("version"), topics, parameters, rules),
                refused);
    }
}
