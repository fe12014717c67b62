package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.ringfence.reader.DataNode;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/**
 * Reads one descriptor by the grammar of MS-DTYP. What Windows would refuse becomes a problem with
 * its place and the nearest valid spelling; reading goes on behind it.
 */
final class SddlParser {
    private final String text;
    private final int[] offsets;
    private final Entries entries;
    private final List<Node> problems = new ArrayList<>();
    private int at;
    private int end;

    /**
     * @param offsets for each UTF-16 unit of the text, and for its end, the offset in the source
     */
    SddlParser(String text, int[] offsets, Rights rights) {
        this.text = text;
        this.offsets = offsets;
        this.entries = new Entries(text, rights, this::span, this::problem);
    }

    List<Node> problems() {
        return problems;
    }

    /** The descriptor between two places of the text. */
    Node descriptor(int from, int to) {
        at = from;
        end = to;
        List<Node> parts = new ArrayList<>();
        boolean[] seen = new boolean[4];
        skipBlanks();
        while (at < end) {
            int part = "OGDS".indexOf(text.charAt(at));
            if (part < 0 || at + 1 >= end || text.charAt(at + 1) != ':') {
                unexpected();
            } else {
                if (seen[part]) {
                    problem(at, at + 2, "a second " + text.charAt(at) + ": in one descriptor");
                }
                seen[part] = true;
                parts.add(part < 2 ? trustee(part) : list(part));
            }
            skipBlanks();
        }
        if (parts.isEmpty() && problems.isEmpty()) {
            problem(from, to, "a descriptor begins with O:, G:, D: or S:");
        }
        return new DataNode("descriptor", "", span(from, to), parts, name -> new Value.Absent());
    }

    private void skipBlanks() {
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private void unexpected() {
        int from = at++;
        char c = text.charAt(from);
        if (isQuote(c)) {
            problem(from, at, "a quotation mark does not belong into a descriptor; leave it out");
            return;
        }
        while (at < end && text.charAt(at) != '(' && !startsPart(at) && !isQuote(text.charAt(at))) {
            at++;
        }
        if (c == '(') {
            at = entries.closing(from, end);
            problem(from, at, "an entry stands outside D: and S:; put D: in front of it");
        } else {
            problem(
                    from,
                    at,
                    "`"
                            + text.substring(from, at).strip()
                            + "` is no part of a descriptor; O:, G:, D: or S: is");
        }
    }

    private boolean startsPart(int place) {
        return place + 1 < end
                && text.charAt(place + 1) == ':'
                && "OGDS".indexOf(text.charAt(place)) >= 0;
    }

    private static boolean isQuote(char c) {
        return c == '"'
                || c == '\''
                || c >= '\u2018' && c <= '\u201f'
                || c == '\u00ab'
                || c == '\u00bb';
    }

    private Node trustee(int part) {
        int from = at;
        at += 2;
        skipBlanks();
        int name = at;
        while (at < end && text.charAt(at) > ' ' && !startsPart(at) && text.charAt(at) != '(') {
            at++;
        }
        Node sid = entries.sid(name, at);
        String kind = part == 0 ? "owner" : "group";
        return new DataNode(kind, "", span(from, at), List.of(sid), any -> new Value.Absent());
    }

    private Node list(int part) {
        int from = at;
        boolean access = part == 2;
        at += 2;
        skipBlanks();
        int flagsFrom = at;
        while (at < end && Character.isLetter(text.charAt(at)) && !startsPart(at)
                || at < end && text.charAt(at) == '_') {
            at++;
        }
        String flags = text.substring(flagsFrom, at);
        listFlags(flagsFrom, flags);
        List<Node> found = new ArrayList<>();
        skipBlanks();
        while (at < end && !startsPart(at)) {
            if (text.charAt(at) == '(') {
                int close = entries.closing(at, end);
                found.add(entries.ace(at, close, access));
                at = close;
            } else {
                unexpected();
            }
            skipBlanks();
        }
        boolean guarded = flags.contains("P");
        return new DataNode(
                access ? "dacl" : "sacl",
                flags,
                span(from, at),
                found,
                name -> name.equals("protected") ? new Value.Truth(guarded) : new Value.Absent());
    }

    private void listFlags(int from, String flags) {
        if (flags.equals("NO_ACCESS_CONTROL")) {
            return;
        }
        int i = 0;
        while (i < flags.length()) {
            if (flags.charAt(i) == 'P') {
                i++;
            } else if (flags.startsWith("AR", i) || flags.startsWith("AI", i)) {
                i += 2;
            } else {
                problem(
                        from + i,
                        from + flags.length(),
                        "`" + flags.substring(i) + "` is no flag of a list; P, AR and AI are");
                return;
            }
        }
    }

    private Span span(int from, int to) {
        IntUnaryOperator place = i -> offsets[i];
        int start = place.applyAsInt(from);
        return new Span(start, to > from ? Math.max(start, place.applyAsInt(to - 1) + 1) : start);
    }

    private void problem(int from, int to, String message) {
        Span span = span(from, to);
        problems.add(
                new DataNode(
                        "problem",
                        text.substring(from, to),
                        span,
                        List.of(),
                        name ->
                                name.equals("message")
                                        ? new Value.Text(message)
                                        : new Value.Absent()));
    }

    /** The valid spelling that needs fewest changes. */
    static String nearest(String written, Collection<String> valid) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        String upper = written.toUpperCase(java.util.Locale.ROOT);
        for (String candidate : valid) {
            int changes = changes(upper, candidate);
            if (changes < fewest) {
                fewest = changes;
                best = candidate;
            }
        }
        return best;
    }

    private static int changes(String a, String b) {
        if (a.length() == 2
                && b.length() == 2
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)) {
            return 1;
        }
        int same = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            same += a.charAt(i) == b.charAt(i) ? 1 : 0;
        }
        return 2 * (Math.max(a.length(), b.length()) - same);
    }
}
