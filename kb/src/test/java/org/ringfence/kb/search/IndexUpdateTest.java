package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Topic;

class IndexUpdateTest {

    private static final int PAGES = 40;

    @TempDir private Path folder;
    private final List<String> steps = new ArrayList<>();

    private static Topic page(int number, String text) {
        return Samples.topic(
                "area/page-" + number, "Page w" + number, text, "Part", "section of " + text);
    }

    private static List<Topic> pages() {
        var topics = new ArrayList<Topic>();
        for (var i = 0; i < PAGES; i++) {
            topics.add(page(i, "words of w" + i + " and device"));
        }
        return topics;
    }

    private static Guidance of(List<Topic> topics) {
        return Samples.of(topics.toArray(Topic[]::new));
    }

    private void update(Guidance guidance) throws IOException {
        steps.clear();
        GuidanceIndex.update(
                folder,
                IndexOptions.NONE,
                memory -> guidance,
                (done, total) -> steps.add(done + "/" + total));
    }

    /** Compares with an index that was written in one go; equal pages may change places. */
    private void assertAnswersLikeANewIndex(Guidance guidance) throws IOException {
        var fresh = folder.resolveSibling(folder.getFileName() + "-fresh");
        GuidanceIndex.write(guidance, fresh);
        try (var updated = GuidanceIndex.open(folder);
                var written = GuidanceIndex.open(fresh)) {
            assertThat(updated.paths()).isEqualTo(written.paths());
            for (var query : List.of("w3", "device", "page w7", "zebra", "section of zebra")) {
                assertThat(updated.search(query, 100))
                        .as(query)
                        .containsExactlyInAnyOrderElementsOf(written.search(query, 100));
            }
        }
    }

    @Test
    void writesOnlyPagesThatChanged() throws IOException {
        var topics = pages();
        update(of(topics));
        assertThat(steps).hasSize(PAGES);

        topics.set(3, page(3, "a zebra and a device"));
        update(of(topics));

        assertThat(steps).containsExactly("1/1");
        assertAnswersLikeANewIndex(of(topics));
        update(of(topics));
        assertThat(steps).isEmpty();
    }

    @Test
    void forgetsPagesThatAreGone() throws IOException {
        var topics = pages();
        update(of(topics));
        topics.remove(7);
        update(of(topics));

        assertAnswersLikeANewIndex(of(topics));
    }

    @Test
    void writesAPageAgainThatAnotherNamesDifferently() throws IOException {
        var topics = pages();
        update(of(topics));
        var plain = topics.get(5);
        var link =
                new Link("page-9.md", "zebra crossing", 3, 1, new Link.ToTopic("area/page-9", ""));
        topics.set(
                5,
                new Topic(
                        plain.id(),
                        plain.title(),
                        "",
                        plain.path(),
                        plain.sections(),
                        List.of(link),
                        Map.of(),
                        plain.body()));
        update(of(topics));

        try (var index = GuidanceIndex.open(folder)) {
            assertThat(index.search("zebra crossing", 1))
                    .extracting(Hit::topicId)
                    .containsExactly("area/page-9");
        }
        assertAnswersLikeANewIndex(of(topics));
    }

    @Test
    void makesOneSegmentOfManyChanges() throws IOException {
        update(of(pages()));
        update(Samples.guidance());

        assertAnswersLikeANewIndex(Samples.guidance());
        try (var index = GuidanceIndex.open(folder)) {
            assertThat(index.paths()).hasSize(4);
        }
    }

    @Test
    void keepsTheOldIndexWhenReadingFails() throws IOException {
        update(Samples.guidance());

        assertThatThrownBy(
                        () ->
                                GuidanceIndex.update(
                                        folder,
                                        IndexOptions.NONE,
                                        memory -> {
                                            throw new IOException("no disk");
                                        },
                                        Progress.SILENT))
                .hasMessage("no disk");
        assertAnswersLikeANewIndex(Samples.guidance());
    }

    @Test
    void answersReadersFromTheOldStateMeanwhile() throws IOException {
        var topics = pages();
        update(of(topics));
        try (var old = GuidanceIndex.open(folder)) {
            topics.set(3, page(3, "a zebra"));
            update(of(topics));
            update(of(pages()));

            assertThat(old.search("zebra", 1)).isEmpty();
            assertThat(old.search("w3", 1)).extracting(Hit::topicId).containsExactly("area/page-3");
        }
    }

    @Test
    void startsAnewFromADamagedIndex() throws IOException {
        update(Samples.guidance());
        try (var files = Files.list(folder.resolve("generation-1"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        update(Samples.guidance());

        assertThat(steps).hasSize(4);
        assertAnswersLikeANewIndex(Samples.guidance());
    }

    @Test
    void triesAgainNextTimeWhenAFileCouldNotBeRead() throws IOException {
        var options = new IndexOptions(java.util.Set.of(), "abc");
        var flaw = new Flaw(Flaw.Kind.UNREADABLE_FILE, "x.md", 1, 1, "lost");
        var lossy = Guidance.of(pages(), List.of(), List.of(flaw));

        GuidanceIndex.update(folder, options, memory -> lossy, Progress.SILENT);
        assertThat(GuidanceIndex.isCurrent(folder, "abc")).isFalse();

        GuidanceIndex.update(folder, options, memory -> of(pages()), Progress.SILENT);
        assertThat(GuidanceIndex.isCurrent(folder, "abc")).isTrue();
    }
}
