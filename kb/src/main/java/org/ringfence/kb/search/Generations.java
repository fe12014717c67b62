package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of an index: a subfolder for each generation, and a file that names the current one. A
 * generation becomes current by one atomic rename, so whoever opens the folder sees the old index
 * or the new one, even when a writer was killed.
 */
final class Generations {

    private static final Pattern GENERATION = Pattern.compile("generation-([0-9]{1,9})");
    private static final String CURRENT = "current";
    private static final String NEXT = "current.next";
    private static final String LOCK = "lock";
    private static final String MEMORY = "pages";
    private static final Set<String> OWN = Set.of(CURRENT, NEXT, LOCK, MEMORY, MEMORY + ".next");

    /** Fills an empty folder. */
    @FunctionalInterface
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    private final Path dir;

    Generations(Path dir) {
        this.dir = dir;
    }

    /** Returns the folder of the current generation, if there is one. */
    Optional<Path> current() throws IOException {
        try {
            var name = Files.readString(dir.resolve(CURRENT)).strip();
            return GENERATION.matcher(name).matches()
                    ? Optional.of(dir.resolve(name))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns the file in which whoever reads the pages may keep what they were read as. */
    Path memory() {
        return dir.resolve(MEMORY);
    }

    /** Makes a new generation the current one once it is complete; on failure the old one stays. */
    void replace(Filler filler) throws IOException {
        Files.createDirectories(dir);
        refuseForeignFiles();
        try (var channel =
                FileChannel.open(
                        dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try (var lock = channel.tryLock()) {
                if (lock == null) {
                    throw busy();
                }
                replaceLocked(filler);
            }
        } catch (OverlappingFileLockException e) {
            throw busy();
        }
    }

    private IOException busy() {
        return new IOException(
                "another process is writing the index in "
                        + dir
                        + "; wait until it ends, or name another folder");
    }

    private void replaceLocked(Filler filler) throws IOException {
        var current = current();
        deleteAllBut(current);
        var next = dir.resolve("generation-" + (current.map(Generations::number).orElse(0) + 1));
        Files.createDirectory(next);
        try {
            filler.fill(next);
            Files.writeString(dir.resolve(NEXT), next.getFileName() + "\n");
            Files.move(dir.resolve(NEXT), dir.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            deleteAllBut(current);
            throw e;
        }
        deleteAllBut(Optional.of(next));
    }

    private static int number(Path generation) {
        var matcher = GENERATION.matcher(generation.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Protects a folder that was named by mistake. */
    private void refuseForeignFiles() throws IOException {
        for (var entry : entries()) {
            var name = entry.getFileName().toString();
            if (!OWN.contains(name) && !GENERATION.matcher(name).matches()) {
                throw new IOException(
                        "%s is not the folder of an index: it holds '%s'; name an empty or a new folder"
                                .formatted(dir, name));
            }
        }
    }

    /**
     * Removes old generations and what a killed run left; a file still in use is left to the next
     * run.
     */
    private void deleteAllBut(Optional<Path> kept) throws IOException {
        for (var entry : entries()) {
            var isGeneration = GENERATION.matcher(entry.getFileName().toString()).matches();
            if (isGeneration && !kept.equals(Optional.of(entry))) {
                deleteTree(entry);
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (var entries = Files.list(dir)) {
            return entries.sorted().toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        return delete(file);
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
                        return delete(visited);
                    }
                });
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
