package org.ringfence.cli.serve;

import static io.javalin.http.HttpStatus.CONTENT_TOO_LARGE;
import static io.javalin.http.HttpStatus.METHOD_NOT_ALLOWED;
import static io.javalin.http.HttpStatus.NOT_FOUND;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.site.ServicePages;

/**
 * A running server.
 *
 * <pre>{@code
 * try (Service service = Service.start(desk, new Service.Front(site, pages, "0.1.0"), settings)) {
 *     service.await();
 * }
 * }</pre>
 */
public final class Service implements AutoCloseable {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("io.javalin"), Logger.getLogger("org.eclipse.jetty"));

    /** Requests that are worked on when the server is stopped get so long to be answered. */
    private static final long GRACE_MILLIS = 5_000;

    /** What Jetty itself needs besides the threads that work on requests. */
    private static final int OWN_THREADS = 16;

    private final Javalin server;
    private final String host;
    private final List<String> endpoints;

    private Service(Javalin server, String host, List<String> endpoints) {
        this.server = server;
        this.host = host;
        this.endpoints = List.copyOf(endpoints);
    }

    /**
     * What people see.
     *
     * @param site the folder of a site that was written to be served
     * @param pages of the same site
     */
    public record Front(Path site, ServicePages pages, String version) {}

    /**
     * Starts a server.
     *
     * @throws IOException when it cannot listen there
     */
    public static Service start(Desk desk, Front front, ServiceSettings settings)
            throws IOException {
        LIBRARIES.forEach(logger -> logger.setLevel(Level.WARNING));
        Metrics metrics = new Metrics();
        Checks checks = new Checks(desk, settings.limits().checks());
        Api api = new Api(desk, front.pages(), checks, metrics, front.version());
        Javalin server =
                Javalin.create(
                        config -> {
                            quiet(config);
                            gate(config.jetty, new Gate(settings, metrics), settings.limits());
                            config.staticFiles.add(front.site().toString(), Location.EXTERNAL);
                            api.endpoints()
                                    .forEach(
                                            e ->
                                                    config.routes.addHttpHandler(
                                                            e.method(), e.path(), e.handler()));
                            new Pages(desk, front.pages(), checks).add(config.routes);
                            failures(config, front.pages());
                        });
        try {
            server.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw unbound(settings, e);
        }
        List<String> endpoints =
                api.endpoints().stream().map(e -> e.method() + " " + e.path()).toList();
        return new Service(server, settings.host(), endpoints);
    }

    private static IOException unbound(ServiceSettings settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException || cause instanceof IOException) {
                return new IOException(
                        "cannot listen on %s port %d (%s); choose another with --port"
                                .formatted(settings.host(), settings.port(), cause.getMessage()),
                        e);
            }
        }
        throw e;
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = ServiceSettings.Limits.BODY;
        config.http.prefer405over404 = true;
    }

    private static void gate(JettyConfig jetty, Gate gate, ServiceSettings.Limits limits) {
        jetty.threadPool = new QueuedThreadPool(limits.atOnce() + OWN_THREADS, 4);
        jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.setRequestHeaderSize(8 * 1024);
                });
        jetty.modifyServer(
                server -> {
                    server.setStopTimeout(GRACE_MILLIS);
                    server.insertHandler(gate);
                    server.insertHandler(new GracefulHandler());
                });
    }

    private static void failures(JavalinConfig config, ServicePages pages) {
        config.routes.exception(
                Wrong.class, (e, context) -> fail(context, status(e), e.getMessage()));
        config.routes.exception(
                Checks.Busy.class,
                (e, context) -> {
                    context.header("Retry-After", "1");
                    fail(context, HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
                });
        for (HttpStatus status : List.of(NOT_FOUND, METHOD_NOT_ALLOWED, CONTENT_TOO_LARGE)) {
            config.routes.error(status, context -> explain(context, status, pages));
        }
    }

    /** Says in the form that fits the address what a library only refused. */
    private static void explain(Context context, HttpStatus status, ServicePages pages) {
        if (status == CONTENT_TOO_LARGE) {
            // the rest of the body is not read, so nothing else can follow it
            context.header("Connection", "close");
        }
        boolean program = context.path().startsWith(Routes.API);
        if (status == NOT_FOUND && !program) {
            context.html(pages.notFound(context.path().substring(1)));
        } else if (!"application/json".equals(context.res().getContentType())) {
            String said = status == NOT_FOUND ? "there is nothing at this address" : words(status);
            fail(context, status, said);
        }
    }

    private static String words(HttpStatus status) {
        return status == METHOD_NOT_ALLOWED
                ? "this address takes no such method"
                : "the body is larger than " + ServiceSettings.Limits.BODY + " bytes";
    }

    static HttpStatus status(Wrong wrong) {
        return switch (wrong.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> NOT_FOUND;
            case TOO_LARGE -> CONTENT_TOO_LARGE;
        };
    }

    private static void fail(Context context, HttpStatus status, String message) {
        context.status(status)
                .contentType("application/json")
                .result(new Gate.Failure(message).json());
    }

    /** Returns what the API has: method and path, {@code <name>} for a part of any name. */
    public List<String> endpoints() {
        return endpoints;
    }

    public int port() {
        return server.port();
    }

    /** Returns where it is reached from this machine. */
    public String address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port() + "/";
    }

    /** Returns when the server has been stopped. */
    public void await() throws InterruptedException {
        server.jettyServer().server().join();
    }

    /** Stops listening, answers what is under way, and stops. */
    @Override
    public void close() {
        server.stop();
    }
}
