package org.ringfence.dsl.compile;

/** Tells literals that their author forgot to close. */
public final class Fences {
    private static final String FENCE = "```";

    private Fences() {}

    /**
     * What is wrong with a token, or an empty text.
     *
     * @param raw with its quotes or fences; a block that is not closed reaches to the end of the
     *     file, another literal to the end of its line
     */
    public static String complaint(String raw) {
        if (raw.startsWith("\"")) {
            return isClosedText(raw)
                    ? ""
                    : "this text is not closed: `\"` is missing at the end of the line";
        } else if (!raw.startsWith(FENCE)) {
            return raw.startsWith("`") && (raw.length() < 2 || !raw.endsWith("`"))
                    ? "the code that opens here is not closed: a backtick is missing at the end of"
                            + " the line"
                    : "";
        }
        if (raw.length() < 2 * FENCE.length() || !raw.endsWith(FENCE)) {
            return "the code that opens here is not closed: three backticks are missing";
        }
        return tookTheNextFence(raw)
                ? "the code that opens here is probably not closed: it ends where another block opens"
                : "";
    }

    private static boolean isClosedText(String raw) {
        boolean closed = false;
        for (int i = 1; i < raw.length(); i++) {
            closed = raw.charAt(i) == '"';
            i += raw.charAt(i) == '\\' ? 1 : 0;
        }
        return closed;
    }

    private static boolean tookTheNextFence(String raw) {
        String code = raw.substring(FENCE.length(), raw.length() - FENCE.length());
        String last = code.substring(code.lastIndexOf('\n') + 1).strip();
        return last.matches("(todo\\s+)?(bad|good)(\\s+\"[^\"]*\")?")
                || code.lines()
                        .map(String::strip)
                        .anyMatch(l -> l.matches("rule [\\w-]+ on \\w+ \\{"));
    }
}
