package org.ringfence.cli.serve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every request passes first. It is counted, its answer gets the headers that each answer has,
 * and it is refused where it calls another server, comes from another site, is too large, too fast,
 * or one too many.
 */
final class Gate extends Handler.Wrapper {
    /** What a page may do: nothing but what its own server gives it. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                    + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final List<HttpField> HEADERS =
            List.of(
                    new HttpField("Content-Security-Policy", POLICY),
                    new HttpField("X-Content-Type-Options", "nosniff"),
                    new HttpField("Referrer-Policy", "no-referrer"),
                    new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
                    new HttpField(
                            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"));

    private static final JsonMapper JSON = new JsonMapper();

    /** The most bytes of a body that are read only to answer its sender. */
    private static final long PASSED_OVER = 16L * ServiceSettings.Limits.BODY;

    private final ServiceSettings settings;
    private final Names names;
    private final Rate rate;
    private final Metrics metrics;

    Gate(ServiceSettings settings, Metrics metrics) {
        this.settings = settings;
        this.names = new Names(settings);
        this.rate = new Rate(settings.limits().rate(), System::nanoTime);
        this.metrics = metrics;
    }

    /**
     * Why a request is refused.
     *
     * @param after seconds after which it may be tried again; 0 where that would not help
     */
    private record Refusal(int status, String why, int after) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long start = System.nanoTime();
        String path = Request.getPathInContext(request);
        AtomicInteger inFlight = metrics.inFlight();
        int now = inFlight.incrementAndGet();
        Request.addCompletionListener(
                request,
                failure -> {
                    inFlight.decrementAndGet();
                    metrics.count(
                            Routes.label(path), response.getStatus(), System.nanoTime() - start);
                });
        HttpFields.Mutable headers = response.getHeaders();
        HEADERS.forEach(headers::put);
        Optional<String> origin = origin(request, path);
        headers.put(
                "Cross-Origin-Resource-Policy",
                origin.isPresent() ? "cross-origin" : "same-origin");
        origin.ifPresent(site -> share(site, headers));
        Optional<Refusal> refusal = refusal(request, path, now, origin.isPresent());
        if (refusal.isPresent()) {
            refuse(refusal.get(), request, response, callback);
            return true;
        }
        if (origin.isPresent() && request.getMethod().equals("OPTIONS")) {
            headers.put("Access-Control-Allow-Methods", "GET, POST");
            headers.put("Access-Control-Allow-Headers", "Content-Type");
            headers.put("Access-Control-Max-Age", "600");
            response.setStatus(204);
            callback.succeeded();
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** The other site that asks, where it was allowed to. */
    private Optional<String> origin(Request request, String path) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN))
                .filter(site -> path.startsWith(Routes.API) && settings.origins().contains(site));
    }

    private static void share(String site, HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", site);
        headers.put(HttpHeader.VARY, "Origin");
    }

    private Optional<Refusal> refusal(Request request, String path, int now, boolean shared) {
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
        if (!names.has(host)) {
            return refusal(421, "this server is not called so; start it with --allow-host", 0);
        }
        if (!shared && foreign(request, host)) {
            return refusal(
                    403, "another site may not send this; start the server with --allow-origin", 0);
        }
        if (request.getLength() > ServiceSettings.Limits.BODY) {
            return refusal(
                    413, "the body is larger than " + ServiceSettings.Limits.BODY + " bytes", 0);
        }
        if (Routes.WATCH.contains(path)) {
            return Optional.empty();
        }
        if (!rate.allows(Request.getRemoteAddr(request))) {
            return refusal(
                    429, "too fast: at most " + settings.limits().rate() + " requests a second", 1);
        }
        return now > settings.limits().atOnce()
                ? refusal(503, "too much is asked at once; try again", 1)
                : Optional.empty();
    }

    private static boolean reads(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Whether a script of another site sends something. */
    private static boolean foreign(Request request, String host) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return !reads(request)
                && origin != null
                && !origin.replaceFirst("^https?://", "").equals(host);
    }

    private static Optional<Refusal> refusal(int status, String why, int after) {
        return Optional.of(new Refusal(status, why, after));
    }

    private static void refuse(
            Refusal refusal, Request request, Response response, Callback callback) {
        response.setStatus(refusal.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        if (refusal.after() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, refusal.after());
        }
        String body = JSON.writeValueAsString(new Failure(refusal.why()));
        if (reads(request)) {
            Content.Sink.write(response, true, body, callback);
            return;
        }
        // nothing else can follow a body that nobody needs
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        if (request.getLength() > PASSED_OVER) {
            Content.Sink.write(response, true, body, callback);
        } else {
            // a client that is cut off while it sends may never see the answer
            Content.Source.consumeAll(
                    request,
                    Callback.from(
                            () -> Content.Sink.write(response, true, body, callback),
                            callback::failed));
        }
    }

    /** The body of every answer that is none. */
    record Failure(String error) {
        byte[] json() {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        }
    }
}
