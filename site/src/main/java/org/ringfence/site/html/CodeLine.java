package org.ringfence.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an example.
 *
 * @param text without its line end and without a test marker
 * @param hit whether a finding lies on it
 * @param remarks what stands below it
 */
public record CodeLine(String text, boolean hit, List<Ref> remarks) {
    /**
     * A comment sign with two exclamation marks starts an expectation: it ends the line. Security
     * descriptors have no comments, so there the two marks stand alone behind a blank.
     */
    private static final Pattern MARKER =
            Pattern.compile(
                    "\\s*(?://|;|#|<!--)!!(?<words>.*)|\\s+!!(?:\\s+[$@][\\w.]+=\\S+)*\\s*$");

    public CodeLine {
        remarks = List.copyOf(remarks);
    }

    /**
     * Cuts a text into lines and takes the test markers off.
     *
     * @param remarks what to say below each line, by its 1-based number; such a line is a hit
     */
    public static List<CodeLine> of(String code, Map<Integer, List<Ref>> remarks) {
        List<CodeLine> lines = new ArrayList<>();
        for (String line : code.stripTrailing().split("\r?\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            boolean marked = marker.find();
            List<Ref> said = remarks.getOrDefault(lines.size() + 1, List.of());
            lines.add(
                    new CodeLine(
                            marked ? line.substring(0, marker.start()) : line,
                            marked || !said.isEmpty(),
                            said));
        }
        return List.copyOf(lines);
    }

    /** Returns the words after the marker of each marked line, by its 1-based number. */
    static Map<Integer, List<String>> expected(String code) {
        Map<Integer, List<String>> expected = new TreeMap<>();
        String[] lines = code.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher marker = MARKER.matcher(lines[i]);
            if (marker.find() && marker.group("words") != null) {
                expected.put(i + 1, List.of(marker.group("words").strip().split("\\s+")));
            }
        }
        return expected;
    }
}
