package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fingerprints of a pack's JSON, SHA-256 in hexadecimal. They tell an altered pack from a whole one
 * and a changed rule from an equal one; who wrote a pack they do not tell.
 *
 * @param content of the pack without the hashes themselves, written without white space
 * @param rules of each rule's object, written without white space, by id
 */
public record PackHashes(String content, SortedMap<String, String> rules) {
    private static final JsonFactory COMPACT = new JsonFactory();

    public PackHashes {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) rules));
    }

    /**
     * Computes the hashes of a pack's JSON, also of rules that this engine cannot run.
     *
     * @throws JsonProcessingException if it is not JSON
     */
    public static PackHashes computed(InputStream json) throws IOException {
        MessageDigest content = sha256();
        SortedMap<String, String> rules = new TreeMap<>();
        try (JsonParser in = JsonObject.factory().createParser(json);
                JsonGenerator out =
                        COMPACT.createGenerator(
                                new DigestOutputStream(OutputStream.nullOutputStream(), content))) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(in, "a pack is a JSON object");
            }
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                field(in, out, rules);
            }
            out.writeEndObject();
        }
        return new PackHashes(hex(content.digest()), rules);
    }

    /** Copies a field of the pack; the parser is then at its last token. */
    private static void field(JsonParser in, JsonGenerator out, Map<String, String> rules)
            throws IOException {
        String name = in.currentName();
        JsonToken start = in.nextToken();
        if (name.equals(PackJson.HASHES_FIELD)) {
            in.skipChildren();
            return;
        }
        out.writeFieldName(name);
        if (!name.equals("rules") || start != JsonToken.START_ARRAY) {
            out.copyCurrentStructure(in);
            return;
        }
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            out.writeRawValue(rule(in, rules));
        }
        out.writeEndArray();
    }

    private static String rule(JsonParser in, Map<String, String> rules) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String id = "";
        try (JsonGenerator out = COMPACT.createGenerator(bytes)) {
            int depth = 0;
            do {
                out.copyCurrentEvent(in);
                depth += in.currentToken().isStructStart() ? 1 : 0;
                depth -= in.currentToken().isStructEnd() ? 1 : 0;
                if (depth == 1
                        && in.currentToken() == JsonToken.VALUE_STRING
                        && "id".equals(in.currentName())) {
                    id = in.getText();
                }
            } while (depth > 0 && in.nextToken() != null);
        }
        rules.put(id, hex(sha256().digest(bytes.toByteArray())));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * Compares what a pack's JSON says of itself with what it is.
     *
     * @return a sentence without its end for each difference, none where all is well
     */
    public static List<String> problems(byte[] json) throws IOException {
        List<String> problems = new ArrayList<>();
        try {
            JsonObject pack = JsonObject.parse(new ByteArrayInputStream(json));
            if (!pack.has(PackJson.HASHES_FIELD)) {
                return List.of("it has no `" + PackJson.HASHES_FIELD + "`");
            }
            PackHashes declared = read(pack.object(PackJson.HASHES_FIELD));
            PackHashes computed = computed(new ByteArrayInputStream(json));
            if (!declared.content().equals(computed.content())) {
                problems.add("its content is not what its hash says");
            }
            computed.rules()
                    .forEach(
                            (id, hash) -> {
                                if (!hash.equals(declared.rules().get(id))) {
                                    problems.add(
                                            "the rule `"
                                                    + JsonObject.shown(id)
                                                    + "` is not what its hash says");
                                }
                            });
            for (String id : declared.rules().keySet()) {
                if (!computed.rules().containsKey(id)) {
                    problems.add("the rule `" + JsonObject.shown(id) + "` is missing");
                }
            }
        } catch (JsonProcessingException | JsonObject.Malformed e) {
            problems.add(e.getMessage());
        }
        return problems;
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("content", content);
        out.writeObjectFieldStart("rules");
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            out.writeStringField(rule.getKey(), rule.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    static PackHashes read(JsonObject json) {
        return new PackHashes(json.text("content"), json.object("rules").allTexts());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
