package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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

    /** Writes all topics into an empty folder; names that are held out come in exact form. */
    static void write(Guidance guidance, Set<String> heldOut, Path folder, Progress progress)
            throws IOException {
        var config =
                new IndexWriterConfig()
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setMergeScheduler(new SerialMergeScheduler());
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, config)) {
            var documents = new TopicDocuments(guidance, heldOut);
            var done = 0;
            for (var topic : guidance.topics()) {
                writer.addDocuments(documents.of(topic));
                progress.step(++done, guidance.topics().size());
            }
            writer.setLiveCommitData(Map.of(IndexFields.FORMAT_KEY, IndexFields.FORMAT).entrySet());
            writer.forceMerge(1);
            writer.commit();
        }
    }
}
