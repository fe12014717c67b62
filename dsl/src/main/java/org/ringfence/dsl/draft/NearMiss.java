package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.subject.Span;

/**
 * Code that is nearly as bad as the bad code but is not found, made from the bad code.
 *
 * @param marker the comment of the subject with two exclamation marks
 */
record NearMiss(Snippet bad, Shape shape, String marker, String subject) {
    private static final String OTHER = "other";

    /** A field of a security descriptor cannot say just anything: another trustee can. */
    private String other(String word) {
        if (!subject.equals("sddl")) {
            return OTHER;
        }
        return word.equals("SY") ? "BA" : "SY";
    }

    /** What to try, the nearest first. */
    List<RuleText.Good> all() {
        List<RuleText.Good> misses = new ArrayList<>();
        String text = bad.text();
        for (Span repeated : shape.repeated()) {
            misses.add(
                    good(
                            text.substring(0, repeated.start())
                                    + OTHER
                                    + text.substring(repeated.end()),
                            "two that differ"));
        }
        int first = subject.equals("sddl") ? shape.kept().size() - 1 : 0;
        for (int i = shape.kept().size() - 1; i >= first; i--) {
            Span kept = shape.kept().get(i);
            String word = text.substring(kept.start(), kept.end());
            misses.add(good(everywhere(text, word), "something else than " + shown(word)));
        }
        String comment = marker.replace("!!", "").strip();
        if (!comment.isEmpty()) {
            Span node = shape.node().span();
            String line = text.substring(node.start(), node.end()).split("\\R")[0];
            misses.add(good(comment + " " + line, "only in a comment"));
        }
        return misses;
    }

    private RuleText.Good good(String text, String label) {
        return new RuleText.Good(Snippet.of(text, marker), label, false);
    }

    private static String shown(String word) {
        return word.replace("\"", "").replace("\\", "").strip();
    }

    private String everywhere(String text, String word) {
        Pattern whole = Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)");
        return whole.matcher(text).replaceAll(Matcher.quoteReplacement(other(word)));
    }
}
