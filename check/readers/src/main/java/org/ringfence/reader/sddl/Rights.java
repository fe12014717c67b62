package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What the letters and numbers of the rights field mean. */
final class Rights {
    private static final Map<Long, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(0x10000000L, "do everything");
        WORDS.put(0x80000000L, "read");
        WORDS.put(0x40000000L, "write");
        WORDS.put(0x20000000L, "execute");
        WORDS.put(0x00010000L, "delete");
        WORDS.put(0x00020000L, "read the descriptor");
        WORDS.put(0x00040000L, "change the descriptor");
        WORDS.put(0x00080000L, "take ownership");
        WORDS.put(0x00100000L, "wait");
    }

    private final Map<String, Long> masks;

    /**
     * @param masks by token
     */
    Rights(Map<String, Long> masks) {
        this.masks = masks;
    }

    boolean isToken(String token) {
        return token.length() == 2 && masks.containsKey(token);
    }

    Set<String> tokens() {
        Set<String> tokens = new java.util.TreeSet<>(masks.keySet());
        tokens.removeIf(token -> token.length() != 2);
        return tokens;
    }

    /** The mask of a number or of a row of tokens; empty if it is neither. */
    OptionalLong mask(String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return OptionalLong.of(0);
        }
        if (Character.isDigit(text.charAt(0))) {
            try {
                long value = Long.decode(text);
                return value >= 0 && value <= 0xFFFFFFFFL
                        ? OptionalLong.of(value)
                        : OptionalLong.empty();
            } catch (NumberFormatException notANumber) {
                return OptionalLong.empty();
            }
        }
        long mask = 0;
        for (int at = 0; at < text.length(); at += 2) {
            String token = text.substring(at, Math.min(at + 2, text.length()));
            if (!isToken(token)) {
                return OptionalLong.empty();
            }
            mask |= masks.get(token);
        }
        return OptionalLong.of(mask);
    }

    /** {@code read, write and take ownership}. */
    String words(long mask) {
        List<String> words = new ArrayList<>();
        long rest = mask;
        rest = whole(mask, rest, "FA", "do everything with a file or device", words);
        rest = whole(mask, rest, "KA", "do everything with a key", words);
        if (words.isEmpty()) {
            // these share bits, so each is looked for in the whole mask
            rest = whole(mask, rest, "FR", "read a file", words);
            rest = whole(mask, rest, "FW", "write a file", words);
            rest = whole(mask, rest, "FX", "execute a file", words);
        }
        for (Map.Entry<Long, String> bit : WORDS.entrySet()) {
            if ((rest & bit.getKey()) != 0) {
                words.add(bit.getValue());
                rest &= ~bit.getKey();
            }
        }
        if (rest != 0) {
            words.add(String.format(java.util.Locale.ROOT, "0x%x", rest));
        }
        if (words.isEmpty()) {
            return "nothing";
        }
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private long whole(long mask, long rest, String token, String name, List<String> words) {
        long bits = masks.get(token);
        if ((mask & bits) != bits || (rest & bits) == 0) {
            return rest;
        }
        words.add(name);
        return rest & ~bits;
    }
}
