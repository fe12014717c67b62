package org.ringfence.dsl.formatting2;

/**
 * What stands between two tokens.
 *
 * @param kind whether a line ends here
 * @param indent of the line that begins here, in spaces
 * @param remarks indent of comments that stand here on lines of their own
 * @param blank whether an empty line stands here, where a line ends
 */
record Gap(Kind kind, int indent, int remarks, Blank blank) {
    /** Whether a line ends between two tokens. */
    enum Kind {
        /** nothing */
        TIGHT,
        /** one space */
        SPACE,
        /** a new line where the author wrote one, else one space */
        AS_WRITTEN,
        LINE
    }

    /** Whether an empty line stands before a line; more than one never does. */
    enum Blank {
        NEVER,
        AS_WRITTEN,
        ALWAYS
    }

    static Gap tight(int indent) {
        return new Gap(Kind.TIGHT, indent, indent, Blank.NEVER);
    }

    static Gap space(int indent) {
        return new Gap(Kind.SPACE, indent, indent, Blank.NEVER);
    }

    static Gap asWritten(int indent) {
        return new Gap(Kind.AS_WRITTEN, indent, indent, Blank.NEVER);
    }

    static Gap line(int indent, Blank blank) {
        return new Gap(Kind.LINE, indent, indent, blank);
    }

    /** Before a brace that ends what stands on lines of its own. */
    static Gap closing(int indent, int inside) {
        return new Gap(Kind.LINE, indent, inside, Blank.NEVER);
    }
}
