package org.ringfence.cli.serve;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a service did, and tells it in the text format of Prometheus. */
final class Metrics {
    private static final double[] BOUNDS = {0.001, 0.005, 0.02, 0.1, 0.5, 2};
    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, Durations> durations = new ConcurrentSkipListMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    private static final class Durations {
        private final LongAdder[] within = new LongAdder[BOUNDS.length];
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        Durations() {
            for (int i = 0; i < within.length; i++) {
                within[i] = new LongAdder();
            }
        }
    }

    AtomicInteger inFlight() {
        return inFlight;
    }

    /**
     * Counts a request that has its answer.
     *
     * @param route one of a few, never what a client wrote
     */
    void count(String route, int status, long nanos) {
        String labels = "route=\"%s\",status=\"%d\"".formatted(route, status);
        requests.computeIfAbsent(labels, x -> new LongAdder()).increment();
        Durations times = durations.computeIfAbsent(route, x -> new Durations());
        times.count.increment();
        times.nanos.add(nanos);
        for (int i = 0; i < BOUNDS.length; i++) {
            if (nanos <= BOUNDS[i] * NANOS) {
                times.within[i].increment();
            }
        }
    }

    String text() {
        StringBuilder out = new StringBuilder();
        head(out, "ringfence_requests_total", "counter", "Requests by route and status.");
        new TreeMap<>(requests)
                .forEach((labels, n) -> line(out, "ringfence_requests_total", labels, n.sum()));
        head(out, "ringfence_request_seconds", "histogram", "Time from request to answer.");
        durations.forEach((route, times) -> histogram(out, route, times));
        head(out, "ringfence_requests_in_flight", "gauge", "Requests without an answer yet.");
        out.append("ringfence_requests_in_flight ").append(inFlight.get()).append('\n');
        Runtime runtime = Runtime.getRuntime();
        head(out, "ringfence_memory_bytes", "gauge", "Memory in use by objects.");
        out.append("ringfence_memory_bytes ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append('\n');
        return out.toString();
    }

    private static void histogram(StringBuilder out, String route, Durations times) {
        String name = "ringfence_request_seconds";
        String label = "route=\"" + route + "\"";
        for (int i = 0; i < BOUNDS.length; i++) {
            line(out, name + "_bucket", label + ",le=\"" + BOUNDS[i] + "\"", times.within[i].sum());
        }
        line(out, name + "_bucket", label + ",le=\"+Inf\"", times.count.sum());
        String sum = String.format(Locale.ROOT, "%.6f", times.nanos.sum() / NANOS);
        out.append(name).append("_sum{").append(label).append("} ").append(sum).append('\n');
        line(out, name + "_count", label, times.count.sum());
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, String labels, long value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }
}
