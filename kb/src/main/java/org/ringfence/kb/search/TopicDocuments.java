package org.ringfence.kb.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** What the index keeps of a topic: one document for the page and one for each section. */
final class TopicDocuments {

    /** Changes when an index of an older program can no longer be searched. */
    static final String FORMAT = "2";

    static final String FORMAT_KEY = "ringfence-format";

    /**
     * Names of fields; those of pages and of sections differ, so that each has statistics of its
     * own.
     */
    static final String PAGE = "page";

    static final String SECTION_OF = "section-of";

    /** Of every document: the number of its topic, from 0, to join sections with pages. */
    static final String TOPIC = "topic";

    static final String EXACT_TITLE = "exact-title";
    static final String TITLE = "title";
    static final String HEADINGS = "headings";
    static final String BODY = "body";
    static final String SECTION_TITLE = "section-title";
    static final String SECTION_HEADING = "section-heading";
    static final String SECTION_BODY = "section-body";
    static final String STORED_ID = "stored-id";
    static final String STORED_TITLE = "stored-title";
    static final String STORED_PATH = "stored-path";
    static final String STORED_ANCHOR = "stored-anchor";
    static final String STORED_HEADING = "stored-heading";
    static final String STORED_ALIAS = "stored-alias";
    static final String STORED_TEXT = "stored-text";

    private static final FieldType SEARCHED = searched();

    private TopicDocuments() {}

    private static FieldType searched() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** Writes all topics into an empty folder. */
    static void write(Guidance guidance, Path folder, Progress progress) throws IOException {
        var config =
                new IndexWriterConfig(new IdentifierAnalyzer())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(128)
                        .setMergeScheduler(new SerialMergeScheduler());
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, config)) {
            var done = 0;
            for (var topic : guidance.topics()) {
                writer.addDocuments(of(topic, done));
                progress.step(++done, guidance.topics().size());
            }
            writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
            writer.forceMerge(1);
            writer.commit();
        }
    }

    /**
     * Returns the form of a title or query in which equal means the same name: only letters and
     * digits count.
     */
    static String exact(String title) {
        var plain = new StringBuilder();
        title.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static List<Document> of(Topic topic, int number) {
        var documents = new ArrayList<Document>();
        var headings = new StringBuilder();
        var body = new StringBuilder(topic.summary());
        for (var section : topic.sections()) {
            headings.append(section.heading()).append('\n');
            body.append('\n').append(section.text());
            documents.add(section(topic, number, section));
        }
        var page = new Document();
        page.add(new NumericDocValuesField(TOPIC, number));
        page.add(new StringField(PAGE, Integer.toString(number), Field.Store.NO));
        page.add(new StoredField(STORED_ID, topic.id()));
        page.add(new StringField(EXACT_TITLE, exact(topic.title()), Field.Store.NO));
        page.add(new Field(TITLE, topic.title(), SEARCHED));
        page.add(new Field(HEADINGS, headings, SEARCHED));
        page.add(new Field(BODY, body, SEARCHED));
        page.add(new StoredField(STORED_TITLE, topic.title()));
        page.add(new StoredField(STORED_PATH, topic.path()));
        documents.add(page);
        return documents;
    }

    private static Document section(Topic topic, int number, Section section) {
        var document = new Document();
        document.add(new NumericDocValuesField(TOPIC, number));
        document.add(new StringField(SECTION_OF, Integer.toString(number), Field.Store.NO));
        document.add(new Field(SECTION_TITLE, topic.title(), SEARCHED));
        document.add(new Field(SECTION_HEADING, section.heading(), SEARCHED));
        document.add(new Field(SECTION_BODY, section.text(), SEARCHED));
        document.add(new StoredField(STORED_ANCHOR, section.anchor()));
        section.aliases().forEach(alias -> document.add(new StoredField(STORED_ALIAS, alias)));
        document.add(new StoredField(STORED_HEADING, section.heading()));
        document.add(new StoredField(STORED_TEXT, section.text()));
        return document;
    }
}
