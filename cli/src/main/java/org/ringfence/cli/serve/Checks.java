package org.ringfence.cli.serve;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ringfence.check.Report;
import org.ringfence.cli.desk.Code;
import org.ringfence.cli.desk.Desk;

/** Lets only so many checks run at the same time; the others wait a little, or are told to. */
final class Checks {
    private static final int PATIENCE_SECONDS = 2;

    private final Desk desk;
    private final Semaphore places;

    Checks(Desk desk, int atOnce) {
        this.desk = desk;
        this.places = new Semaphore(atOnce);
    }

    /** All places are taken. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1;

        Busy() {
            super("other texts are being checked; try again");
        }
    }

    Report check(Code code) throws Busy, InterruptedException {
        if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Busy();
        }
        try {
            return desk.check(code);
        } finally {
            places.release();
        }
    }
}
