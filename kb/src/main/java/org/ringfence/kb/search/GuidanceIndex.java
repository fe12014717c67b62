package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
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
    private static final int CANDIDATES = 100;
    private static final float SECTION_WEIGHT = 1f;

    private static final int NONE = -1;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final IdentifierAnalyzer analyzer = new IdentifierAnalyzer();

    private GuidanceIndex(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
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
        new Generations(dir).replace(folder -> TopicDocuments.write(guidance, folder, progress));
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
                return open(dir, folder.get());
            } catch (IOException e) {
                var replaced = !generations.current().equals(folder);
                if (!replaced || attempt == 3) {
                    throw unusable(dir, e);
                }
            }
        }
    }

    private static GuidanceIndex open(Path dir, Path folder) throws IOException {
        var reader = DirectoryReader.open(FSDirectory.open(folder));
        var format = reader.getIndexCommit().getUserData().get(TopicDocuments.FORMAT_KEY);
        if (!TopicDocuments.FORMAT.equals(format)) {
            reader.close();
            throw new IOException("its format is " + format + ", not " + TopicDocuments.FORMAT);
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
     * query; one without a word that counts has no hits.
     *
     * @throws IOException when reading the index fails
     */
    public List<Hit> search(String query, int limit) throws IOException {
        Objects.requireNonNull(query);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " hits");
        }
        var text = query.substring(0, Math.min(query.length(), MAX_QUERY));
        var plan = QueryPlan.of(text, analyzer, reader);
        var hits = new ArrayList<Hit>();
        for (var candidate : candidates(plan, Math.min(limit, MAX_LIMIT))) {
            hits.add(hit(plan, candidate));
        }
        return List.copyOf(hits);
    }

    /** A page that may be a hit; lives for one search. */
    private static final class Candidate {
        private final int topic;
        private float page;
        private float section;
        private int document = NONE;
        private int bestSection = NONE;

        Candidate(int topic) {
            this.topic = topic;
        }

        float score() {
            return page + SECTION_WEIGHT * section;
        }
    }

    private List<Candidate> candidates(QueryPlan plan, int limit) throws IOException {
        var found = new HashMap<Integer, Candidate>();
        for (var page : searcher.search(plan.pages(), CANDIDATES + limit).scoreDocs) {
            var candidate = found.computeIfAbsent(topic(page.doc), Candidate::new);
            candidate.page = page.score;
            candidate.document = page.doc;
        }
        for (var section : searcher.search(plan.sections(), 2 * CANDIDATES + limit).scoreDocs) {
            var candidate = found.computeIfAbsent(topic(section.doc), Candidate::new);
            if (candidate.bestSection == NONE) {
                candidate.section = section.score;
                candidate.bestSection = section.doc;
            }
        }
        return found.values().stream()
                .sorted(
                        Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                                .thenComparingInt(candidate -> candidate.topic))
                .limit(limit)
                .toList();
    }

    private int topic(int document) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        var numbers = DocValues.getNumeric(leaf.reader(), TopicDocuments.TOPIC);
        if (!numbers.advanceExact(document - leaf.docBase)) {
            throw new CorruptIndexException("a document without a topic", reader.toString());
        }
        return (int) numbers.longValue();
    }

    private Hit hit(QueryPlan plan, Candidate candidate) throws IOException {
        var stored = searcher.storedFields();
        var number = Integer.toString(candidate.topic);
        var ofPage = new TermQuery(new Term(TopicDocuments.PAGE, number));
        var page = stored.document(candidate.document == NONE ? first(ofPage) : candidate.document);
        var ofSections =
                new BooleanQuery.Builder()
                        .add(
                                new TermQuery(new Term(TopicDocuments.SECTION_OF, number)),
                                Occur.FILTER)
                        .add(plan.sections(), Occur.SHOULD)
                        .build();
        var best =
                stored.document(
                        candidate.bestSection == NONE ? first(ofSections) : candidate.bestSection);
        return new Hit(
                page.get(TopicDocuments.STORED_ID),
                page.get(TopicDocuments.STORED_TITLE),
                best.get(TopicDocuments.STORED_ANCHOR),
                best.get(TopicDocuments.STORED_HEADING),
                page.get(TopicDocuments.STORED_PATH),
                candidate.score(),
                Passages.of(best.get(TopicDocuments.STORED_TEXT), plan.terms(), analyzer),
                anchors(best));
    }

    private static List<String> anchors(Document section) {
        var anchors = new ArrayList<String>();
        anchors.add(section.get(TopicDocuments.STORED_ANCHOR));
        anchors.addAll(List.of(section.getValues(TopicDocuments.STORED_ALIAS)));
        return anchors;
    }

    /** Returns the path of every page, relative to the root of the guidance, sorted. */
    public List<String> paths() throws IOException {
        var paths = new ArrayList<String>();
        var stored = searcher.storedFields();
        for (var document = 0; document < reader.maxDoc(); document++) {
            var path =
                    stored.document(document, Set.of(TopicDocuments.STORED_PATH))
                            .get(TopicDocuments.STORED_PATH);
            if (path != null) {
                paths.add(path);
            }
        }
        paths.sort(null);
        return paths;
    }

    private int first(Query query) throws IOException {
        var found = searcher.search(query, 1).scoreDocs;
        if (found.length == 0) {
            throw new CorruptIndexException("nothing found for " + query, reader.toString());
        }
        return found[0].doc;
    }

    @Override
    public void close() throws IOException {
        var directory = reader.directory();
        reader.close();
        directory.close();
    }
}
