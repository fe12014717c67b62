package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Guidance;

class ReplacingTest {
    @TempDir private Path folder;

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Sample.site().write(folder.resolve("one"));
        Sample.site().write(folder.resolve("deeper/two"));
        assertThat(WrittenSite.bytes(folder.resolve("deeper/two")))
                .isEqualTo(WrittenSite.bytes(folder.resolve("one")));
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        List<String> steps = new ArrayList<>();
        var written =
                Sample.site()
                        .write(
                                folder.resolve("out"),
                                (done, total) -> steps.add(done + "/" + total));
        assertThat(written).isEqualTo(new Site.Written(17, 0, 0));
        assertThat(steps).hasSize(20).startsWith("1/20", "2/20").endsWith("20/20");
    }

    @Test
    void replacesAnOlderSiteAsAWhole() throws IOException {
        Path out = folder.resolve("out");
        Sample.site().write(out);
        new Site(Guidance.of(List.of(), List.of(), List.of()), List.of()).write(out);
        assertThat(WrittenSite.read(out).pages().keySet())
                .containsExactly(
                        "404.html",
                        "coverage/index.html",
                        "index.html",
                        "rules/index.html",
                        "topics/index.html");
        assertThat(leftovers()).containsExactly("out");
    }

    @Test
    void writesIntoAnEmptyFolder() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Sample.site().write(out);
        assertThat(out.resolve("index.html")).exists();
    }

    @Test
    void refusesAFolderThatIsNoSite() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> Sample.site().write(out))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(
                        out.toRealPath()
                                + ": is not empty and no Ringfence site; choose another place or empty it");
        assertThat(WrittenSite.bytes(folder).keySet()).containsExactly("out/thesis.txt");
    }

    @Test
    void refusesAFile() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "text");
        assertThatThrownBy(() -> Sample.site().write(out))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not a folder");
        assertThat(out).hasContent("text");
    }

    @Test
    void leavesTheOldSiteWhenItFailsHalfWay() throws IOException {
        Path out = folder.resolve("out");
        Sample.site().write(out);
        var before = WrittenSite.bytes(folder);
        var broken =
                Sample.site()
                        .withExamples(
                                (rule, example) -> {
                                    throw new IllegalStateException("a broken rule");
                                });
        assertThatThrownBy(() -> broken.write(out)).hasMessage("a broken rule");
        assertThat(WrittenSite.bytes(folder)).isEqualTo(before);
        assertThat(leftovers()).containsExactly("out");
    }

    @Test
    void leavesNothingWhenTheFirstSiteFailsHalfWay() throws IOException {
        assertThatThrownBy(
                        () ->
                                Sample.site()
                                        .write(
                                                folder.resolve("out"),
                                                (done, total) -> {
                                                    if (done == 9) {
                                                        throw new IllegalStateException("stop");
                                                    }
                                                }))
                .hasMessage("stop");
        assertThat(leftovers()).isEmpty();
    }

    private List<String> leftovers() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
