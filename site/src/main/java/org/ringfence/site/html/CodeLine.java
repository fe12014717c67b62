package org.ringfence.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.site.highlight.Highlighter;

/**
 * A line of an example.
 *
 * @param runs the text in coloured pieces, without its line end and without a test marker
 * @param look whether a finding lies on it, or what a change does to it
 * @param remarks what stands below it
 */
public record CodeLine(List<Highlighter.Run> runs, Look look, List<Remark> remarks) {
    /** What is special about a line. */
    public enum Look {
        PLAIN("line"),
        HIT("line hit"),
        REMOVED("line del"),
        ADDED("line ins");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        /** Returns the classes for the style sheet. */
        public String style() {
            return style;
        }
    }

    /**
     * What a finding says about a line.
     *
     * @param severity a word, or empty where only the rule is known
     * @param rule its id, and its page where that is another one
     * @param steps how a value came here, one sentence each
     * @param more what else there is to say, one sentence each
     */
    public record Remark(
            String severity, Inline message, Ref rule, List<String> steps, List<String> more) {
        public Remark {
            steps = List.copyOf(steps);
            more = List.copyOf(more);
        }

        public Remark(String severity, Inline message, Ref rule, List<String> steps) {
            this(severity, message, rule, steps, List.of());
        }

        /** Returns the same with what else there is to say. */
        public Remark with(List<String> more) {
            return new Remark(severity, message, rule, steps, more);
        }
    }

    /** The part of a line that a finding points to: 0-based, in UTF-16 units; empty for none. */
    public record Part(int from, int to) {
        public static final Part NONE = new Part(0, 0);

        boolean in(int start, int end) {
            return from < end && to > start;
        }
    }

    /**
     * A comment sign with two exclamation marks starts an expectation: it ends the line. Security
     * descriptors have no comments, so there the two marks stand alone behind a blank.
     */
    private static final Pattern MARKER =
            Pattern.compile(
                    "\\s*(?://|;|#|<!--)!!(?<words>.*)|\\s+!!(?:\\s+[$@][\\w.]+=\\S+)*\\s*$");

    public CodeLine {
        runs = List.copyOf(runs);
        remarks = List.copyOf(remarks);
    }

    /** What is to be said on a line. */
    public record Note(Part part, Remark remark) {}

    /**
     * Cuts a text into coloured lines and takes the test markers off.
     *
     * @param notes by 1-based line; such a line is a hit
     */
    public static List<CodeLine> of(
            String code, String language, Highlighter colours, Map<Integer, List<Note>> notes) {
        Bare bare = Bare.of(code);
        return of(colours.lines(language, bare.text()), notes, bare.marked());
    }

    /**
     * Says notes on coloured lines.
     *
     * @param notes by 1-based line; such a line is a hit
     * @param hits more lines that are hits, 1-based
     */
    public static List<CodeLine> of(
            List<List<Highlighter.Run>> coloured,
            Map<Integer, List<Note>> notes,
            List<Integer> hits) {
        List<CodeLine> lines = new ArrayList<>();
        for (int i = 0; i < coloured.size(); i++) {
            List<Note> said = notes.getOrDefault(i + 1, List.of());
            List<Highlighter.Run> runs = coloured.get(i);
            for (Note note : said) {
                runs = pointed(runs, note.part());
            }
            boolean hit = !said.isEmpty() || hits.contains(i + 1);
            lines.add(
                    new CodeLine(
                            runs,
                            hit ? Look.HIT : Look.PLAIN,
                            said.stream().map(Note::remark).toList()));
        }
        return List.copyOf(lines);
    }

    /** Cuts runs at the ends of a part and marks what lies inside. */
    private static List<Highlighter.Run> pointed(List<Highlighter.Run> runs, Part part) {
        List<Highlighter.Run> cut = new ArrayList<>();
        int at = 0;
        for (Highlighter.Run run : runs) {
            int end = at + run.text().length();
            if (!part.in(at, end)) {
                cut.add(run);
            } else {
                int from = Math.max(part.from(), at) - at;
                int to = Math.min(part.to(), end) - at;
                add(run.style(), run.text().substring(0, from), cut);
                add((run.style() + " at").strip(), run.text().substring(from, to), cut);
                add(run.style(), run.text().substring(to), cut);
            }
            at = end;
        }
        return cut;
    }

    private static void add(String style, String text, List<Highlighter.Run> runs) {
        if (!text.isEmpty()) {
            runs.add(new Highlighter.Run(style, text));
        }
    }

    /** Returns the line as plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /** A text without its test markers, and the 1-based lines that had one. */
    public record Bare(String text, List<Integer> marked) {
        public static Bare of(String code) {
            List<String> lines = new ArrayList<>();
            List<Integer> marked = new ArrayList<>();
            for (String line : code.stripTrailing().split("\r?\n", -1)) {
                Matcher marker = MARKER.matcher(line);
                boolean found = marker.find();
                lines.add(found ? line.substring(0, marker.start()) : line);
                if (found) {
                    marked.add(lines.size());
                }
            }
            return new Bare(String.join("\n", lines), List.copyOf(marked));
        }
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
