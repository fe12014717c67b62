package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.ringfence.kb.Flaw;
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
 *
 * <p>An open index may be searched from several threads. It keeps answering from the state it was
 * opened in while a new one is written.
 */
public final class GuidanceIndex implements AutoCloseable {

    /** The longest query that is looked at, in UTF-16 units. */
    private static final int MAX_QUERY = 2_000;

    private static final int MAX_LIMIT = 1_000;

    private final DirectoryReader reader;
    private final Layout layout;
    private final Weights weights = Weights.ofProgram();
    private final ThreadLocal<WordTerms> words = ThreadLocal.withInitial(WordTerms::new);

    private GuidanceIndex(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.layout = new Layout(reader);
    }

    /**
     * Replaces the index in {@code dir}. Until the very last step the old one stays as it is, so a
     * run that fails or is killed does no harm.
     *
     * @throws IOException when writing fails, {@code dir} holds other files, or another process
     *     writes to it
     */
    public static void write(Guidance guidance, Path dir) throws IOException {
        write(guidance, dir, Progress.SILENT);
    }

    /** Like {@link #write(Guidance, Path)}, and tells {@code progress} after each topic. */
    public static void write(Guidance guidance, Path dir, Progress progress) throws IOException {
        write(guidance, dir, IndexOptions.NONE, progress);
    }

    /** Like {@link #write(Guidance, Path, Progress)}, with options. */
    public static void write(Guidance guidance, Path dir, IndexOptions options, Progress progress)
            throws IOException {
        new Generations(dir)
                .replace(folder -> new IndexWriting(guidance, options).write(folder, progress));
    }

    /** Reads the guidance to be indexed. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads the guidance.
         *
         * @param memory a file that the reader may keep for its own use from run to run
         */
        Guidance read(Path memory) throws IOException;
    }

    /**
     * Brings the index in {@code dir} up to date, or makes it: like {@link #write(Guidance, Path,
     * IndexOptions, Progress)}, but what did not change is taken over. The guidance is read once no
     * other process can write, and is returned. If a file of it could not be read, the fingerprint
     * is not kept, so that the next run tries again.
     *
     * @throws IOException when reading or writing fails, {@code dir} holds other files, or another
     *     process writes to it
     */
    public static Guidance update(Path dir, IndexOptions options, Source source, Progress progress)
            throws IOException {
        var generations = new Generations(dir);
        var read = new ArrayList<Guidance>();
        generations.replace(
                folder -> {
                    var guidance = source.read(generations.memory());
                    var lost = guidance.flaws().stream().anyMatch(GuidanceIndex::isLoss);
                    var kept = lost ? new IndexOptions(options.heldOut(), "") : options;
                    var writing = new IndexWriting(guidance, kept);
                    var previous = generations.current();
                    if (previous.isPresent() && isUsable(previous.get())) {
                        writing.update(folder, previous.get(), progress);
                    } else {
                        writing.write(folder, progress);
                    }
                    read.add(guidance);
                });
        return read.get(0);
    }

    private static boolean isLoss(Flaw flaw) {
        return flaw.kind() == Flaw.Kind.UNREADABLE_FILE;
    }

    private static boolean isUsable(Path folder) {
        try {
            opened(folder).close();
            return true;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /**
     * Says whether the index in {@code dir} was written by this version with this fingerprint, so
     * that writing it anew would change nothing.
     */
    public static boolean isCurrent(Path dir, String fingerprint) throws IOException {
        if (fingerprint.isEmpty() || !isIn(dir)) {
            return false;
        }
        try (var index = open(dir)) {
            var data = index.reader.getIndexCommit().getUserData();
            return fingerprint.equals(data.get(IndexFields.FINGERPRINT_KEY));
        } catch (IOException unusable) {
            return false;
        }
    }

    /** Whether {@code dir} holds a whole index; one that was begun and never finished is none. */
    public static boolean isIn(Path dir) throws IOException {
        return new Generations(dir).current().isPresent();
    }

    /**
     * Opens the index in {@code dir}.
     *
     * @throws IOException when there is none, or none that this version can read; the message says
     *     what to do
     */
    public static GuidanceIndex open(Path dir) throws IOException {
        var generations = new Generations(dir);
        for (var attempt = 0; ; attempt++) {
            var folder = generations.current();
            if (folder.isEmpty()) {
                throw new NoSuchFileException(
                        dir.toString(),
                        null,
                        "there is no index here; make one with `ringfence index`");
            }
            try {
                return opened(folder.get());
            } catch (IOException e) {
                var replaced = !generations.current().equals(folder);
                if (!replaced || attempt == 3) {
                    throw unusable(dir, e);
                }
            }
        }
    }

    private static GuidanceIndex opened(Path folder) throws IOException {
        var reader = DirectoryReader.open(FSDirectory.open(folder));
        var format = reader.getIndexCommit().getUserData().get(IndexFields.FORMAT_KEY);
        if (!IndexFields.FORMAT.equals(format)) {
            reader.close();
            throw new IOException("its format is " + format + ", not " + IndexFields.FORMAT);
        }
        return new GuidanceIndex(reader);
    }

    private static IOException unusable(Path dir, IOException cause) {
        return new IOException(
                "the index in %s cannot be used (%s); make it anew with `ringfence index`"
                        .formatted(dir, cause.getMessage()),
                cause);
    }

    /**
     * Returns at most {@code limit} hits, best first, one for each page. Every text is a valid
     * query; one without a word that counts has no hits. {@code area:FOLDER} keeps to pages below a
     * folder, {@code api:NAME} to pages about an API.
     *
     * @throws IOException when reading the index fails
     */
    public List<Hit> search(String query, int limit) throws IOException {
        Objects.requireNonNull(query);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " hits");
        }
        var slots = slots(query);
        var hits = new ArrayList<Hit>();
        for (var candidate : ranking(slots).best(Math.min(limit, MAX_LIMIT))) {
            hits.add(hit(slots, candidate.page(), candidate.section(), candidate.score()));
        }
        return List.copyOf(hits);
    }

    Slots slots(String query) throws IOException {
        var text = query.substring(0, Math.min(query.length(), MAX_QUERY));
        return Slots.of(text, words.get(), reader);
    }

    Ranking ranking(Slots slots) throws IOException {
        return ranking(slots, weights);
    }

    Ranking ranking(Slots slots, Weights by) throws IOException {
        return new Ranking(slots, reader, layout, by);
    }

    Hit hit(Slots slots, int page, int section, float score) throws IOException {
        var stored = reader.storedFields();
        var ofPage = stored.document(layout.document(page));
        var best = stored.document(section);
        var text = best.get(IndexFields.STORED_TEXT);
        return new Hit(
                ofPage.get(IndexFields.STORED_ID),
                ofPage.get(IndexFields.STORED_TITLE),
                best.get(IndexFields.STORED_ANCHOR),
                best.get(IndexFields.STORED_HEADING),
                ofPage.get(IndexFields.STORED_PATH),
                score,
                Passages.of(text, slots.terms(), words.get()),
                anchors(best));
    }

    private static List<String> anchors(Document section) {
        var anchors = new ArrayList<String>();
        anchors.add(section.get(IndexFields.STORED_ANCHOR));
        anchors.addAll(List.of(section.getValues(IndexFields.STORED_ALIAS)));
        return anchors;
    }

    /** Returns the path of every page, relative to the root of the guidance, sorted. */
    public List<String> paths() throws IOException {
        var paths = new ArrayList<String>();
        for (var page = 0; page < layout.pages(); page++) {
            paths.add(path(page));
        }
        paths.sort(null);
        return paths;
    }

    String path(int page) throws IOException {
        var field = Set.of(IndexFields.STORED_PATH);
        return reader.storedFields()
                .document(layout.document(page), field)
                .get(IndexFields.STORED_PATH);
    }

    @Override
    public void close() throws IOException {
        var directory = reader.directory();
        reader.close();
        directory.close();
    }
}
