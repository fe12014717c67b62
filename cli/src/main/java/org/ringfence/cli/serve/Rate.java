package org.ringfence.cli.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each client ask so often. A client that was quiet may ask twice a second's worth at once;
 * those that were quiet longest are forgotten, so that many clients cost no memory.
 */
final class Rate {
    private static final int REMEMBERED = 10_000;
    private static final double NANOS = 1e9;

    private final int perSecond;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param perSecond 0 for no limit
     * @param clock in nanoseconds, from any start
     */
    Rate(int perSecond, LongSupplier clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    private static final class Bucket {
        private double tokens;
        private long at;
    }

    /** Says whether a client may ask now. */
    synchronized boolean allows(String client) {
        if (perSecond == 0) {
            return true;
        }
        long now = clock.getAsLong();
        int full = 2 * perSecond;
        Bucket bucket = buckets.get(client);
        if (bucket == null) {
            bucket = new Bucket();
            bucket.tokens = full;
            bucket.at = now;
            buckets.put(client, bucket);
            if (buckets.size() > REMEMBERED) {
                buckets.remove(buckets.keySet().iterator().next());
            }
        }
        bucket.tokens = Math.min(full, bucket.tokens + (now - bucket.at) / NANOS * perSecond);
        bucket.at = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }
}
