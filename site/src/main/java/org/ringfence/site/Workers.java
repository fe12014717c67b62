package org.ringfence.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the same work for many things, on as many threads as there are processors. */
final class Workers {
    private static final int MAX_THREADS = 16;

    /** The work for one thing; runs on any thread. */
    @FunctionalInterface
    interface Work<T> {
        void on(T thing) throws IOException;
    }

    private Workers() {}

    /**
     * Returns when all is done. The first failure ends the work on all threads and is thrown; no
     * thread goes on behind the caller's back.
     */
    static <T> void each(List<T> things, Work<T> work) throws IOException {
        int processors = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        AtomicInteger next = new AtomicInteger();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(processors, things.size()); i++) {
            threads.add(new Thread(() -> run(things, work, next, failures), "site-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            join(thread, failures);
        }
        if (!failures.isEmpty()) {
            fail(failures.peek());
        }
    }

    private static <T> void run(
            List<T> things, Work<T> work, AtomicInteger next, Queue<Throwable> failures) {
        try {
            int i = next.getAndIncrement();
            while (i < things.size() && failures.isEmpty()) {
                work.on(things.get(i));
                i = next.getAndIncrement();
            }
        } catch (IOException | RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private static void join(Thread thread, Queue<Throwable> failures) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                failures.add(new IOException("interrupted while writing the site", e));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        } else if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
