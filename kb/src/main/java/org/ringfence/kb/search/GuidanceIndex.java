package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;

/**
 * A search index over guidance, in a folder.
 *
 * <pre>{@code
 * GuidanceIndex.write(guidance, Path.of("index"));
 * try (var index = GuidanceIndex.open(Path.of("index"))) {
 *     index.search("METHOD_NEITHER probe", 10).forEach(System.out::println);
 * }
 * }</pre>
 */
public final class GuidanceIndex implements AutoCloseable {

    private GuidanceIndex() {}

    /** Replaces the index in {@code dir}; until the last step the old one stays as it is. */
    public static void write(Guidance guidance, Path dir) throws IOException {
        write(guidance, dir, Progress.SILENT);
    }

    /** Like {@link #write(Guidance, Path)}, and tells {@code progress} after each topic. */
    public static void write(Guidance guidance, Path dir, Progress progress) throws IOException {}

    /** Opens the index in {@code dir}. */
    public static GuidanceIndex open(Path dir) throws IOException {
        return new GuidanceIndex();
    }

    /**
     * Returns at most {@code limit} hits, best first, one for each page. Every text is a valid
     * query.
     */
    public List<Hit> search(String query, int limit) throws IOException {
        return List.of();
    }

    @Override
    public void close() throws IOException {}
}
