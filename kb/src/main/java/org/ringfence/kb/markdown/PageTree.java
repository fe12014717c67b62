package org.ringfence.kb.markdown;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The files below a root, by their path with {@code /}; every text is decoded strictly and within
 * limits.
 */
final class PageTree {

    /** The largest file that is read, in bytes. */
    static final int MAX_BYTES = 8 << 20;

    private static final Pattern LINKED_ONLY =
            Pattern.compile("(?i)\\.(?:png|jpe?g|gif|svg|webp|ico|pdf|zip|docx|xlsx|pptx|mp4)$");
    private static final String REDIRECTION_FILES = ".openpublishing.redirection*.json";
    private static final Set<String> SKIPPED_FOLDERS = Set.of("target", "node_modules");

    /** What reading a file gave: a text, or why there is none. */
    sealed interface Content permits Text, Unreadable {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @param sum tells texts apart; never 0
     */
    record Text(String text, long sum) implements Content {}

    /** Why a file cannot be used, as the end of a sentence. */
    record Unreadable(String why) implements Content {}

    /**
     * A file that says where pages went.
     *
     * @param folder what its paths start with for a page of this tree: empty or ending in a slash
     */
    record Redirection(String name, String text, String folder) {}

    private final SortedMap<String, Path> files;
    private final Map<String, Content> shared = new HashMap<>();
    private final List<Redirection> redirections;

    private PageTree(SortedMap<String, Path> files, List<Redirection> redirections) {
        this.files = files;
        this.redirections = redirections;
    }

    /** Lists the files; symbolic links are not followed, hidden and build folders not entered. */
    static PageTree of(Path root) throws IOException {
        if (!Files.exists(root)) {
            throw new NoSuchFileException(root.toString(), null, "no such folder of pages");
        }
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        var files = new TreeMap<String, Path>();
        Files.walkFileTree(root, new Lister(root, files));
        return new PageTree(Collections.unmodifiableSortedMap(files), redirections(root));
    }

    /** Such files lie at the root of a repository: here, or one folder up from its pages. */
    private static List<Redirection> redirections(Path root) throws IOException {
        var found = new ArrayList<Redirection>(redirections(root, ""));
        var absolute = root.toAbsolutePath().normalize();
        if (found.isEmpty() && absolute.getParent() != null && absolute.getFileName() != null) {
            found.addAll(redirections(absolute.getParent(), absolute.getFileName() + "/"));
        }
        return List.copyOf(found);
    }

    private static List<Redirection> redirections(Path folder, String prefix) throws IOException {
        var found = new ArrayList<Redirection>();
        try (var entries = Files.newDirectoryStream(folder, REDIRECTION_FILES)) {
            for (var file : entries) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && read(file) instanceof Text text) {
                    found.add(new Redirection(file.getFileName().toString(), text.text(), prefix));
                }
            }
        } catch (AccessDeniedException foreign) {
            return List.of();
        }
        found.sort(Comparator.comparing(Redirection::name));
        return found;
    }

    /**
     * Returns a text that changes when a file does that guidance is made of: with its content, or
     * for files that are only linked to, with its path.
     */
    String fingerprint() throws IOException {
        var digest = sha256();
        for (var file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            var size = Files.size(file.getValue());
            digest.update(("\0" + size + "\0").getBytes(StandardCharsets.UTF_8));
            if (size <= MAX_BYTES && !LINKED_ONLY.matcher(file.getKey()).find()) {
                // forty times as fast as a cryptographic hash; nobody gains by a collision
                var content = new CRC32();
                content.update(Files.readAllBytes(file.getValue()));
                digest.update(
                        Long.toHexString(content.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (var redirection : redirections) {
            digest.update(redirection.toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the files that say where pages went, by name. */
    List<Redirection> redirections() {
        return redirections;
    }

    /** Returns the paths of all files that end so, sorted. */
    List<String> endingWith(String end) {
        return files.keySet().stream().filter(path -> path.endsWith(end)).toList();
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    Set<String> paths() {
        return files.keySet();
    }

    /** Reads a file; a failure of the file is a value, since one file must not stop the rest. */
    Content read(String path) {
        var file = files.get(path);
        if (file == null) {
            return new Unreadable("there is no such file");
        }
        return read(file);
    }

    private static Content read(Path file) {
        try {
            var size = Files.size(file);
            if (size > MAX_BYTES) {
                return new Unreadable(
                        "it has %d bytes, more than the %d that are read; split it"
                                .formatted(size, MAX_BYTES));
            }
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            return new Unreadable("reading it failed (" + e + ")");
        }
    }

    /** Like {@link #read}, for files that many pages use: each is read once. */
    Content readShared(String path) {
        return shared.computeIfAbsent(path, this::read);
    }

    private static Content decode(byte[] bytes) {
        var all = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return new Unreadable(
                        "it is binary or UTF-16 (a zero byte at offset %d); save it as UTF-8"
                                .formatted(i));
            }
            all |= bytes[i];
        }
        if (all >= 0) {
            return new Text(new String(bytes, StandardCharsets.US_ASCII), sum(bytes));
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Text(text.startsWith("\uFEFF") ? text.substring(1) : text, sum(bytes));
        } catch (CharacterCodingException e) {
            return new Unreadable("it is not UTF-8; save it as UTF-8");
        }
    }

    private static long sum(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return sum.getValue() << 31 | (bytes.length + 1);
    }

    private static final class Lister extends SimpleFileVisitor<Path> {
        private final Path root;
        private final SortedMap<String, Path> files;

        Lister(Path root, SortedMap<String, Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            var name = name(folder);
            return name.startsWith(".") || SKIPPED_FOLDERS.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !name(file).startsWith(".")) {
                var path = root.relativize(file).toString();
                files.put(path.replace(file.getFileSystem().getSeparator(), "/"), file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A zip file system ends folder names with a slash. */
        private static String name(Path path) {
            var name = String.valueOf(path.getFileName());
            return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        }
    }
}
