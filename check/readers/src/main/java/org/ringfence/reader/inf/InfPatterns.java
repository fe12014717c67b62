package org.ringfence.reader.inf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;

/**
 * Reads one line of an INF: {@code HKR,,Security,,$SDDL} or {@code PnpLockdown = $X}. A value is a
 * hole, {@code $...} for any number of values, or as written; case does not matter, and {@code $$}
 * is a dollar. A line that begins with a root key has five values at least.
 */
final class InfPatterns implements PatternParser {
    @Override
    public Parsed parse(String literal) {
        List<Line> lines = Line.of(literal);
        if (lines.size() != 1) {
            return broken(0, literal.length(), "a pattern is one line of an INF");
        }
        Line line = lines.get(0);
        if (line.text().charAt(0) == '[') {
            return broken(
                    0, literal.length(), "a pattern is a line, not a section; walk `sections`");
        }
        if (line.openQuote()) {
            return broken(0, literal.length(), "a quote does not end");
        }
        int equals = line.find('=', 0);
        int comma = line.find(',', 0);
        boolean keyed = equals >= 0 && (comma < 0 || equals < comma);
        List<Problem> problems = new ArrayList<>();
        String key = keyed ? line.said(0, equals, token -> "%" + token + "%").text() : "";
        if (key.startsWith("$") && !key.startsWith("$$")) {
            problems.add(
                    new Problem(line.offsets()[0], equals, "the key of a line cannot be a hole"));
        }
        List<Pattern> values = values(line, keyed ? equals + 1 : 0, problems);
        if (!keyed && values.stream().noneMatch(Pattern.Exact.class::isInstance)) {
            problems.add(new Problem(0, literal.length(), "the pattern matches every line"));
        }
        if (!problems.isEmpty()) {
            return new Parsed.Broken(problems);
        }
        return keyed
                ? new Parsed.Understood(
                        new Pattern.Exact("entry", Names.lower(unescaped(key)), values),
                        "a line with a key")
                : keyless(values);
    }

    /** As a line of a section of no sort, and of one that changes the registry. */
    @Override
    public List<Source> samples(String literal) {
        String line =
                literal.replaceAll(",?\\s*(?<!\\$)\\$\\.\\.\\.\\w*", "")
                        .replaceAll("(?<!\\$)\\$(?=[A-Za-z_])", "sample")
                        .replace("$$", "$");
        return Stream.of("[Sample]\n", "[DefaultInstall]\nAddReg = Sample\n[Sample]\n")
                .map(before -> new Source("sample.inf", before + line + "\n"))
                .toList();
    }

    private static Parsed keyless(List<Pattern> values) {
        boolean registry =
                values.get(0) instanceof Pattern.Exact exact
                        && List.of("hkr", "hklm", "hkcu", "hkcr", "hku").contains(exact.label());
        if (!registry) {
            return new Parsed.Understood(
                    new Pattern.Exact("entry", "", values), "a line without a key");
        }
        boolean open = values.stream().anyMatch(Pattern.Rest.class::isInstance);
        List<Pattern> padded = new ArrayList<>(values);
        while (!open && padded.size() < 5) {
            padded.add(new Pattern.Exact("value", "", List.of()));
        }
        return new Parsed.Understood(
                new Pattern.Exact("registry-value", "", padded), "a value of the registry");
    }

    private static List<Pattern> values(Line line, int from, List<Problem> problems) {
        List<Pattern> values = new ArrayList<>();
        int length = line.text().length();
        int start = from;
        while (start <= length) {
            int next = line.find(',', start);
            int end = next < 0 ? length : next;
            values.add(value(line, start, end, problems));
            start = end + 1;
        }
        return values;
    }

    private static Pattern value(Line line, int from, int to, List<Problem> problems) {
        String text = line.said(from, to, token -> "%" + token + "%").text();
        if (text.startsWith("$...")) {
            return new Pattern.Rest(text.substring(4));
        }
        if (text.equals("$_")) {
            return new Pattern.Any();
        }
        if (text.matches("\\$[A-Za-z_]\\w*")) {
            return new Pattern.Capture(text.substring(1));
        }
        if (text.replace("$$", "").contains("$")) {
            problems.add(
                    new Problem(
                            line.offsets()[from],
                            to - from,
                            "a value is one hole or none: `" + text + "`; $$ is a dollar"));
        }
        return new Pattern.Exact("value", Names.lower(unescaped(text)), List.of());
    }

    private static String unescaped(String text) {
        return text.replace("$$", "$");
    }

    private static Parsed broken(int start, int length, String message) {
        return new Parsed.Broken(List.of(new Problem(start, length, message)));
    }
}
