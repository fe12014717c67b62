package org.ringfence.dsl.ide;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/**
 * The one thread that reads and changes what is parsed. What an editor waits for goes before what
 * can wait; among equals the first comes first.
 */
final class Worker implements AutoCloseable {
    private final Consumer<Throwable> failures;
    private volatile boolean stopped;
    private final AtomicLong count = new AtomicLong();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Worker::daemon);

    private record Job(boolean later, long number, Runnable work)
            implements Runnable, Comparable<Job> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Job other) {
            return later == other.later
                    ? Long.compare(number, other.number)
                    : Boolean.compare(later, other.later);
        }
    }

    /**
     * @param failures that are faults of ours
     */
    Worker(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    private static Thread daemon(Runnable work) {
        // parsing what is deeply nested takes stack
        Thread thread = new Thread(null, work, "rules", 16 << 20);
        thread.setDaemon(true);
        return thread;
    }

    private void add(boolean later, Runnable work) {
        if (!stopped) {
            thread.execute(new Job(later, count.incrementAndGet(), work));
        }
    }

    void now(Runnable work) {
        add(false, guarded(work));
    }

    /** For work that is cut into small pieces, so that nobody waits for it. */
    void later(Runnable work) {
        add(true, guarded(work));
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | StackOverflowError failure) {
                failures.accept(failure);
            }
        };
    }

    /** Work whose result or failure is waited for; a cancelled one is not begun. */
    <T> CompletableFuture<T> answer(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        add(
                false,
                () -> {
                    if (!answer.isDone()) {
                        try {
                            answer.complete(work.get());
                        } catch (ResponseErrorException refused) {
                            answer.completeExceptionally(refused);
                        } catch (RuntimeException | StackOverflowError failure) {
                            failures.accept(failure);
                            answer.completeExceptionally(failure);
                        }
                    }
                });
        return answer;
    }

    /** Begins nothing more. What runs is not interrupted: it may be in the middle of a message. */
    void stop() {
        stopped = true;
        thread.getQueue().clear();
    }

    @Override
    public void close() {
        stop();
        thread.shutdown();
    }
}
