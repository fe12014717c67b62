package org.ringfence.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of files and folders made from ids that may be anything. What comes out has no character
 * that means something to a file system or an address, cannot climb, and is different for different
 * ids.
 */
final class PathName {
    private static final int MAX = 100;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?|index\\.html");

    private PathName() {}

    /** Returns a relative path with {@code /}, a name for each part of the id. */
    static String of(String id) {
        return Arrays.stream(id.split("/", -1))
                .map(PathName::name)
                .collect(Collectors.joining("/"));
    }

    private static String name(String part) {
        StringBuilder name = new StringBuilder();
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            boolean edge = i == 0 || i == bytes.length - 1;
            boolean plain = alphanumeric(c) || c == '-' || c == '_' || (c == '.' && !edge);
            if (plain && !(i == 0 && RESERVED.matcher(part).matches())) {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, "~%02x", (int) c));
            }
        }
        if (name.isEmpty()) {
            return "~";
        }
        return name.length() <= MAX ? name.toString() : name.substring(0, MAX) + "~h" + hash(bytes);
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
