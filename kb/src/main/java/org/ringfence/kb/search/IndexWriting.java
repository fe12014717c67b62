package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;

/** Fills the folder of a generation. */
final class IndexWriting {

    private static final int BUFFER_MB = 256;

    private IndexWriting() {}

    /** Writes all topics into an empty folder. */
    static void write(Guidance guidance, IndexOptions options, Path folder, Progress progress)
            throws IOException {
        var config =
                new IndexWriterConfig()
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setMergeScheduler(new SerialMergeScheduler());
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, config)) {
            var documents = new TopicDocuments(guidance, options.exactHeldOut());
            var done = 0;
            for (var topic : guidance.topics()) {
                writer.addDocuments(documents.of(topic));
                progress.step(++done, guidance.topics().size());
            }
            writer.setLiveCommitData(
                    Map.of(
                                    IndexFields.FORMAT_KEY,
                                    IndexFields.FORMAT,
                                    IndexFields.FINGERPRINT_KEY,
                                    options.fingerprint())
                            .entrySet());
            writer.forceMerge(1);
            writer.commit();
        }
    }
}
