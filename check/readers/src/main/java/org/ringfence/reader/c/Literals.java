package org.ringfence.reader.c;

import java.util.OptionalLong;

/** What literals say. */
final class Literals {
    private Literals() {}

    /** The value of an integer literal with any suffix, wrapping at 64 bits. */
    static OptionalLong integer(String written) {
        String digits = written.replace("'", "");
        int radix = 10;
        int from = 0;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            char kind = (char) (digits.charAt(1) | 32);
            radix = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
            from = radix == 8 ? 1 : 2;
        }
        long value = 0;
        int at = from;
        for (; at < digits.length(); at++) {
            int digit = Character.digit(digits.charAt(at), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
        }
        boolean none = at == from && !(radix == 8 && digits.charAt(0) == '0');
        return none || !isSuffix(digits.substring(at))
                ? OptionalLong.empty()
                : OptionalLong.of(value);
    }

    private static boolean isSuffix(String suffix) {
        return switch (suffix.toLowerCase(java.util.Locale.ROOT)) {
            case "", "u", "l", "ul", "lu", "ll", "ull", "llu", "z", "uz" -> true;
            case "i8", "i16", "i32", "i64", "ui8", "ui16", "ui32", "ui64" -> true;
            default -> false;
        };
    }

    /** The value of a character literal; several characters pack as MSVC packs them. */
    static OptionalLong character(String written) {
        int open = written.indexOf('\'');
        int close = written.lastIndexOf('\'');
        if (open < 0 || close <= open + 1) {
            return OptionalLong.empty();
        }
        Decoded decoded = decode(written, open + 1, close);
        if (open > 0) {
            return OptionalLong.of(decoded.text().charAt(0));
        }
        long value = 0;
        for (int i = 0; i < decoded.text().length(); i++) {
            value = value << 8 | decoded.text().charAt(i) & 0xFF;
        }
        return decoded.text().isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * @param offsets for each UTF-16 unit of {@code text} the offset in what was decoded, and one
     *     more for the end
     */
    record Decoded(String text, int[] offsets) {}

    /** What a string literal says, offsets counted from the first character of the literal. */
    static Decoded string(String written) {
        int open = written.indexOf('"');
        if (open < 0) {
            return new Decoded("", new int[] {0});
        }
        boolean closed = written.length() > open + 1 && written.endsWith("\"");
        int close = closed ? written.length() - 1 : written.length();
        if (open > 0 && written.charAt(open - 1) == 'R') {
            int from = written.indexOf('(', open) + 1;
            int to = Math.max(from, written.lastIndexOf(')'));
            int[] offsets = new int[to - from + 1];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = from + i;
            }
            return new Decoded(written.substring(from, to), offsets);
        }
        return decode(written, open + 1, close);
    }

    private static Decoded decode(String written, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int[] offsets = new int[to - from + 1];
        int at = from;
        while (at < to) {
            offsets[text.length()] = at;
            char c = written.charAt(at++);
            if (c != '\\' || at >= to) {
                text.append(c);
                continue;
            }
            char escape = written.charAt(at++);
            if (escape == '\n' || escape == '\r') {
                at += escape == '\r' && at < to && written.charAt(at) == '\n' ? 1 : 0;
                continue;
            }
            if (escape == 'x' || escape == 'u' || escape == 'U') {
                int limit = Math.min(to, escape == 'x' ? to : at + (escape == 'u' ? 4 : 8));
                int value = 0;
                while (at < limit && Character.digit(written.charAt(at), 16) >= 0) {
                    value = value << 4 | Character.digit(written.charAt(at++), 16);
                }
                text.append((char) value);
            } else if (escape >= '0' && escape <= '7') {
                int value = escape - '0';
                for (int n = 0; n < 2 && at < to && isOctal(written.charAt(at)); n++) {
                    value = value << 3 | written.charAt(at++) - '0';
                }
                text.append((char) value);
            } else {
                text.append(simpleEscape(escape));
            }
        }
        offsets[text.length()] = to;
        return new Decoded(text.toString(), java.util.Arrays.copyOf(offsets, text.length() + 1));
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private static char simpleEscape(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'a' -> 0x07;
            default -> escape;
        };
    }
}
