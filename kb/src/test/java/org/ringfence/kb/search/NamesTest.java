package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Section;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;
import org.ringfence.kb.search.Names.Kind;
import org.ringfence.kb.search.Names.Name;

class NamesTest {

    @TempDir private Path folder;

    private final Topic pool = Samples.topic("mem/pool-use", "Pool", "x", "Zero it", "y");

    private Guidance guidance() {
        var links =
                List.of(
                        new Link("p", "kernel heap", 1, 1, new Link.ToTopic(pool.id(), "")),
                        new Link("p", "clear it", 1, 1, new Link.ToTopic(pool.id(), "zero-it")));
        var section = new Section("", "Other", 1, 1, "z", List.of());
        var other =
                new Topic(
                        "o",
                        "Other",
                        "",
                        "o.md",
                        List.of(section),
                        links,
                        Map.of(),
                        addresses -> "");
        return Guidance.of(
                List.of(pool, other),
                List.of(new TocEntry("Memory", pool.id(), List.of())),
                List.of(),
                Map.of("mem/old-heap.md", pool.id()));
    }

    @Test
    void gathersWhatOthersCallAPage() {
        assertThat(new Names(guidance(), Set.of()).ofPage(pool))
                .containsExactly(
                        new Name(Kind.TITLE, "Pool"),
                        new Name(Kind.HEADING, "Pool"),
                        new Name(Kind.PATH, "pool use"),
                        new Name(Kind.TOC, "Memory"),
                        new Name(Kind.FORMER, "old heap"),
                        new Name(Kind.LINK, "kernel heap"));
    }

    @Test
    void givesASectionTheTextsOfLinksIntoIt() {
        assertThat(new Names(guidance(), Set.of()).ofSection(pool, "zero-it", "Zero it"))
                .containsExactly(
                        new Name(Kind.HEADING, "Zero it"), new Name(Kind.LINK, "clear it"));
    }

    @Test
    void leavesOutWhatIsHeldOutWhateverItsCase() {
        assertThat(new Names(guidance(), Set.of("kernelheap", "memory")).ofPage(pool))
                .extracting(Name::kind)
                .containsExactly(Kind.TITLE, Kind.HEADING, Kind.PATH, Kind.FORMER);
    }

    @Test
    void findsAPageByWhatOnlyOthersCallIt() throws IOException {
        GuidanceIndex.write(guidance(), folder.resolve("a"));
        GuidanceIndex.write(
                guidance(),
                folder.resolve("b"),
                new IndexOptions(Set.of("Kernel heap"), ""),
                Progress.SILENT);

        try (var all = GuidanceIndex.open(folder.resolve("a"));
                var without = GuidanceIndex.open(folder.resolve("b"))) {
            assertThat(all.search("kernel", 5)).extracting(Hit::topicId).containsExactly(pool.id());
            assertThat(without.search("kernel", 5)).isEmpty();
            assertThat(all.search("clear", 5)).extracting(Hit::anchor).containsExactly("zero-it");
        }
    }
}
