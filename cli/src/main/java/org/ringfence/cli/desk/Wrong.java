package org.ringfence.cli.desk;

/** What was asked cannot be answered; the message says what would be right. */
public final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Kind {
        /** the question itself is not one */
        INVALID,
        /** it names what is not there */
        UNKNOWN,
        /** it is larger than what is looked at */
        TOO_LARGE
    }

    private final Kind kind;

    public Wrong(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
