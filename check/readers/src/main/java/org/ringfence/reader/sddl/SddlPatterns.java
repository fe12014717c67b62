package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;

/**
 * Reads one entry: {@code (A;$FLAGS;$RIGHTS;$O;$I;$SID)}. A field is a hole, or exactly as written,
 * an empty one included.
 */
final class SddlPatterns implements PatternParser {
    /** Something that may stand in each field. */
    private static final List<String> ANY = List.of("A", "", "GA", "", "", "WD", "(Exists x)");

    @Override
    public Parsed parse(String literal) {
        String text = literal.strip();
        int from = literal.indexOf(text);
        if (text.length() < 2 || text.charAt(0) != '(' || text.charAt(text.length() - 1) != ')') {
            return broken(
                    from,
                    text.length(),
                    "a pattern is one entry in brackets: (A;$FLAGS;$RIGHTS;$O;$I;$SID)");
        }
        List<Problem> problems = new ArrayList<>();
        List<Pattern> fields = new ArrayList<>();
        String[] written = text.substring(1, text.length() - 1).split(";", -1);
        boolean rest = false;
        int at = from + 1;
        for (String field : written) {
            int index =
                    rest ? Entries.FIELDS.size() - written.length + fields.size() : fields.size();
            rest |= field.strip().startsWith("$...");
            fields.add(field(field, Math.min(Math.max(index, 0), 6), at, problems));
            at += field.length() + 1;
        }
        if (!rest && (written.length < 6 || written.length > 7)) {
            problems.add(
                    new Problem(
                            from,
                            text.length(),
                            "an entry has 6 fields, or 7 with a condition; this one has "
                                    + written.length));
        }
        return problems.isEmpty()
                ? new Parsed.Understood(
                        new Pattern.Exact("ace", "", fields), "an access control entry")
                : new Parsed.Broken(problems);
    }

    /** As an entry of either list; a hole that is left out is an empty field. */
    @Override
    public List<Source> samples(String literal) {
        String text = literal.strip();
        if (text.contains("$...")) {
            return List.of();
        }
        List<String> fields = new ArrayList<>();
        for (String field : text.substring(1, text.length() - 1).split(";", -1)) {
            boolean hole = field.strip().startsWith("$");
            fields.add(hole ? ANY.get(Math.min(fields.size(), ANY.size() - 1)) : field);
        }
        String entry = "(" + String.join(";", fields) + ")";
        return Stream.of("D:", "S:").map(l -> new Source("sample.sddl", l + entry)).toList();
    }

    private static Pattern field(String written, int index, int at, List<Problem> problems) {
        String text = written.strip();
        if (text.startsWith("$...")) {
            return new Pattern.Rest(text.substring(4));
        }
        if (text.equals("$_")) {
            return new Pattern.Any();
        }
        if (text.matches("\\$[A-Za-z_]\\w*")) {
            return new Pattern.Capture(text.substring(1));
        }
        if (text.contains("$")) {
            problems.add(
                    new Problem(
                            at, written.length(), "a field is one hole or none: `" + text + "`"));
        } else if (index == 0 && !Entries.TYPES.contains(text)) {
            problems.add(
                    new Problem(
                            at,
                            written.length(),
                            "`"
                                    + text
                                    + "` is no type of an entry; the nearest is "
                                    + SddlParser.nearest(text, Entries.TYPES)));
        } else if (index == 5 && !Trustees.isValid(text)) {
            problems.add(new Problem(at, written.length(), "`" + text + "` is no trustee"));
        }
        return new Pattern.Exact(Entries.FIELDS.get(index), text, List.of());
    }

    private static Parsed broken(int start, int length, String message) {
        return new Parsed.Broken(List.of(new Problem(start, length, message)));
    }
}
