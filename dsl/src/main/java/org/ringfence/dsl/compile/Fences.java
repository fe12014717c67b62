package org.ringfence.dsl.compile;

/** Tells blocks of code that their author forgot to close. */
public final class Fences {
    private static final String FENCE = "```";

    private Fences() {}

    /**
     * What is wrong with a block, or an empty text.
     *
     * @param raw with its fences; a block that is not closed reaches to the end of the file
     */
    public static String complaint(String raw) {
        if (!raw.startsWith(FENCE)) {
            return "";
        }
        if (raw.length() < 2 * FENCE.length() || !raw.endsWith(FENCE)) {
            return "the code that opens here is not closed: three backticks are missing";
        }
        return tookTheNextFence(raw)
                ? "the code that opens here is probably not closed: it ends where another block opens"
                : "";
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
