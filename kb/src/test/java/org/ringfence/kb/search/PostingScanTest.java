package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Topic;

class PostingScanTest {

    @TempDir private Path folder;

    /** Looks at an index. */
    private interface Look {
        void at(DirectoryReader reader, Layout layout) throws IOException;
    }

    private static Guidance guidance() {
        return Samples.of(
                Samples.topic("a", "Pool", "zebra zebra", "Second", "device"),
                Samples.topic("b", "Device zebra", "nothing"),
                Samples.topic("c", "Other", "device"));
    }

    private void look(Look look) throws IOException {
        var index = Files.createDirectory(folder.resolve("index"));
        new IndexWriting(guidance(), IndexOptions.NONE).write(index, Progress.SILENT);
        read(index, look);
    }

    private static void read(Path index, Look look) throws IOException {
        try (var directory = FSDirectory.open(index);
                var reader = DirectoryReader.open(directory)) {
            look.at(reader, new Layout(reader));
        }
    }

    @Test
    void laysSectionsOutBeforeTheirPage() throws IOException {
        look(
                (reader, layout) -> {
                    assertThat(layout.pages()).isEqualTo(3);
                    assertThat(layout.documents()).isEqualTo(7);
                    assertThat(new int[] {layout.firstSection(0), layout.document(0)})
                            .containsExactly(0, 2);
                    assertThat(new int[] {layout.firstSection(1), layout.document(1)})
                            .containsExactly(3, 4);
                    assertThat(layout.pageOf(5)).isEqualTo(2);
                    assertThat(layout.titleLength(1)).as("device, devic, zebra").isEqualTo(3);
                    assertThat(layout.pageNorm(0)).isGreaterThan(layout.pageNorm(2));
                });
    }

    @Test
    void leavesOutPagesThatWereReplaced() throws IOException {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        var topics = new ArrayList<Topic>();
        for (var i = 0; i < 20; i++) {
            topics.add(Samples.topic("p" + i, "Page", i == 0 ? "zebra" : "lion"));
        }
        var before = Samples.of(topics.toArray(Topic[]::new));
        new IndexWriting(before, IndexOptions.NONE).write(first, Progress.SILENT);
        topics.set(0, Samples.topic("p0", "Page", "lion"));
        var after = Samples.of(topics.toArray(Topic[]::new));
        new IndexWriting(after, IndexOptions.NONE).update(second, first, Progress.SILENT);

        read(
                second,
                (reader, layout) -> {
                    assertThat(layout.pages()).isEqualTo(20);
                    assertThat(layout.documents()).isEqualTo(42);
                    assertThat(layout.pageOf(0)).isEqualTo(-1);
                    var slots = Slots.of("zebra", new WordTerms(), reader);
                    assertThat(new PostingScan(slots, reader, layout).body).containsOnly(0);
                });
    }

    @Test
    void tellsWhereAPageHasEachWord() throws IOException {
        look(
                (reader, layout) -> {
                    var slots = Slots.of("zebra device", new WordTerms(), reader);
                    var scan = new PostingScan(slots, reader, layout);

                    assertThat(scan.titleSlots).containsExactly(0, 0b11, 0);
                    assertThat(scan.bodySlots).containsExactly(0b11, 0, 0b10);
                    assertThat(scan.sectionSlots).containsExactly(0b01, 0b10, 0, 0, 0, 0b10, 0);
                    assertThat(scan.body[0]).isGreaterThan(scan.body[2]);
                    assertThat(scan.weight(0b11)).isEqualTo(scan.total);
                });
    }
}
