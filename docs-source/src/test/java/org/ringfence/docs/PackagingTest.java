package org.ringfence.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.reader.SourceTree;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackHashes;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.PackProvider;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.SubjectReader;

/** The built-in rules come as JSON and as a class, and both mean the same. */
class PackagingTest {
    private static final Path CONTENT = Path.of("").toAbsolutePath();
    private static final Path PACK = CONTENT.resolve("target/classes/META-INF/ringfence");
    private static final List<SubjectReader> READERS = SubjectReader.onClassPath();

    private static RulePack json() throws IOException {
        try (InputStream in = Files.newInputStream(PACK.resolve("pack.json"))) {
            return ((LoadedPack.Usable) PackJson.read(in, "built-in")).pack();
        }
    }

    private static RulePack constructed() {
        List<RulePack> packs = PackProvider.onClassPath();
        assertThat(packs).hasSize(1);
        return packs.get(0);
    }

    private static Report report(RulePack pack) throws IOException {
        return new Validator(List.of(pack), READERS)
                .check(new SourceTree(READERS, CONTENT).read(List.of(CONTENT.resolve("fixtures"))));
    }

    @Test
    void areEqualRecords() throws IOException {
        assertThat(constructed()).isEqualTo(json());
        assertThat(constructed().rules()).isNotEmpty();
    }

    @Test
    void giveEqualReports() throws IOException {
        Report fromJson = report(json());
        Report fromClass = report(constructed());
        assertThat(fromJson.findings()).isNotEmpty();
        // sources are compared by identity
        assertThat(fromClass.findings()).usingRecursiveComparison().isEqualTo(fromJson.findings());
        assertThat(fromClass.refused()).isEqualTo(fromJson.refused()).isEmpty();
        assertThat(fromClass.givenUp()).isEqualTo(fromJson.givenUp()).isEmpty();
    }

    @Test
    void haveADocumentForEachRuleAndTheTextsTheyCameFrom() throws IOException {
        for (Rule rule : json().rules()) {
            assertThat(PACK.resolve("rules/" + rule.id() + ".md"))
                    .content()
                    .startsWith("# " + rule.title() + "\n");
            assertThat(PACK.resolve("sources/" + rule.origin().file()))
                    .hasSameTextualContentAs(CONTENT.resolve(rule.origin().file()));
        }
        assertThat(PackHashes.problems(Files.readAllBytes(PACK.resolve("pack.json")))).isEmpty();
    }
}
