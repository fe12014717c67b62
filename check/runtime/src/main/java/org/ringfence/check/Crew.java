package org.ringfence.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Some threads that work through items, each taking the next one when it is done. Only what is
 * worked on is held, so memory grows with the threads and not with the items. Lives as long as the
 * work takes.
 */
final class Crew<T, R> {
    private final Iterator<T> items;
    private final Function<T, R> work;
    private final List<R> done = new ArrayList<>();
    private boolean failed;

    private Crew(Iterator<T> items, Function<T, R> work) {
        this.items = items;
        this.work = work;
    }

    /** An item and its place among all. */
    private record Next<T>(int place, List<T> item) {}

    /**
     * What each item comes to, in the order of the items whichever thread was at it. The items are
     * asked for by one thread at a time; the calling one is among those that work.
     */
    static <T, R> List<R> apply(int threads, Iterable<T> items, Function<T, R> work) {
        Crew<T, R> crew = new Crew<>(items.iterator(), work);
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            others.add(CompletableFuture.runAsync(crew::run, Crew::start));
        }
        crew.run();
        try {
            others.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
        return crew.done;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "check");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        boolean whole = false;
        try {
            for (Next<T> next = next(); !next.item().isEmpty(); next = next()) {
                put(next.place(), work.apply(next.item().get(0)));
            }
            whole = true;
        } finally {
            if (!whole) {
                stop();
            }
        }
    }

    /** No item at the end, or once someone failed. */
    private synchronized Next<T> next() {
        if (failed || !items.hasNext()) {
            return new Next<>(0, List.of());
        }
        List<T> item = List.of(items.next());
        done.add(null);
        return new Next<>(done.size() - 1, item);
    }

    private synchronized void put(int place, R result) {
        done.set(place, result);
    }

    private synchronized void stop() {
        failed = true;
    }
}
