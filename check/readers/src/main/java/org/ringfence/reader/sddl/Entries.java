package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.ringfence.reader.DataNode;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/** Reads access control entries. */
final class Entries {
    static final List<String> FIELDS =
            List.of("type", "flags", "rights", "object-guid", "inherit-guid", "sid", "condition");
    static final Set<String> TYPES =
            new TreeSet<>(
                    Set.of(
                            "A", "D", "OA", "OD", "AU", "AL", "OU", "OL", "ML", "SP", "XA", "XD",
                            "ZA", "XU", "RA", "TL", "FL"));
    private static final Set<String> WITH_CONDITION = Set.of("XA", "XD", "ZA", "XU", "RA", "FL");
    private static final Set<String> ALLOWING = Set.of("A", "OA", "XA", "ZA");
    private static final Set<String> FLAGS =
            new TreeSet<>(Set.of("CI", "OI", "NP", "IO", "ID", "SA", "FA", "TP", "CR"));
    private static final Pattern GUID =
            Pattern.compile("\\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}?");

    /** Takes a problem: from, to, message. */
    interface Problems {
        void add(int from, int to, String message);
    }

    private final String text;
    private final Rights rights;
    private final BiFunction<Integer, Integer, Span> spans;
    private final Problems problems;

    Entries(
            String text,
            Rights rights,
            BiFunction<Integer, Integer, Span> spans,
            Problems problems) {
        this.text = text;
        this.rights = rights;
        this.spans = spans;
        this.problems = problems;
    }

    /** The place behind the bracket that closes the one here. */
    int closing(int open, int end) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < Math.min(end, open + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '"' && depth > 1) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        int next = text.indexOf('(', open + 1);
        return next < 0 || next > end ? end : next;
    }

    /** Far more than any entry has; without it, unclosed entries would cost quadratic time. */
    private static final int LONGEST = 8_192;

    private record Field(int from, int to) {}

    Node ace(int open, int close, boolean access) {
        boolean closed = text.charAt(close - 1) == ')' && close - 1 > open;
        if (!closed) {
            problems.add(open, close, "this entry is not closed; put ) behind it");
        }
        List<Field> fields = split(open + 1, closed ? close - 1 : close);
        List<Node> children = new ArrayList<>();
        String type = text(fields.get(0));
        count(open, close, fields, type);
        for (int i = 0; i < Math.min(fields.size(), FIELDS.size()); i++) {
            Field field = fields.get(i);
            children.add(
                    i == 5
                            ? sid(field.from, field.to)
                            : DataNode.leaf(
                                    FIELDS.get(i), text(field), spans.apply(field.from, field.to)));
        }
        check(fields, type);
        return new DataNode(
                "ace",
                "",
                spans.apply(open, close),
                children,
                name -> attribute(name, children, access));
    }

    private String text(Field field) {
        return text.substring(field.from, field.to);
    }

    private List<Field> split(int from, int to) {
        List<Field> fields = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to && fields.size() < 7; i++) {
            if (i == to || text.charAt(i) == ';' && fields.size() < 6) {
                fields.add(trimmed(start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    private Field trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Field(start, end);
    }

    private void count(int open, int close, List<Field> fields, String type) {
        boolean seven = WITH_CONDITION.contains(type);
        if (fields.size() < 6) {
            problems.add(
                    open,
                    close,
                    "an entry has 6 fields between semicolons (type;flags;rights;object;inherit;sid),"
                            + " this one has "
                            + fields.size());
        } else if (fields.size() == 7 && !seven && TYPES.contains(type)) {
            Field extra = fields.get(6);
            problems.add(
                    Math.max(open, extra.from - 1),
                    extra.to,
                    "an entry of type " + type + " has 6 fields, this one has more");
        }
    }

    private void check(List<Field> fields, String type) {
        Field first = fields.get(0);
        if (!TYPES.contains(type)) {
            unknown(first, type, "type of an entry", TYPES);
        }
        if (fields.size() > 1) {
            pairs(fields.get(1), "flag of an entry", FLAGS);
        }
        if (fields.size() > 2) {
            rights(fields.get(2));
        }
        for (int i = 3; i < Math.min(5, fields.size()); i++) {
            String guid = text(fields.get(i));
            if (!guid.isEmpty() && !GUID.matcher(guid).matches()) {
                problems.add(
                        fields.get(i).from,
                        fields.get(i).to,
                        "`" + guid + "` is no GUID; leave the field empty or write one");
            }
        }
    }

    private void rights(Field field) {
        String written = text(field);
        if (!written.isEmpty() && Character.isDigit(written.charAt(0))) {
            if (rights.mask(written).isEmpty()) {
                problems.add(
                        field.from, field.to, "`" + written + "` is no number of at most 32 bits");
            }
        } else {
            pairs(field, "right", rights.tokens());
        }
    }

    private void pairs(Field field, String what, Set<String> valid) {
        for (int i = field.from; i < field.to; i += 2) {
            Field pair = new Field(i, Math.min(i + 2, field.to));
            if (!valid.contains(text(pair))) {
                unknown(pair, text(pair), what, valid);
            }
        }
    }

    private void unknown(Field field, String written, String what, Set<String> valid) {
        String said =
                written.isEmpty()
                        ? "the " + what + " is missing"
                        : "`" + written + "` is no " + what;
        String hint =
                written.isEmpty() ? "" : "; the nearest is " + SddlParser.nearest(written, valid);
        problems.add(field.from, field.to, said + hint);
    }

    /** A trustee between two places. */
    Node sid(int from, int to) {
        String written = text.substring(from, to);
        if (!Trustees.isValid(written)) {
            if (written.startsWith("S-")) {
                problems.add(from, to, "`" + written + "` is no SID; write S-1- and numbers");
            } else {
                unknown(new Field(from, to), written, "trustee", Trustees.tokens());
            }
        }
        return DataNode.leaf("sid", written, spans.apply(from, to));
    }

    private Value attribute(String name, List<Node> children, boolean access) {
        String type = label(children, 0);
        String sid = label(children, 5);
        return switch (name) {
            case "type" -> new Value.Text(type);
            case "flags" -> new Value.Text(label(children, 1));
            case "mask" -> mask(rights, label(children, 2));
            case "rights" -> words(rights, label(children, 2));
            case "sid" -> new Value.Text(Trustees.sid(sid));
            case "token" -> new Value.Text(Trustees.token(sid));
            case "trustee" -> new Value.Text(Trustees.words(sid));
            case "allows" -> new Value.Truth(access && ALLOWING.contains(type));
            case "in-dacl" -> new Value.Truth(access);
            case "inherit-only" -> new Value.Truth(hasPair(label(children, 1), "IO"));
            default -> new Value.Absent();
        };
    }

    private static boolean hasPair(String flags, String pair) {
        for (int i = 0; i + 1 < flags.length(); i += 2) {
            if (flags.startsWith(pair, i)) {
                return true;
            }
        }
        return false;
    }

    private static String label(List<Node> children, int index) {
        return index < children.size() ? children.get(index).label() : "";
    }

    static Value mask(Rights rights, String written) {
        OptionalLong mask = rights.mask(written);
        return mask.isPresent()
                ? new Value.Int(mask.getAsLong())
                : new Value.Unknown("`" + written + "` does not spell rights");
    }

    static Value words(Rights rights, String written) {
        OptionalLong mask = rights.mask(written);
        return mask.isPresent()
                ? new Value.Text(rights.words(mask.getAsLong()))
                : new Value.Unknown("`" + written + "` does not spell rights");
    }
}
