package org.ringfence.site.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Chromium without a window, spoken to by its DevTools protocol over a socket of this machine.
 * One page at a time; what the browser complains about is kept.
 */
public final class Browser implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<String> messages;
    private final List<String> complaints = new ArrayList<>();
    private int id;

    private Browser(
            Process process, Path profile, WebSocket socket, BlockingQueue<String> messages) {
        this.process = process;
        this.profile = profile;
        this.socket = socket;
        this.messages = messages;
    }

    /** Returns the first Chromium on the path. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(
                        folder ->
                                Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browser start(Path program, Path profile)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolveSibling("browser.log").toFile())
                        .start();
        try {
            String page = page(port(process, profile.resolve("DevToolsActivePort")));
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            WebSocket socket =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .buildAsync(URI.create(page), new Listener(messages))
                            .join();
            var browser = new Browser(process, profile, socket, messages);
            for (String domain : List.of("Page", "Runtime", "Log")) {
                browser.call(domain + ".enable", Map.of());
            }
            browser.call("Emulation.setScrollbarsHidden", Map.of("hidden", true));
            return browser;
        } catch (IOException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /** Waits for the file in which the browser says its port. */
    private static String port(Process process, Path file)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(file) || !Files.readString(file).contains("\n")) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IOException("the browser did not start; see browser.log beside " + file);
            }
        }
        return Files.readString(file).lines().findFirst().orElseThrow();
    }

    private static String page(String port) throws IOException, InterruptedException {
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        String body =
                HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(list).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        return field(body, "webSocketDebuggerUrl").orElseThrow();
    }

    /** Collects whole messages. */
    private record Listener(BlockingQueue<String> messages, StringBuilder part)
            implements WebSocket.Listener {
        Listener(BlockingQueue<String> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return java.util.concurrent.CompletableFuture.completedFuture(data);
        }
    }

    /** Opens a page and waits until it and its script are ready. */
    public void open(Path page, String query) throws InterruptedException {
        open(page.toUri() + query);
    }

    /** Opens an address and waits until its page and script are ready. */
    public void open(String address) throws InterruptedException {
        messages.clear();
        call("Page.navigate", Map.of("url", address));
        while (!await().contains("\"Page.loadEventFired\"")) {
            // something else the browser tells
        }
    }

    /** Returns the value of an expression as text; that of a promise when it is kept. */
    public String eval(String expression) throws InterruptedException {
        return evaluated("(async () => String(await (" + expression + ")))()");
    }

    /** Returns the value of an expression as text once it is not empty; the page waits for it. */
    public String soon(String expression) throws InterruptedException {
        return evaluated(
                "new Promise(done => { (function look() { var value = String("
                        + expression
                        + "); if (value) { done(value); } else { setTimeout(look, 20); } })(); })");
    }

    private String evaluated(String expression) throws InterruptedException {
        String answer =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        return field(answer, "value").orElseThrow(() -> new AssertionError(answer));
    }

    public void scheme(String name) throws InterruptedException {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
    }

    public void width(int pixels) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    public void scripts(boolean allowed) throws InterruptedException {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Presses a key and lets it go. */
    public void press(String key, int code) throws InterruptedException {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Returns the errors that pages caused so far: scripts, policy, files that are not there. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private String call(String method, Map<String, ?> parameters) throws InterruptedException {
        String head = "{\"id\":" + ++id + ",";
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, Map.of("id", id, "method", method, "params", parameters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        socket.sendText(text.toString(), true).join();
        while (true) {
            String message = await();
            if (message.startsWith(head)) {
                return message;
            }
        }
    }

    private String await() throws InterruptedException {
        String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser is silent");
        }
        boolean logged =
                message.contains("\"Log.entryAdded\"") && message.contains("\"level\":\"error\"");
        if (logged || message.contains("\"Runtime.exceptionThrown\"")) {
            complaints.add(message);
        }
        return message;
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (var entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else {
            out.writePOJO(value);
        }
    }

    /** Returns the first text field of that name, wherever it stands. */
    private static Optional<String> field(String json, String name) {
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(in.currentName())) {
                    return Optional.of(in.getText());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // links to nothing, which a temporary folder cannot be rid of
        for (String link : List.of("SingletonCookie", "SingletonLock", "SingletonSocket")) {
            Files.deleteIfExists(profile.resolve(link));
        }
    }
}
