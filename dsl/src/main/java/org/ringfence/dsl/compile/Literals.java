package org.ringfence.dsl.compile;

import java.util.List;

/** Decodes strings and code literals as they stand in a file. */
final class Literals {
    private static final String FENCE = "```";

    private final Problems problems;

    Literals(Problems problems) {
        this.problems = problems;
    }

    /**
     * A string in double quotes with the escapes {@code \" \\ \n \t}.
     *
     * @param start the offset of the opening quote
     */
    Decoded string(String raw, int start) {
        String complaint = Fences.complaint(raw);
        int last = complaint.isEmpty() ? raw.length() - 1 : raw.length();
        if (!complaint.isEmpty()) {
            problems.error(new Place(start, raw.length()), ProblemCode.LITERAL, complaint);
        }
        Decoded out = new Decoded(start + last);
        for (int i = 1; i < last; i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < last) {
                out.add(escaped(raw.charAt(i + 1), start + i), start + i);
                i++;
            } else {
                out.add(c, start + i);
            }
        }
        return out;
    }

    private char escaped(char c, int offset) {
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> {
                problems.error(
                        new Place(offset, 2),
                        ProblemCode.LITERAL,
                        "`\\" + c + "` means nothing; write `\\\\` for a backslash");
                yield c;
            }
        };
    }

    /**
     * Code between backticks: as it stands on one line, or a block without its common indentation,
     * with LF at the ends of lines.
     *
     * @param start the offset of the first backtick
     */
    Decoded code(String raw, int start) {
        boolean block = raw.startsWith(FENCE);
        String fence = block ? FENCE : "`";
        boolean closed = raw.length() >= 2 * fence.length() && raw.endsWith(fence);
        int last = closed ? raw.length() - fence.length() : raw.length();
        String complaint = Fences.complaint(raw);
        if (!complaint.isEmpty()) {
            problems.error(new Place(start, fence.length()), ProblemCode.LITERAL, complaint);
        }
        if (block) {
            languageTag(raw, start);
        }
        return new Dedent(raw, start, fence.length(), last).decoded();
    }

    /** As in Markdown. No code begins with such a line, so it is nothing else. */
    private void languageTag(String raw, int start) {
        String line = raw.substring(FENCE.length()).lines().findFirst().orElse("");
        if (line.matches("(?i)(c|cc|cpp|c\\+\\+|h|inf|ini|sddl|text|txt)\\s*")
                && raw.contains("\n")) {
            Place place = new Place(start + FENCE.length(), line.length());
            problems.error(
                    place,
                    ProblemCode.LITERAL,
                    "the code begins behind the backticks, without the name of its language",
                    List.of(new Replacement(place, "", "Remove it")));
        }
    }
}
