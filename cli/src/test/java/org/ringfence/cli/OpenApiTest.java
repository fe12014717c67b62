package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API is true. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** One call of each operation that is to succeed, and one that is to fail. */
    private static final Map<String, String> GOOD =
            Map.of(
                    "/api/search", "/api/search?q=pool&limit=3&ruled=true",
                    "/api/suggest", "/api/suggest?q=po",
                    "/api/topics", "/api/topics?offset=1&limit=2",
                    "/api/topics/{id}", "/api/topics/kernel-mode/registry-keys",
                    "/api/rules", "/api/rules?kind=c",
                    "/api/rules/{id}", "/api/rules/reg-key-all-access");

    private static final Map<String, String> BAD =
            Map.of(
                    "/api/search", "/api/search?q=pool&limit=51",
                    "/api/suggest", "/api/suggest?q=",
                    "/api/topics", "/api/topics?offset=-1",
                    "/api/topics/{id}", "/api/topics/nowhere",
                    "/api/rules", "/api/rules?topic=nowhere",
                    "/api/rules/{id}", "/api/rules/nothing");

    @TempDir private static Path folder;
    private static Served served;
    private static JsonNode description;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start(folder, List.of(), Served.ROOMY);
        description = JSON.readTree(served.get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() throws IOException {
        served.close();
    }

    @Test
    void namesEachAddressAndMethodAndNoOther() {
        List<String> described = new ArrayList<>();
        description
                .get("paths")
                .forEachEntry(
                        (path, operations) ->
                                operations
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path)));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        served.service().endpoints().stream()
                                .map(endpoint -> endpoint.replace('<', '{').replace('>', '}'))
                                .toList());
    }

    /** What is wrong with an answer by the schema of its operation and status. */
    private static List<String> flaws(
            String path, String method, HttpResponse<String> answer, String type) {
        JsonNode operation = description.get("paths").get(path).get(method);
        JsonNode response = operation.get("responses").get("" + answer.statusCode());
        assertThat(response).as(path + " " + answer.statusCode()).isNotNull();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        ObjectNode schema =
                ((ObjectNode) response.get("content").get(type).get("schema")).deepCopy();
        schema.set("components", description.get("components"));
        Schema read =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema);
        JsonNode body =
                type.equals("text/plain")
                        ? JSON.getNodeFactory().stringNode(answer.body())
                        : JSON.readTree(answer.body());
        return read.validate(body).stream().map(Object::toString).toList();
    }

    @Test
    void answersAreWhatItSays() {
        GOOD.forEach(
                (path, call) -> {
                    HttpResponse<String> answer = served.get(call);
                    assertThat(answer.statusCode()).as(call).isEqualTo(200);
                    assertThat(flaws(path, "get", answer, "application/json")).as(call).isEmpty();
                });
        for (String path : List.of("/health", "/api/openapi.json")) {
            assertThat(flaws(path, "get", served.get(path), "application/json")).isEmpty();
        }
        assertThat(flaws("/metrics", "get", served.get("/metrics"), "text/plain")).isEmpty();
    }

    @Test
    void failuresAreWhatItSays() {
        BAD.forEach(
                (path, call) -> {
                    HttpResponse<String> answer = served.get(call);
                    assertThat(answer.statusCode()).as(call).isBetween(400, 404);
                    assertThat(flaws(path, "get", answer, "application/json")).as(call).isEmpty();
                });
    }

    @Test
    void reportsAreWhatItSaysForEachKindOfText() {
        Map<String, String> texts =
                Map.of(
                        "c", "void F(void) { p = ExAllocatePoolWithTag(NonPagedPool, 1, 'x'); }",
                        "inf", "[Version]\\nSignature=\\\"$WINDOWS NT$\\\"\\n",
                        "sddl", "D:P(A;;GA;;;WD)");
        texts.forEach(
                (kind, text) -> {
                    String body = "{\"kind\":\"" + kind + "\",\"text\":\"" + text + "\"}";
                    HttpResponse<String> answer = served.post("/api/check", body);
                    assertThat(answer.statusCode()).as(kind).isEqualTo(200);
                    assertThat(flaws("/api/check", "post", answer, "application/json"))
                            .as(kind)
                            .isEmpty();
                });
        HttpResponse<String> wrong = served.post("/api/check", "{}");
        assertThat(flaws("/api/check", "post", wrong, "application/json")).isEmpty();
    }
}
