package org.ringfence.cli;

/** What the process says when it ends. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int FINDINGS = 1;
    static final int ERROR = 2;

    private ExitCode() {}
}
