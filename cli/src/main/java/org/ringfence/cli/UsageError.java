package org.ringfence.cli;

/** What a user gave cannot be worked with; the message says what would be right. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message);
    }
}
