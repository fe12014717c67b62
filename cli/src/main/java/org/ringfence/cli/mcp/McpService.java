package org.ringfence.cli.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.kb.Topic;

/**
 * The server of the Model Context Protocol: tools and resources over a pair of streams.
 *
 * <pre>{@code
 * new McpService(desk, "0.1.0").serve(System.in, System.out);
 * }</pre>
 */
public final class McpService {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger PROTOCOL = Logger.getLogger("io.modelcontextprotocol");

    private static final String TOPIC = "ringfence://topic/";
    private static final String MARKDOWN = "text/markdown";

    /** So many topics are listed as resources; all can be read by their address. */
    private static final int LISTED = 500;

    /** A message of a client is at most so long, in bytes. */
    private static final int LONGEST_MESSAGE = 4 * 1024 * 1024;

    private final Desk desk;
    private final String version;
    private final Data data = new Data();

    public McpService(Desk desk, String version) {
        this.desk = desk;
        this.version = version;
    }

    /**
     * Answers until the input ends.
     *
     * @param out carries nothing but the protocol
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    public void serve(InputStream in, OutputStream out) throws IOException {
        PROTOCOL.setLevel(Level.WARNING);
        Exchange exchange = new Exchange(in, out, LONGEST_MESSAGE);
        var transport =
                new StdioServerTransportProvider(
                        McpJsonDefaults.getMapper(),
                        exchange.questions(),
                        exchange.answers(),
                        LONGEST_MESSAGE);
        McpSyncServer server =
                McpServer.sync(transport)
                        .serverInfo("ringfence", version)
                        .instructions(
                                "Guidance and machine-checked rules for Windows driver security. "
                                        + data.meaning())
                        .capabilities(
                                McpSchema.ServerCapabilities.builder()
                                        .tools(false)
                                        .resources(false, false)
                                        .build())
                        // each tool checks its arguments itself, and says more
                        .validateToolInputs(false)
                        .tools(tools())
                        .resources(resources())
                        .resourceTemplates(template())
                        .build();
        try {
            exchange.await();
        } finally {
            server.closeGracefully();
        }
    }

    private List<SyncToolSpecification> tools() {
        List<Tool> tools = new ArrayList<>(new GuidanceTools(desk, data).all());
        tools.addAll(new RuleTools(desk, data).all());
        return tools.stream().map(this::specification).toList();
    }

    private SyncToolSpecification specification(Tool tool) {
        var said =
                McpSchema.Tool.builder(tool.name(), tool.schema())
                        .title(tool.title())
                        .description(tool.about())
                        .annotations(
                                McpSchema.ToolAnnotations.builder()
                                        .title(tool.title())
                                        .readOnlyHint(true)
                                        .destructiveHint(false)
                                        .idempotentHint(true)
                                        .openWorldHint(false)
                                        .build())
                        .build();
        return new SyncToolSpecification(
                said, (exchange, request) -> result(tool, request.arguments()));
    }

    private static CallToolResult result(Tool tool, Map<String, Object> arguments) {
        try {
            Tool.Answer answer = tool.work().on(Arguments.of(arguments, tool.parameters()));
            return CallToolResult.builder()
                    .addTextContent(answer.text())
                    .structuredContent(answer.data())
                    .isError(false)
                    .build();
        } catch (Wrong | IOException e) {
            return CallToolResult.builder()
                    .addTextContent(String.valueOf(e.getMessage()))
                    .isError(true)
                    .build();
        }
    }

    private List<SyncResourceSpecification> resources() {
        return desk.topics().stream().limit(LISTED).map(this::resource).toList();
    }

    private SyncResourceSpecification resource(Topic topic) {
        var said =
                McpSchema.Resource.builder(TOPIC + topic.id(), topic.id())
                        .title(topic.title())
                        .description(topic.summary())
                        .mimeType(MARKDOWN)
                        .build();
        return new SyncResourceSpecification(said, (exchange, request) -> read(request.uri()));
    }

    private SyncResourceTemplateSpecification template() {
        var said =
                McpSchema.ResourceTemplate.builder(TOPIC + "{id}", "topic")
                        .title("A topic of the guidance")
                        .description("The page as Markdown, by the id that search_guidance tells")
                        .mimeType(MARKDOWN)
                        .build();
        return new SyncResourceTemplateSpecification(
                said, (exchange, request) -> read(request.uri()));
    }

    private ReadResourceResult read(String uri) {
        Topic topic = desk.topic(uri.startsWith(TOPIC) ? uri.substring(TOPIC.length()) : uri);
        String text = Data.piece(GuidanceTools.markdown(topic), 0);
        return ReadResourceResult.builder(
                        List.of(
                                TextResourceContents.builder(
                                                uri, data.quote("topic:" + topic.id(), text))
                                        .mimeType(MARKDOWN)
                                        .build()))
                .build();
    }
}
