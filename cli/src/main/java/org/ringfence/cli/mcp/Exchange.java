package org.ringfence.cli.mcp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two streams that carry one message a line. The end of the input is told only when each question
 * that came before it has got its answer, so that a client may ask and leave.
 */
final class Exchange {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final InputStream in;
    private final OutputStream out;
    private final int longest;
    private final CountDownLatch ended = new CountDownLatch(1);
    private int unanswered;

    /**
     * @param longest message of the other side, in bytes; a longer one ends the exchange
     */
    Exchange(InputStream in, OutputStream out, int longest) {
        this.in = in;
        this.out = out;
        this.longest = longest;
    }

    /** Returns when the other side has said all and got all. */
    void await() throws InterruptedIOException {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    InputStream questions() {
        return new Questions();
    }

    OutputStream answers() {
        return new Answers(out);
    }

    private synchronized void asked(byte[] message) {
        try {
            JsonNode read = JSON.readTree(message);
            unanswered += read.has("id") && read.has("method") ? 1 : 0;
        } catch (JacksonException e) {
            // the server says what it thinks of it
        }
    }

    private synchronized void answered() {
        unanswered--;
        notifyAll();
    }

    private synchronized void finish() throws InterruptedIOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (unanswered > 0 && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            ended.countDown();
        }
    }

    private final class Questions extends InputStream {
        private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (line.available() == 0) {
                byte[] next = next();
                if (next.length == 0) {
                    finish();
                    return -1;
                }
                asked(next);
                line = new ByteArrayInputStream(next);
            }
            return line.read(bytes, from, length);
        }

        /** The next line with its end; empty at the end of the input. */
        private byte[] next() throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                read.write(c);
                if (c == '\n') {
                    return read.toByteArray();
                } else if (read.size() > longest) {
                    return new byte[0];
                }
            }
            return read.toByteArray();
        }
    }

    /** Counts the lines that answer; a notification of the server answers nothing. */
    private final class Answers extends FilterOutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Answers(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            write(new byte[] {(byte) c}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            for (int i = from; i < from + length; i++) {
                line.write(bytes[i]);
                if (bytes[i] == '\n') {
                    out.flush();
                    boolean answer = isAnswer(line.toByteArray());
                    line.reset();
                    if (answer) {
                        answered();
                    }
                }
            }
        }

        private static boolean isAnswer(byte[] message) {
            JsonNode said = JSON.readTree(message);
            return said.has("id") && !said.has("method");
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
