package org.ringfence.dsl.ide;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** What a document is called. */
final class Uris {
    private Uris() {}

    /** The file of a document; nothing for one that lies elsewhere, such as {@code untitled:}. */
    static Optional<Path> path(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException bad) {
            return Optional.empty();
        }
    }

    static String of(Path path) {
        return path.toUri().toString();
    }

    /**
     * How messages call a document: its path below a folder, or the end of its address.
     *
     * @param uri of the document
     */
    static String name(String uri, Path folder) {
        return path(uri)
                .filter(path -> path.startsWith(folder))
                .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                .orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
    }
}
