package org.ringfence.reader.c.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of the same length in which comments, literals and directives are blanks. */
final class Masked {
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?m)^[ \\t\\f\\uFEFF]*#[ \\t]*([a-z]*)([^\\n\\r]*)");

    /**
     * A preprocessing line.
     *
     * @param at offset of its {@code #}
     * @param body offset of what stands behind its name
     */
    record Directive(String name, int at, int body, String rest) {}

    final String text;
    final List<Directive> directives = new ArrayList<>();

    Masked(String source) {
        char[] out = literals(source);
        String plain = new String(out);
        Matcher line = DIRECTIVE.matcher(plain);
        while (line.find()) {
            int hash = plain.indexOf('#', line.start());
            directives.add(new Directive(line.group(1), hash, line.start(2), line.group(2)));
            for (int i = line.start(); i < line.end(); i++) {
                out[i] = ' ';
            }
        }
        text = new String(out);
    }

    /** Comments become blanks, literals a zero, continued lines one line. */
    private static char[] literals(String source) {
        char[] out = source.toCharArray();
        int at = 0;
        while (at < out.length) {
            int end = stretch(source, at);
            if (end == at) {
                at++;
                continue;
            }
            boolean literal = source.charAt(at) == '"' || source.charAt(at) == '\'';
            for (int i = at; i < end; i++) {
                out[i] = ' ';
            }
            if (literal) {
                out[at] = '0';
            }
            at = end;
        }
        return out;
    }

    /** Where the comment, literal or continuation that starts here ends; here if none does. */
    private static int stretch(String source, int at) {
        char c = source.charAt(at);
        if (source.startsWith("//", at)) {
            int end = at;
            while (end < source.length() && (source.charAt(end) != '\n' || escaped(source, end))) {
                end++;
            }
            return end;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            return end < 0 ? source.length() : end + 2;
        }
        if (c == '\\') {
            int end = at + 1;
            end += source.startsWith("\r", end) ? 1 : 0;
            return source.startsWith("\n", end) ? end + 1 : at;
        }
        boolean separator = c == '\'' && at > 0 && digitAround(source, at);
        if (c == '"' || c == '\'' && !separator) {
            return quoted(source, at, c);
        }
        return at;
    }

    private static boolean digitAround(String source, int at) {
        return Character.isDigit(source.charAt(at - 1))
                && at + 1 < source.length()
                && Character.isLetterOrDigit(source.charAt(at + 1))
                && at > 1
                && !Character.isLetter(source.charAt(at - 2));
    }

    private static int quoted(String source, int at, char quote) {
        int line = source.indexOf('\n', at);
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            if (source.charAt(end) == '\n') {
                return quote == '\'' ? at : line;
            }
            end += source.charAt(end) == '\\' ? 2 : 1;
            if (source.startsWith("\r\n", end - 1) && source.charAt(end - 2) == '\\') {
                end++;
            }
        }
        return Math.min(end + 1, source.length());
    }

    private static boolean escaped(String source, int newline) {
        int before = newline - 1;
        before -= before >= 0 && source.charAt(before) == '\r' ? 1 : 0;
        return before >= 0 && source.charAt(before) == '\\';
    }
}
