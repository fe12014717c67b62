package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * A rule pack as JSON. The same pack gives the same bytes. Reading is bounded by {@link
 * PackLimits}; a pack of another format and a rule with anything that this engine does not know are
 * refused by name, with the place in the JSON.
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
                    "as-pointer",
                    "arrival",
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

    static final String FORMAT_FIELD = "ringfence-pack";
    static final String HASHES_FIELD = "sha256";

    private PackJson() {}

    /** Writes UTF-8; does not close {@code out}. */
    public static void write(RulePack pack, OutputStream out) throws IOException {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        write(pack, Optional.empty(), bare);
        PackHashes hashes = PackHashes.computed(new ByteArrayInputStream(bare.toByteArray()));
        write(pack, Optional.of(hashes), out);
    }

    private static void write(RulePack pack, Optional<PackHashes> hashes, OutputStream out)
            throws IOException {
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n")));
            json.writeStartObject();
            json.writeNumberField(FORMAT_FIELD, RulePack.FORMAT);
            json.writeStringField("name", pack.name());
            json.writeStringField("version", pack.version());
            json.writeArrayFieldStart("features");
            for (String feature : pack.features()) {
                json.writeString(feature);
            }
            json.writeEndArray();
            if (hashes.isPresent()) {
                json.writeFieldName(HASHES_FIELD);
                hashes.get().write(json);
            }
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
     * Reads a pack; whatever its bytes say, the answer is a value. Its hashes are not compared, see
     * {@link PackHashes}.
     *
     * @param name what to call the pack where it does not say
     * @throws IOException if the stream fails
     */
    public static LoadedPack read(InputStream in, String name) throws IOException {
        return new PackReader(name).read(in);
    }
}
