package org.ringfence.cli.serve;

import java.util.List;
import java.util.Objects;

/**
 * How a service is reached, and how much it takes.
 *
 * @param host the address to listen on
 * @param port 0 for any that is free
 * @param names by which clients may call the server, besides those of this machine's loopback
 * @param origins of other sites whose scripts may use the API, such as {@code https://example.org}
 * @param limits of load
 */
public record ServiceSettings(
        String host, int port, List<String> names, List<String> origins, Limits limits) {
    public ServiceSettings {
        Objects.requireNonNull(host, "host");
        names = List.copyOf(names);
        origins = List.copyOf(origins);
        Objects.requireNonNull(limits, "limits");
    }

    /**
     * How much load is taken.
     *
     * @param rate requests a second of one client, in the long run; 0 for no limit
     * @param atOnce requests that are worked on at the same time
     * @param checks texts that are checked at the same time
     */
    public record Limits(int rate, int atOnce, int checks) {
        /** Bytes of one request's body. */
        static final int BODY = 2 * 1024 * 1024;

        public Limits {
            if (rate < 0 || atOnce < 1 || checks < 1) {
                throw new IllegalArgumentException(rate + ", " + atOnce + ", " + checks);
            }
        }
    }
}
