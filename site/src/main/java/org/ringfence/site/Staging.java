package org.ringfence.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that is filled beside the one it will replace. Until {@link #publish} the old one stays
 * as it is; {@link #close} removes what was not published. Lives for one run.
 */
final class Staging implements AutoCloseable {
    /** Says that a folder may be replaced. */
    static final String MARKER = ".ringfence-site";

    private final Path target;
    private final Path fresh;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    private Staging(Path target, Path fresh) {
        this.target = target;
        this.fresh = fresh;
    }

    /**
     * Opens an empty folder beside {@code out}.
     *
     * @throws FileAlreadyExistsException when something stands there that is no site of ours
     */
    static Staging of(Path out) throws IOException {
        Path target = out.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            target = target.toRealPath();
        }
        refuseForeign(target);
        Path parent = target.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(target.toString(), null, "is a whole file system");
        }
        Files.createDirectories(parent);
        Path fresh = sibling(target, "new");
        Files.createDirectory(fresh);
        var staging = new Staging(target, fresh);
        staging.put(MARKER, "A site made by Ringfence; it may be replaced as a whole.\n");
        return staging;
    }

    /** Returns the folder that will be replaced; it may not exist yet. */
    Path target() {
        return target;
    }

    private static void refuseForeign(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "is not a folder; choose another place for the site");
        }
        if (Files.isRegularFile(target.resolve(MARKER), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw new FileAlreadyExistsException(
                        target.toString(),
                        null,
                        "is not empty and no Ringfence site; choose another place or empty it");
            }
        }
    }

    private static Path sibling(Path target, String role) {
        String name = "." + target.getFileName() + "." + role + "-" + ProcessHandle.current().pid();
        Path sibling = target.resolveSibling(name);
        for (int i = 2; Files.exists(sibling, LinkOption.NOFOLLOW_LINKS); i++) {
            sibling = target.resolveSibling(name + "-" + i);
        }
        return sibling;
    }

    void put(String path, String text) throws IOException {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file of the new folder.
     *
     * @param path below it, with {@code /}
     */
    void put(String path, byte[] bytes) throws IOException {
        Path file = fresh.resolve(path).normalize();
        if (!file.startsWith(fresh) || file.equals(fresh)) {
            throw new IllegalStateException("a page outside the site: " + path);
        }
        // asked for an existing folder, the JDK makes an exception and drops it: dear for many
        // files
        if (!folders.contains(file.getParent())) {
            Files.createDirectories(file.getParent());
            folders.add(file.getParent());
        }
        Files.write(file, bytes);
    }

    /** Puts the new folder in the place of the old one. */
    void publish() throws IOException {
        if (!Files.exists(target)) {
            Files.move(fresh, target);
            return;
        }
        Path old = sibling(target, "old");
        Files.move(target, old);
        try {
            Files.move(fresh, target);
        } catch (IOException | RuntimeException e) {
            Files.move(old, target);
            throw e;
        }
        delete(old);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(fresh)) {
            delete(fresh);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
