package org.ringfence.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;

/**
 * The files beside the pages that pages show or link to: images, and texts that no browser runs.
 */
final class GuidanceFiles {
    private static final Set<String> SHOWN =
            Set.of(
                    "png", "jpg", "jpeg", "gif", "webp", "txt", "csv", "json", "yaml", "yml", "c",
                    "cpp", "h", "hpp", "inf", "inx", "rules");
    private static final long MAX_BYTES = 20L << 20;

    private GuidanceFiles() {}

    /**
     * Returns the paths below {@code root} that the guidance leads to and that the site may have:
     * regular files of a harmless kind, not too large, that do not lie outside {@code root}, not
     * even by a symbolic link.
     */
    static SortedSet<String> in(Path root, Guidance guidance) throws IOException {
        Path real = root.toRealPath();
        SortedSet<String> files = new TreeSet<>();
        for (var topic : guidance.topics()) {
            for (var link : topic.links()) {
                if (link.destination() instanceof Link.ToFile file && fits(real, file.path())) {
                    files.add(file.path());
                }
            }
        }
        return files;
    }

    private static boolean fits(Path root, String path) throws IOException {
        String kind = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Path file = root.resolve(path).normalize();
        return SHOWN.contains(kind)
                && file.startsWith(root)
                && Files.isRegularFile(file)
                && file.toRealPath().startsWith(root)
                && Files.size(file) <= MAX_BYTES;
    }
}
