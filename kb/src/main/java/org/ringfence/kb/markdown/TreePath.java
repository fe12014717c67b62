package org.ringfence.kb.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Arithmetic on paths below the root, always with {@code /}. */
final class TreePath {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private TreePath() {}

    /** Returns the folder of a file: empty for the root, else without a slash at the end. */
    static String folder(String path) {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the topic id of a page. */
    static String topicId(String path) {
        var id = path.endsWith(".md") ? path.substring(0, path.length() - 3) : path;
        return id.endsWith("/index") ? id.substring(0, id.length() - "/index".length()) : id;
    }

    /**
     * Follows a relative target from a file; empty when it leaves the root. A leading slash means
     * the root.
     */
    static Optional<String> resolve(String from, String target) {
        var parts = new ArrayDeque<String>();
        if (!target.startsWith("/") && !folder(from).isEmpty()) {
            parts.addAll(List.of(folder(from).split("/")));
        }
        for (var part : target.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** Returns the target that leads from a file to a path below the root. */
    static String relative(String from, String path) {
        var depth = folder(from).isEmpty() ? 0 : folder(from).split("/").length;
        return "../".repeat(depth) + path;
    }

    /**
     * Says whether a link target names a place in this tree rather than a URL, an anchor or an
     * absolute path.
     */
    static boolean isRelative(String target) {
        return !target.isEmpty()
                && !target.startsWith("#")
                && !target.startsWith("/")
                && !SCHEME.matcher(target).lookingAt();
    }

    /** Undoes {@code %20} and the like; a text that is no valid encoding stays as it is. */
    static String decode(String target) {
        if (target.indexOf('%') < 0) {
            return target;
        }
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return target;
        }
    }
}
