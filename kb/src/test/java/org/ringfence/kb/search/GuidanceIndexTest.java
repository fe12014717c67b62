package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.kb.search.Hit.Passage;
import org.ringfence.kb.search.Hit.Range;

class GuidanceIndexTest {

    @TempDir private Path folder;

    private List<Hit> search(Guidance guidance, String query) throws IOException {
        GuidanceIndex.write(guidance, folder.resolve("index"));
        return search(query);
    }

    private List<Hit> search(String query) throws IOException {
        try (var index = GuidanceIndex.open(folder.resolve("index"))) {
            return index.search(query, 10);
        }
    }

    private String first(String query) throws IOException {
        return search(Samples.guidance(), query).get(0).topicId();
    }

    @Nested
    class Ranking {

        @Test
        void findsTheSectionThatNamesAFunction() throws IOException {
            var hit = search(Samples.guidance(), "IoCreateDeviceSecure").get(0);

            assertThat(hit.score()).isPositive();
            assertThat(hit)
                    .isEqualTo(
                            new Hit(
                                    "device/secure-objects",
                                    "Secure device objects",
                                    "prefer",
                                    "Prefer",
                                    "device/secure-objects.md",
                                    hit.score(),
                                    List.of(
                                            new Passage(
                                                    "Call IoCreateDeviceSecure with an SDDL string and a class GUID.",
                                                    List.of(new Range(5, 25)))),
                                    List.of("prefer")));
        }

        @Test
        void findsANameByItsWordsAndWordsByTheirName() throws IOException {
            assertThat(first("probe for read")).isEqualTo("ioctl/method-neither");
            assertThat(first("any access")).isEqualTo("ioctl/access-bits");
            assertThat(first("AccessBits")).isEqualTo("ioctl/access-bits");
        }

        @Test
        void putsAPageWithExactlyThatTitleFirst() throws IOException {
            var guidance =
                    Samples.of(
                            Samples.topic("a", "Pool", "x"),
                            Samples.topic("b", "Pool pool pool", "pool pool", "Pool", "pool pool"),
                            Samples.topic("c", "Zero pool memory", "pool"));

            assertThat(search(guidance, "zero_pool memory").get(0).topicId()).isEqualTo("c");
            assertThat(search(guidance, "POOL").get(0).topicId()).isEqualTo("a");
        }

        @Test
        void forgivesTypingErrorsAndUnfinishedNames() throws IOException {
            assertThat(first("secrue objects")).isEqualTo("device/secure-objects");
            assertThat(first("uninitialized memory")).isEqualTo("memory/pool");
            assertThat(first("method_neit")).isEqualTo("ioctl/method-neither");
            assertThat(first("ProbeForRe")).isEqualTo("ioctl/method-neither");
        }

        @Test
        void givesOneHitForAPageAndKeepsToTheLimit() throws IOException {
            assertThat(search(Samples.guidance(), "device"))
                    .extracting(Hit::topicId)
                    .containsExactlyInAnyOrder("device/secure-objects", "memory/pool")
                    .startsWith("device/secure-objects");
            try (var index = GuidanceIndex.open(folder.resolve("index"))) {
                assertThat(index.search("device", 1)).hasSize(1);
            }
        }

        @Test
        void answersTheSameTwice() throws IOException {
            assertThat(search(Samples.guidance(), "access device"))
                    .isEqualTo(search("access device"));
        }
    }

    @Test
    @Timeout(30)
    void takesAnyTextForAQuery() throws IOException {
        GuidanceIndex.write(Samples.guidance(), folder.resolve("index"));
        var queries =
                List.of(
                        "",
                        " ",
                        "the",
                        "\"",
                        "a:b AND (",
                        "*",
                        "?*",
                        "[x TO y}",
                        "\\",
                        "\uD800",
                        "\u0000",
                        "~1^9",
                        "device^1e99 ".repeat(5_000),
                        "x".repeat(100_000),
                        "\uFFFF\uFFFE",
                        "__ _ -");
        for (var query : queries) {
            assertThat(search(query)).as(query).hasSizeLessThanOrEqualTo(4);
        }
        assertThat(search("the")).isEmpty();
        assertThat(search("\"device")).isNotEmpty();
    }

    @Test
    void bearsAnIndexWithoutTopics() throws IOException {
        assertThat(search(Samples.of(), "anything")).isEmpty();
    }

    @Test
    void saysHowToMakeAnIndexThatIsMissing() {
        var missing = folder.resolve("index");

        assertThatThrownBy(() -> GuidanceIndex.open(missing))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": there is no index here; make one with `ringfence index`");
    }

    @Test
    void saysWhatToDoAboutADamagedIndex() throws IOException {
        var dir = folder.resolve("index");
        GuidanceIndex.write(Samples.guidance(), dir);
        try (var files = Files.list(dir.resolve("generation-1"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        assertThatThrownBy(() -> GuidanceIndex.open(dir))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the index in " + dir + " cannot be used (")
                .hasMessageEndingWith("); make it anew with `ringfence index`");
    }

    @Nested
    class Writing {

        @Test
        void replacesTheIndexWhileAnOlderOneStaysOpen() throws IOException {
            var dir = folder.resolve("index");
            GuidanceIndex.write(Samples.guidance(), dir);
            try (var old = GuidanceIndex.open(dir)) {
                GuidanceIndex.write(Samples.of(Samples.topic("n", "New", "device")), dir);

                assertThat(search("device")).extracting(Hit::topicId).containsExactly("n");
                assertThat(old.search("device", 1))
                        .extracting(Hit::topicId)
                        .containsExactly("device/secure-objects");
            }
        }

        @Test
        void keepsTheOldIndexWhenWritingFails() throws IOException {
            var dir = folder.resolve("index");
            GuidanceIndex.write(Samples.guidance(), dir);

            assertThatThrownBy(
                            () ->
                                    GuidanceIndex.write(
                                            Samples.guidance(),
                                            dir,
                                            (done, total) -> {
                                                if (done == 2) {
                                                    throw new IllegalStateException("stop");
                                                }
                                            }))
                    .hasMessage("stop");

            assertThat(search("pool")).extracting(Hit::topicId).contains("memory/pool");
            assertThat(names(dir)).containsExactly("current", "generation-1", "lock");
        }

        @Test
        void cleansUpAfterAKilledRun() throws IOException {
            var dir = folder.resolve("index");
            GuidanceIndex.write(Samples.guidance(), dir);
            var half = Files.createDirectories(dir.resolve("generation-2"));
            Files.write(half.resolve("_0.cfs"), new byte[100]);
            Files.writeString(dir.resolve("current.next"), "generation-2\n");

            assertThat(search("pool")).isNotEmpty();
            GuidanceIndex.write(Samples.guidance(), dir);

            assertThat(search("pool")).isNotEmpty();
            assertThat(names(dir)).containsExactly("current", "generation-2", "lock");
            assertThat(
                            Files.exists(dir.resolve("generation-2/_0.cfs"))
                                    && Files.size(dir.resolve("generation-2/_0.cfs")) == 100)
                    .isFalse();
        }

        @Test
        void refusesASecondWriter() throws IOException {
            var dir = Files.createDirectories(folder.resolve("index"));
            try (var channel =
                            FileChannel.open(
                                    dir.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                assertThat(lock.isValid()).isTrue();
                assertThatThrownBy(() -> GuidanceIndex.write(Samples.guidance(), dir))
                        .isInstanceOf(IOException.class)
                        .hasMessage(
                                "another process is writing the index in "
                                        + dir
                                        + "; wait until it ends, or name another folder");
            }
        }

        @Test
        void touchesNoFolderThatHoldsOtherFiles() throws IOException {
            Files.writeString(folder.resolve("thesis.txt"), "x");

            assertThatThrownBy(() -> GuidanceIndex.write(Samples.guidance(), folder))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            folder
                                    + " is not the folder of an index: it holds 'thesis.txt';"
                                    + " name an empty or a new folder");
            assertThat(names(folder)).containsExactly("thesis.txt");
        }

        @Test
        void knowsWhetherItWasMadeOfTheSame() throws IOException {
            var dir = folder.resolve("index");
            var options = new IndexOptions(Set.of(), "abc");

            assertThat(GuidanceIndex.isCurrent(dir, "abc")).isFalse();
            GuidanceIndex.write(Samples.guidance(), dir, options, Progress.SILENT);

            assertThat(GuidanceIndex.isCurrent(dir, "abc")).isTrue();
            assertThat(GuidanceIndex.isCurrent(dir, "abd")).isFalse();
            GuidanceIndex.write(Samples.guidance(), dir);
            assertThat(GuidanceIndex.isCurrent(dir, "")).isFalse();
        }

        @Test
        void tellsItsProgressTopicByTopic() throws IOException {
            var steps = new ArrayList<String>();

            GuidanceIndex.write(
                    Samples.guidance(),
                    folder.resolve("index"),
                    (done, total) -> steps.add(done + "/" + total));

            assertThat(steps).containsExactly("1/4", "2/4", "3/4", "4/4");
        }

        private List<String> names(Path dir) throws IOException {
            try (var entries = Files.list(dir)) {
                return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
            }
        }
    }
}
