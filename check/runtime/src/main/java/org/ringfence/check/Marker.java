package org.ringfence.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expectation in the text of a test: the comment marker of the subject, then words ({@code
 * rule-id} in fixtures) and assertions ({@code $X=value}, {@code @macro="a value"}, {@code
 * severity=low}).
 *
 * @param line 1-based
 */
record Marker(int line, List<String> words, List<Assertion> assertions) {
    /** What can be asserted beside captures. */
    static final String SEVERITY = "severity";

    /**
     * @param what a capture as it is written, or {@link #SEVERITY}
     */
    record Assertion(String what, String value) {}

    /** A text without its markers, and the markers. */
    record Marked(String text, List<Marker> markers) {}

    private static final Pattern TOKEN =
            Pattern.compile("([$@][\\w.]+|severity)=(?:\"([^\"]*)\"|(\\S+))|([A-Za-z0-9_-]+)");

    static Marked split(String text, String marker) {
        List<Marker> markers = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf(marker);
            if (at >= 0) {
                markers.add(parse(i + 1, lines[i].substring(at + marker.length())));
            }
            rest.append(at < 0 ? lines[i] : lines[i].substring(0, at).stripTrailing());
            rest.append(i + 1 < lines.length ? "\n" : "");
        }
        return new Marked(rest.toString(), markers);
    }

    private static Marker parse(int line, String text) {
        List<String> words = new ArrayList<>();
        List<Assertion> assertions = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group(4) != null) {
                words.add(token.group(4));
            } else {
                assertions.add(
                        new Assertion(
                                token.group(1),
                                token.group(2) != null ? token.group(2) : token.group(3)));
            }
        }
        return new Marker(line, words, assertions);
    }
}
