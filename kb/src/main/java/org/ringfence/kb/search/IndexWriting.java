package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Topic;

/** Fills the folder of a generation. */
final class IndexWriting {

    private static final int BUFFER_MB = 256;
    private static final String LUCENE_LOCK = "write.lock";

    /** Beyond this part of pages that are gone or changed, a new index costs hardly more. */
    private static final double MANY = 0.1;

    private final Guidance guidance;
    private final IndexOptions options;
    private final TopicDocuments documents;

    IndexWriting(Guidance guidance, IndexOptions options) {
        this.guidance = guidance;
        this.options = options;
        this.documents = new TopicDocuments(guidance, options.exactHeldOut());
    }

    /** Writes all topics into an empty folder. */
    void write(Path folder, Progress progress) throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = writer(directory, IndexWriterConfig.OpenMode.CREATE)) {
            add(guidance.topics(), writer, progress);
            writer.forceMerge(1);
            commit(writer);
        }
    }

    /**
     * Writes into an empty folder what the generation in {@code previous} becomes: blocks that stay
     * the same are taken over.
     */
    void update(Path folder, Path previous, Progress progress) throws IOException {
        link(previous, folder);
        try (var directory = FSDirectory.open(folder);
                var writer = writer(directory, IndexWriterConfig.OpenMode.APPEND)) {
            var changed = changed(writer);
            add(changed, writer, progress);
            if (changed.size() > MANY * guidance.topics().size()) {
                writer.forceMerge(1);
            }
            commit(writer);
        }
    }

    private static IndexWriter writer(FSDirectory directory, IndexWriterConfig.OpenMode mode)
            throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setOpenMode(mode)
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setMergeScheduler(new SerialMergeScheduler()));
    }

    private void add(List<Topic> topics, IndexWriter writer, Progress progress) throws IOException {
        var done = 0;
        for (var topic : topics) {
            writer.addDocuments(documents.of(topic));
            progress.step(++done, topics.size());
        }
    }

    private void commit(IndexWriter writer) throws IOException {
        writer.setLiveCommitData(
                Map.of(
                                IndexFields.FORMAT_KEY,
                                IndexFields.FORMAT,
                                IndexFields.FINGERPRINT_KEY,
                                options.fingerprint())
                        .entrySet());
        writer.commit();
    }

    /** Segments never change, so two generations may share a file. */
    private static void link(Path previous, Path folder) throws IOException {
        try (var files = Files.list(previous)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.equals(LUCENE_LOCK)) {
                    continue;
                }
                try {
                    Files.createLink(folder.resolve(name), file);
                } catch (IOException | UnsupportedOperationException unable) {
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
    }

    /** Deletes the blocks that do not stay, and returns the topics that have none then. */
    private List<Topic> changed(IndexWriter writer) throws IOException {
        var wanted = new HashMap<String, Long>();
        guidance.topics().forEach(topic -> wanted.put(topic.id(), documents.sum(topic)));
        var staying = new HashSet<String>();
        try (var reader = DirectoryReader.open(writer)) {
            var layout = new Layout(reader);
            var sums = layout.sums(reader);
            for (var page = 0; page < layout.pages(); page++) {
                var id =
                        reader.storedFields()
                                .document(
                                        layout.document(page),
                                        java.util.Set.of(IndexFields.STORED_ID))
                                .get(IndexFields.STORED_ID);
                if (wanted.getOrDefault(id, sums[page] + 1) == sums[page]) {
                    staying.add(id);
                } else {
                    delete(layout, page, reader, writer);
                }
            }
        }
        return guidance.topics().stream().filter(topic -> !staying.contains(topic.id())).toList();
    }

    private static void delete(Layout layout, int page, DirectoryReader reader, IndexWriter writer)
            throws IOException {
        for (var document = layout.firstSection(page);
                document <= layout.document(page);
                document++) {
            if (writer.tryDeleteDocument(reader, document) < 0) {
                throw new IllegalStateException("document " + document + " was merged away");
            }
        }
    }
}
