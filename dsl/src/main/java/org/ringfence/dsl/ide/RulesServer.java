package org.ringfence.dsl.ide;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one editor. */
public final class RulesServer {
    /**
     * Says nothing: what fails is told to the editor, and what cannot be told because the editor is
     * gone is of no interest. Kept, because a logger that nobody holds forgets its level.
     */
    private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j.jsonrpc");

    private RulesServer() {}

    /**
     * Answers messages of the Language Server Protocol until the editor says {@code exit} or its
     * stream ends.
     *
     * @param in what the editor sends
     * @param out what is sent to it; nobody else may write there
     */
    public static void run(InputStream in, OutputStream out, Environment environment) {
        PROTOCOL.setLevel(Level.OFF);
        CountDownLatch exit = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool(RulesServer::daemon);
        try (Workbench workbench = new Workbench(environment)) {
            Launcher<LanguageClient> launcher =
                    LSPLauncher.createServerLauncher(
                            new Session(workbench, exit::countDown), in, out, threads, c -> c);
            workbench.connect(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            threads.execute(() -> awaitEnd(listening, exit));
            exit.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitEnd(Future<Void> listening, CountDownLatch exit) {
        try {
            listening.get();
        } catch (InterruptedException | ExecutionException broken) {
            // the stream is at its end in any case
            Thread.currentThread().interrupt();
        } finally {
            exit.countDown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "editor");
        thread.setDaemon(true);
        return thread;
    }
}
