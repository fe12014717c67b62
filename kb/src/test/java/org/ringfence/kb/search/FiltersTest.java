package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Topic;

class FiltersTest {

    @TempDir private Path folder;

    private List<String> ids(String query) throws IOException {
        var about = Samples.topic("kernel/irp/cancel", "Cancel", "device");
        var topic =
                new Topic(
                        about.id(),
                        about.title(),
                        "",
                        about.path(),
                        about.sections(),
                        List.of(),
                        Map.of("api_name", List.of("IoCancelIrp", "Io\\_Other")),
                        about.body());
        GuidanceIndex.write(
                Samples.of(
                        topic,
                        Samples.topic("kernel/pool", "Pool", "device IoCancelIrp"),
                        Samples.topic("net/packets", "Packets", "device")),
                folder.resolve("index"));
        try (var index = GuidanceIndex.open(folder.resolve("index"))) {
            return index.search(query, 10).stream().map(Hit::topicId).sorted().toList();
        }
    }

    @Test
    void keepsToAFolder() throws IOException {
        assertThat(ids("area:kernel device")).containsExactly("kernel/irp/cancel", "kernel/pool");
        assertThat(ids("device area:Kernel/irp/")).containsExactly("kernel/irp/cancel");
        assertThat(ids("device area:ker")).isEmpty();
    }

    @Test
    void keepsToAnApi() throws IOException {
        assertThat(ids("api:iocancelirp")).containsExactly("kernel/irp/cancel");
        assertThat(ids("api:io_other device")).containsExactly("kernel/irp/cancel");
        assertThat(ids("area:net api:IoCancelIrp device")).isEmpty();
    }

    @Test
    void looksForEveryOtherWordWithAColon() {
        assertThat(Filters.of("a area: x:y kernel32!area:b"))
                .isEqualTo(new Filters("a area: x:y kernel32!area:b", List.of()));
        assertThat(Filters.of("area:$1\\ z").terms()).containsExactly(new Term("area", "$1"));
    }
}
