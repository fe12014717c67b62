package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Waits for files to change. What changes between two waits is not lost. Hidden folders and {@code
 * target} are not watched.
 */
final class FolderWatch implements AutoCloseable {
    /** An editor that saves writes more than once; a change ends when it is this long quiet. */
    private static final long QUIET_MILLIS = 100;

    private final Path root;
    private final Predicate<String> counts;
    private final WatchService service;

    /**
     * @param path a folder, or a file, whose folder is watched then
     * @param counts which file names matter
     */
    FolderWatch(Path path, Predicate<String> counts) throws IOException {
        this.root = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        this.counts = counts;
        this.service = root.getFileSystem().newWatchService();
        register(root);
    }

    /**
     * Waits until a file that matters has changed and then nothing for a moment.
     *
     * @return the files, below the folder
     * @throws InterruptedException if the wait is to end
     */
    SortedSet<String> changed() throws InterruptedException, IOException {
        SortedSet<String> changed = new TreeSet<>();
        while (changed.isEmpty()) {
            take(service.take(), changed);
        }
        WatchKey more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        while (more != null) {
            take(more, changed);
            more = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        return changed;
    }

    private void take(WatchKey key, SortedSet<String> changed) throws IOException {
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name)) {
                changed.add("more than can be told"); // too many to count
                continue;
            }
            Path file = folder.resolve(name);
            if (Files.isDirectory(file)) {
                register(file).forEach(found -> changed.add(shown(found)));
            } else if (counts.test(name.toString())) {
                changed.add(shown(file));
            }
        }
        key.reset();
    }

    private String shown(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Watches a folder and those below it; the answer is what is already there. */
    private SortedSet<Path> register(Path folder) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        if (!dir.equals(root) && isLeftOut(dir)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        dir.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_DELETE,
                                StandardWatchEventKinds.ENTRY_MODIFY);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (counts.test(file.getFileName().toString())) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // gone again, or not ours to read
                    }
                });
        return files;
    }

    private static boolean isLeftOut(Path dir) {
        String name = dir.getFileName().toString();
        return name.startsWith(".") || name.equals("target");
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
