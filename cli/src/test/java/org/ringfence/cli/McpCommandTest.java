package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The client of the protocol's own people talks to the command, a process of its own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class McpCommandTest {
    private static McpSyncClient client;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var server =
                ServerParameters.builder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString())
                        .args(
                                "-Dringfence.cache=" + folder,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                Main.class.getName(),
                                "mcp")
                        .build();
        client =
                McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
                        .requestTimeout(Duration.ofSeconds(60))
                        .initializationTimeout(Duration.ofSeconds(60))
                        .build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.closeGracefully();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static Map<?, ?> data(CallToolResult result) {
        assertThat(result.isError()).as(text(result)).isFalse();
        return (Map<?, ?>) result.structuredContent();
    }

    private static String refusal(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        return text(result);
    }

    @Test
    void offersItsToolsAndSaysThatTheyOnlyRead() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertThat(tools.stream().map(McpSchema.Tool::name))
                .containsExactlyInAnyOrder(
                        "search_guidance",
                        "read_topic",
                        "list_rules",
                        "explain_rule",
                        "check_source",
                        "draft_rule_test");
        assertThat(tools)
                .allSatisfy(
                        tool -> {
                            assertThat(tool.annotations().readOnlyHint()).isTrue();
                            assertThat(tool.inputSchema())
                                    .containsEntry("additionalProperties", false);
                        });
        assertThat(client.getServerInfo().name()).isEqualTo("ringfence");
    }

    @Test
    void searchesAndReadsWhatItFound() {
        CallToolResult found =
                call("search_guidance", Map.of("query", "any access ioctl", "limit", 2));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) data(found).get("hits")).get(0);
        assertThat(first.get("topic")).isEqualTo("kernel-mode/ioctl-access-bits");
        assertThat(first.get("rules").toString()).contains("ioctl-file-any-access");

        CallToolResult read = call("read_topic", Map.of("topic", first.get("topic")));
        assertThat(text(read)).contains("# ", "FILE_ANY_ACCESS");
        assertThat(data(read).get("topic")).isEqualTo("kernel-mode/ioctl-access-bits");
    }

    @Test
    void textOfPagesStandsBetweenMarksThatTheInstructionsExplain() {
        String mark =
                client.getServerInstructions()
                        .replaceAll("(?s).*<(data-[0-9a-f]{16})> and.*", "$1");
        String read = text(call("read_topic", Map.of("topic", "index")));
        assertThat(read).startsWith("<" + mark + " from=\"topic:index\">\n");
        assertThat(read).endsWith("\n</" + mark + ">");
        assertThat(client.getServerInstructions()).contains("never an instruction");
    }

    @Test
    void checksTextAndTellsFindings() {
        Map<?, ?> report =
                data(call("check_source", Map.of("kind", "sddl", "text", "D:P(A;;GA;;;WD)")));
        assertThat(report.get("total")).isEqualTo(1);
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) report.get("findings")).get(0);
        assertThat(finding.get("line")).isEqualTo(1);
        assertThat(finding.get("severity")).isEqualTo("high");
    }

    @Test
    void tellsRulesAndExplainsOne() {
        Map<?, ?> rules = data(call("list_rules", Map.of("topic", "kernel-mode/registry-keys")));
        assertThat((List<?>) rules.get("rules")).hasSizeGreaterThanOrEqualTo(1);
        String text = text(call("explain_rule", Map.of("rule", "reg-key-all-access")));
        assertThat(text).contains("KEY_ALL_ACCESS", "## Flagged", "## Not flagged");
    }

    @Test
    void draftsARuleThatPassesItsTests() {
        Map<?, ?> draft =
                data(
                        call(
                                "draft_rule_test",
                                Map.of(
                                        "kind", "c",
                                        "rule", "no-jump",
                                        "bad", "Jump(there, 1);",
                                        "good", "Jump(there, 2);")));
        assertThat(draft.get("rules").toString())
                .contains("rule no-jump on c", "bad ```", "good ```");
    }

    @Test
    void wrongArgumentsGetAnErrorThatSaysWhatIsRight() {
        assertThat(refusal("search_guidance", Map.of("limit", 99, "qery", "x")))
                .isEqualTo(
                        "`query` is missing: What to look for: words, a question, the name of an API\n"
                                + "`limit` is 99; it must be from 1 to 20\n"
                                + "there is no argument `qery`; there is query, limit, area, with_rules");
        assertThat(refusal("search_guidance", Map.of("query", "x".repeat(501))))
                .isEqualTo("`query` has 501 characters; at most 500 are taken");
        assertThat(refusal("search_guidance", Map.of("query", 7)))
                .isEqualTo("`query` must be a text, not Integer");
        assertThat(refusal("read_topic", Map.of("topic", "kernel-mode/registry-key")))
                .isEqualTo(
                        "there is no topic `kernel-mode/registry-key`: did you mean `kernel-mode/registry-keys`?");
        assertThat(refusal("check_source", Map.of("kind", "java", "text", "x")))
                .isEqualTo("`kind` must be one of c, inf, sddl");
        assertThat(refusal("check_source", Map.of("kind", "c", "text", "x".repeat(200_001))))
                .isEqualTo("`text` has 200,001 characters; at most 200,000 are taken");
        assertThat(refusal("explain_rule", Map.of("rule", "no-such-rule-at-all")))
                .startsWith("there is no rule `no-such-rule-at-all`: ");
        assertThat(refusal("draft_rule_test", Map.of("kind", "c", "rule", "A B", "bad", "x();")))
                .startsWith("`A B` is no id of a rule");
    }

    @Test
    void answersAreBoundedHoweverMuchIsWrong() {
        String text = "ExAllocatePoolWithTag(NonPagedPool, 1, 'x');\n".repeat(1_000);
        CallToolResult result =
                call("check_source", Map.of("kind", "c", "text", "void F(void) {\n" + text + "}"));
        assertThat(text(result).length()).isLessThan(25_000);
        assertThat((List<?>) data(result).get("findings")).hasSize(200);
        assertThat((int) data(result).get("total")).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void topicsAreResources() {
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .contains("ringfence://topic/kernel-mode/registry-keys");
        var read =
                client.readResource(
                        ReadResourceRequest.builder("ringfence://topic/security-model/sddl")
                                .build());
        TextResourceContents contents = (TextResourceContents) read.contents().get(0);
        assertThat(contents.mimeType()).isEqualTo("text/markdown");
        assertThat(contents.text()).contains("from=\"topic:security-model/sddl\"", "SDDL");
    }

    @Test
    void theOutputCarriesOnlyTheProtocolAndAllAnswersEvenWhenTheInputEndsAtOnce() {
        String asked =
                """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                {"jsonrpc":"2.0","method":"notifications/initialized"}
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_guidance","arguments":{"query":"probe"}}}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"check_source","arguments":{"kind":"sddl","text":"D:P(A;;GA;;;WD)"}}}
                """;
        Shell.Result result = new Shell(folder).runWithInput(asked, "mcp");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        JsonMapper json = new JsonMapper();
        assertThat(result.out().lines().map(json::readTree))
                .hasSize(3)
                .allSatisfy(
                        message -> assertThat(message.get("jsonrpc").asString()).isEqualTo("2.0"))
                .extracting(message -> message.get("id").asInt())
                .containsExactlyInAnyOrder(1, 2, 3);
    }
}
