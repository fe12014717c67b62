package org.ringfence.dsl.ide;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.ringfence.subject.Source;

/** An editor at the other end of the protocol. A caret in a text is written as {@code ^}. */
public final class Editor implements LanguageClient, AutoCloseable {
    private static final long PATIENCE_SECONDS = 50;

    private final LanguageServer server;
    private final Thread serverThread;
    private final PipedOutputStream out;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private int version;

    /** Starts a server that reads and writes the given streams. */
    @FunctionalInterface
    public interface Start {
        void run(PipedInputStream in, PipedOutputStream out) throws IOException;
    }

    public Editor(Start start, Path... folders) {
        try {
            PipedInputStream toServer = new PipedInputStream(1 << 16);
            PipedInputStream fromServer = new PipedInputStream(1 << 16);
            PipedOutputStream serverOut = new PipedOutputStream(fromServer);
            out = new PipedOutputStream(toServer);
            serverThread = new Thread(() -> serve(start, toServer, serverOut), "server");
            serverThread.setDaemon(true);
            serverThread.start();
            var launcher = LSPLauncher.createClientLauncher(this, fromServer, out);
            launcher.startListening();
            server = launcher.getRemoteProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InitializeParams params = new InitializeParams();
        params.setCapabilities(capabilities());
        params.setWorkspaceFolders(
                Arrays.stream(folders)
                        .map(f -> new WorkspaceFolder(f.toUri().toString(), "w"))
                        .toList());
        await(server.initialize(params));
        server.initialized(new InitializedParams());
    }

    private static void serve(Start start, PipedInputStream in, PipedOutputStream out) {
        try (out) {
            start.run(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientCapabilities capabilities() {
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setTextDocument(new TextDocumentClientCapabilities());
        capabilities
                .getTextDocument()
                .setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(true)));
        capabilities.setWorkspace(new WorkspaceClientCapabilities());
        capabilities.getWorkspace().setCodeLens(new CodeLensWorkspaceCapabilities(true));
        return capabilities;
    }

    public LanguageServer server() {
        return server;
    }

    public TextDocumentService documents() {
        return server.getTextDocumentService();
    }

    /** The answer to a question, which must come. */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    // --- texts

    /** Opens a text and gives the place of its caret, if it has one. */
    public Position open(String uri, String text) {
        int caret = text.indexOf('^');
        String plain = caret < 0 ? text : text.substring(0, caret) + text.substring(caret + 1);
        texts.put(uri, plain);
        documents()
                .didOpen(
                        new DidOpenTextDocumentParams(
                                new TextDocumentItem(uri, "ringfence", version++, plain)));
        return new Lines(new Source("", plain)).position(Math.max(0, caret));
    }

    /** Replaces a stretch, as typing does. */
    public void replace(String uri, Range range, String text) {
        synchronized (this) {
            diagnostics.remove(uri);
        }
        texts.compute(uri, (u, before) -> new Lines(new Source("", before)).with(range, text));
        documents()
                .didChange(
                        new DidChangeTextDocumentParams(
                                new VersionedTextDocumentIdentifier(uri, version++),
                                List.of(new TextDocumentContentChangeEvent(range, text))));
    }

    /** Types a text at the end of a document, character by character. */
    public void type(String uri, String text) {
        for (char c : text.toCharArray()) {
            String now = texts.get(uri);
            Position end = new Lines(new Source("", now)).position(now.length());
            replace(uri, new Range(end, end), String.valueOf(c));
        }
    }

    public void close(String uri) {
        documents().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    public String text(String uri) {
        return texts.get(uri);
    }

    /** A text after edits, which must not overlap. */
    public String edited(String uri, List<? extends TextEdit> edits) {
        Lines lines = new Lines(new Source("", texts.get(uri)));
        StringBuilder out = new StringBuilder(lines.text());
        edits.stream()
                .sorted(
                        (a, b) ->
                                lines.offset(b.getRange().getStart())
                                        - lines.offset(a.getRange().getStart()))
                .forEach(
                        edit ->
                                out.replace(
                                        lines.offset(edit.getRange().getStart()),
                                        lines.offset(edit.getRange().getEnd()),
                                        edit.getNewText()));
        return out.toString();
    }

    // --- what the server says

    @Override
    public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
        boolean current = params.getVersion() == null || params.getVersion() == version - 1;
        if (current || !texts.containsKey(params.getUri())) {
            diagnostics.put(params.getUri(), params.getDiagnostics());
            notifyAll();
        }
    }

    /** The diagnostics of a document as {@code line:column message}, once they are as wanted. */
    public synchronized List<String> diagnostics(String uri, Predicate<List<String>> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!diagnostics.containsKey(uri) || !wanted.test(shown(uri))) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no such diagnostics: " + diagnostics + ", log: " + log);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return shown(uri);
    }

    public List<String> diagnostics(String uri) {
        return diagnostics(uri, all -> true);
    }

    public synchronized List<Diagnostic> raw(String uri) {
        return List.copyOf(diagnostics.get(uri));
    }

    private List<String> shown(String uri) {
        return diagnostics.get(uri).stream()
                .map(
                        d ->
                                d.getRange().getStart().getLine()
                                        + 1
                                        + ":"
                                        + (d.getRange().getStart().getCharacter() + 1)
                                        + " "
                                        + d.getMessage().getLeft())
                .toList();
    }

    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized void logMessage(MessageParams message) {
        log.add(message.getType() + ": " + message.getMessage());
    }

    @Override
    public void telemetryEvent(Object event) {
        logMessage(new MessageParams());
    }

    @Override
    public void showMessage(MessageParams message) {
        logMessage(message);
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams p) {
        throw new AssertionError(p.getMessage());
    }

    @Override
    public CompletableFuture<Void> refreshCodeLenses() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        await(server.shutdown());
        server.exit();
        try {
            serverThread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            out.close();
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
        if (serverThread.isAlive()) {
            throw new AssertionError("the server did not end");
        }
    }
}
