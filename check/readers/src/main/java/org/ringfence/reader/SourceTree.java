package org.ringfence.reader;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringfence.check.Input;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/**
 * Files and folders become inputs.
 *
 * <pre>{@code
 * SourceTree tree = new SourceTree(readers, Path.of("."));
 * for (Input input : tree.read(List.of(Path.of("driver")))) { ... }
 * }</pre>
 *
 * <p>Files come in the order of their paths, each once, and are opened one at a time as the caller
 * goes on. In folders, hidden files and folders and symbolic links are left out, and so are files
 * that no reader reads; a file that was named is always answered, if only by {@link Input.Skipped}.
 */
public final class SourceTree {
    private final List<SubjectReader> readers;
    private final Path base;
    private final Decoder decoder;

    /**
     * @param base the folder that reported paths are relative to; what lies outside keeps its
     *     absolute path
     */
    public SourceTree(Collection<SubjectReader> readers, Path base) {
        this(readers, base, new Decoder());
    }

    public SourceTree(Collection<SubjectReader> readers, Path base, Decoder decoder) {
        this.readers = List.copyOf(readers);
        this.base = base.toAbsolutePath().normalize();
        this.decoder = Objects.requireNonNull(decoder, "decoder");
    }

    /**
     * Walks now, opens files lazily.
     *
     * @throws NoSuchFileException for a path that does not exist
     * @throws IOException if a folder cannot be listed
     */
    public Iterable<Input> read(List<Path> paths) throws IOException {
        List<Candidate> candidates = walk(paths);
        List<Path> files = new ArrayList<>();
        candidates.forEach(candidate -> files.add(candidate.file()));
        for (Path path : paths) {
            besides(path.toAbsolutePath().normalize(), files);
        }
        Neighbours neighbours = new Neighbourhood(files, base, decoder, this::name);
        List<SubjectReader> within =
                readers.stream().map(reader -> reader.within(neighbours)).toList();
        return () -> inputs(candidates.iterator(), within);
    }

    /**
     * How many inputs {@link #read} hands out.
     *
     * @throws NoSuchFileException for a path that does not exist
     * @throws IOException if a folder cannot be listed
     */
    public long count(List<Path> paths) throws IOException {
        return walk(paths).size();
    }

    private record Candidate(String name, Path file, Optional<String> skipped) {}

    private Iterator<Input> inputs(Iterator<Candidate> candidates, List<SubjectReader> within) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return candidates.hasNext();
            }

            @Override
            public Input next() {
                return open(candidates.next(), within);
            }
        };
    }

    private Input open(Candidate candidate, List<SubjectReader> within) {
        if (candidate.skipped().isPresent()) {
            return new Input.Skipped(candidate.name(), candidate.skipped().get());
        }
        Optional<SubjectReader> reader = readerFor(candidate.file(), within);
        if (reader.isEmpty()) {
            return new Input.Skipped(
                    candidate.name(), "no reader for this kind of file; " + read());
        }
        Decoder.Decoded decoded;
        try {
            long size = Files.size(candidate.file());
            decoded =
                    size > decoder.limit()
                            ? decoder.tooLarge(size)
                            : decoder.decode(Files.readAllBytes(candidate.file()));
        } catch (IOException e) {
            return new Input.Skipped(candidate.name(), "cannot be read: " + why(e));
        }
        if (decoded instanceof Decoder.Refused refused) {
            return new Input.Skipped(candidate.name(), refused.reason());
        }
        String text = ((Decoder.Text) decoded).text();
        return new Input.Readable(reader.get().read(new Source(candidate.name(), text)));
    }

    private String read() {
        return readers.stream()
                .map(reader -> reader.vocabulary().subject())
                .sorted()
                .collect(Collectors.joining(", ", "what is read: ", ""));
    }

    private static Optional<SubjectReader> readerFor(Path file, List<SubjectReader> readers) {
        Path last = file.getFileName();
        return last == null
                ? Optional.empty()
                : readers.stream().filter(reader -> reader.reads(last.toString())).findFirst();
    }

    /** Adds what lies beside a file that was named itself. */
    private void besides(Path file, List<Path> files) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(file.getParent())) {
            for (Path sibling : siblings) {
                if (Files.isRegularFile(sibling, LinkOption.NOFOLLOW_LINKS)
                        && !hidden(sibling)
                        && !files.contains(sibling)
                        && readerFor(sibling, readers).isPresent()) {
                    found.add(sibling);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.naturalOrder());
        files.addAll(found);
    }

    private List<Candidate> walk(List<Path> paths) throws IOException {
        TreeMap<String, Candidate> found = new TreeMap<>();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            if (!Files.exists(absolute)) {
                throw new NoSuchFileException(path.toString());
            }
            if (Files.isDirectory(absolute)) {
                walkFolder(absolute, found);
            } else {
                add(absolute, Optional.empty(), found);
            }
        }
        return new ArrayList<>(found.values());
    }

    private void walkFolder(Path folder, TreeMap<String, Candidate> found) throws IOException {
        Path real = folder.toRealPath();
        Files.walkFileTree(
                real,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return !dir.equals(real) && hidden(dir)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && !hidden(file)
                                && readerFor(file, readers).isPresent()) {
                            add(folder.resolve(real.relativize(file)), Optional.empty(), found);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        if (!hidden(file)) {
                            add(
                                    folder.resolve(real.relativize(file)),
                                    Optional.of("cannot be read: " + why(e)),
                                    found);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private void add(Path file, Optional<String> skipped, TreeMap<String, Candidate> found) {
        String name = name(file);
        found.putIfAbsent(name, new Candidate(name, file, skipped));
    }

    private String name(Path file) {
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return shown.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean hidden(Path path) {
        Path last = path.getFileName();
        return last != null && last.toString().startsWith(".");
    }

    private static String why(IOException e) {
        String kind = e.getClass().getSimpleName();
        return switch (kind) {
            case "AccessDeniedException" -> "access is denied";
            case "NoSuchFileException" -> "it is gone";
            case "FileSystemLoopException" -> "its links go round in a circle";
            default -> e.getMessage() == null ? kind : e.getMessage();
        };
    }
}
