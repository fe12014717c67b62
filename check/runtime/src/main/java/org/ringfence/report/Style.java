package org.ringfence.report;

/** How text is marked for a terminal. */
public enum Style {
    PLAIN {
        @Override
        public String apply(Ink ink, String text) {
            return text;
        }
    },
    /** ANSI escape sequences. */
    COLOUR {
        @Override
        public String apply(Ink ink, String text) {
            return text.isEmpty() ? text : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
        }
    };

    /** What a piece of text is. */
    public enum Ink {
        ALARM("1;31"),
        WARNING("1;33"),
        QUIET("2"),
        STRONG("1"),
        GOOD("32"),
        PLACE("36");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** The text, marked. */
    public abstract String apply(Ink ink, String text);
}
