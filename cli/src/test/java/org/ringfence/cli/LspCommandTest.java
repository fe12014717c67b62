package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.report.Style;

/** The command speaks the protocol; what it says is tested where the server is. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LspCommandTest {
    private static final String RULE =
            """
            pack acme::rules version "1.0.0"

            rule no-jump on c {
                title "A call of Jump"
                severity low
                topic secure-coding/pool-allocation
                match `Jump($WHERE)`
                report at $WHERE "Jumps to {$WHERE}"
                bad ```Hop(here);```
                good ```
                    Walk(here);
                    Jump(there);
                ```
            }
            """;

    @TempDir Path folder;

    private static String message(String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "Content-Length: " + length + "\r\n\r\n" + json;
    }

    private static String request(int id, String method, String params) {
        return message(
                "{\"jsonrpc\":\"2.0\",\"id\":"
                        + id
                        + ",\"method\":\""
                        + method
                        + "\",\"params\":"
                        + params
                        + "}");
    }

    private static String notification(String method, String params) {
        return message(
                "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** The contents of a stream of messages; fails where anything else is in it. */
    private static List<String> contents(String stream) {
        List<String> contents = new ArrayList<>();
        Pattern header = Pattern.compile("Content-Length: (\\d+)\r\n\r\n");
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        while (from < bytes.length) {
            String rest = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
            Matcher found = header.matcher(rest);
            assertThat(found.lookingAt()).as(rest).isTrue();
            int length = Integer.parseInt(found.group(1));
            from += found.end();
            contents.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            from += length;
        }
        return contents;
    }

    /** What the server writes; a reader may wait for a part of it. */
    private static final class Output extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }

        synchronized void await(String part) throws IOException {
            try {
                while (!toString(StandardCharsets.UTF_8).contains(part)) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    /** Sends messages, and says goodbye only when the last answer is there. */
    private static final class Input extends FilterInputStream {
        private final Output output;
        private final String last;
        private boolean answered;

        Input(String messages, Output output, String last) {
            super(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)));
            this.output = output;
            this.last = last;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0 && !answered) {
                output.await(last);
                answered = true;
                String goodbye = request(99, "shutdown", "null") + notification("exit", "null");
                in = new ByteArrayInputStream(goodbye.getBytes(StandardCharsets.UTF_8));
                return super.read(bytes, from, length);
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }

    @Test
    void runsExamplesWithTheReadersAndTheGuidanceThatAreBuiltIn() {
        String opened =
                "{\"textDocument\":{\"uri\":\"untitled:a\",\"languageId\":\"ringfence\",\"version\":1,\"text\":"
                        + quoted(RULE)
                        + "}}";
        String command =
                "{\"command\":\"ringfence.runExamples\",\"arguments\":[\"untitled:a\",\"no-jump\"]}";
        Output out = new Output();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Input in =
                new Input(
                        request(1, "initialize", "{\"capabilities\":{}}")
                                + notification("initialized", "{}")
                                + notification("textDocument/didOpen", opened)
                                + request(2, "workspace/executeCommand", command),
                        out,
                        "\"id\":2,\"result\"");
        Terminal terminal =
                new Terminal(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Style.PLAIN,
                        false,
                        folder);
        assertThat(Main.run(terminal, "lsp")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        List<String> said = contents(out.toString(StandardCharsets.UTF_8));
        assertThat(said).first().asString().contains("\"hoverProvider\":true");
        assertThat(said)
                .anyMatch(m -> m.contains("publishDiagnostics") && m.contains("\"diagnostics\":[]"))
                .contains(
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[\"expected a finding, but found"
                                + " none\",\"expected no finding, but found \\\"Jumps to there\\\" on"
                                + " line 2\"]}");
    }
}
