package org.ringfence.reader.inf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Gap;

/** The sections of a file, read in two rounds: the strings first, since any line may use them. */
final class InfFile {
    private static final int MAX_TOKEN_DEPTH = 4;
    private static final int MAX_RESOLVED = 32_768;

    final List<Section> sections = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    private final Map<String, String> strings = new HashMap<>();

    /** What whole tokens stand for: a file names the same few again and again. */
    private final Map<String, String> resolved = new HashMap<>();

    private final String text;

    InfFile(String text) {
        this.text = text;
        List<Line> lines = Line.of(text);
        read(lines, false);
        sections.stream().filter(section -> isStrings(section, true)).forEach(this::define);
        sections.stream().filter(section -> isStrings(section, false)).forEach(this::define);
        sections.clear();
        gaps.clear();
        resolved.clear();
        read(lines, true);
    }

    private static boolean isStrings(Section section, boolean neutral) {
        String name = Names.lower(section.name);
        return neutral ? name.equals("strings") : name.startsWith("strings.");
    }

    private void define(Section section) {
        for (Section.Entry entry : section.entries) {
            strings.putIfAbsent(Names.lower(entry.keyText()), entry.whole().text());
        }
    }

    private String resolve(String token) {
        return resolved.computeIfAbsent(token, t -> resolve(t, 0));
    }

    private String resolve(String token, int depth) {
        String value = strings.get(Names.lower(token.strip()));
        if (value == null || depth >= MAX_TOKEN_DEPTH) {
            return "%" + token + "%";
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < value.length() && out.length() < MAX_RESOLVED) {
            int open = value.indexOf('%', at);
            int close = open < 0 ? -1 : value.indexOf('%', open + 1);
            if (close < 0 || close == open + 1) {
                break;
            }
            out.append(value, at, open)
                    .append(resolve(value.substring(open + 1, close), depth + 1));
            at = close + 1;
        }
        return out.append(value.substring(at)).toString();
    }

    private void read(List<Line> lines, boolean resolved) {
        Section current = null;
        for (Line line : lines) {
            if (line.text().charAt(0) == '[') {
                current = header(line);
                sections.add(current);
                continue;
            }
            if (line.openQuote()) {
                gaps.add(new Gap(line.span(), "a quote that does not end on its line"));
            }
            if (current == null) {
                gaps.add(new Gap(line.span(), "a line before the first section"));
            } else {
                current.entries.add(entry(line, resolved));
            }
        }
    }

    private Section header(Line line) {
        int close = line.text().indexOf(']');
        if (close < 0) {
            gaps.add(new Gap(line.span(), "the name of a section does not end with ]"));
        }
        int end = close < 0 ? line.text().length() : close;
        String name = line.text().substring(1, end).strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1);
        }
        return new Section(name, line.span(0, Math.min(end + 1, line.text().length())), text);
    }

    private Section.Entry entry(Line line, boolean resolved) {
        int equals = line.find('=', 0);
        int comma = line.find(',', 0);
        boolean keyed = equals >= 0 && (comma < 0 || equals < comma);
        int from = keyed ? equals + 1 : 0;
        int length = line.text().length();
        List<Line.Said> values = new ArrayList<>();
        int start = from;
        while (start <= length) {
            int next = line.find(',', start);
            int end = next < 0 ? length : next;
            values.add(said(line, start, end, resolved));
            start = end + 1;
        }
        return new Section.Entry(
                keyed ? Optional.of(said(line, 0, equals, resolved)) : Optional.empty(),
                said(line, from, length, resolved),
                values,
                line.span());
    }

    private Line.Said said(Line line, int from, int to, boolean resolved) {
        return line.said(from, to, resolved ? this::resolve : token -> "%" + token + "%");
    }
}
