package org.ringfence.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.reader.c.CReader;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;

/**
 * Another tool runs a pack with no more than the runtime and a reader; the README shows these
 * lines.
 */
class EmbeddingTest {
    private static final String PACK =
            """
            {"ringfence-pack": 2, "name": "acme", "version": "1", "topics": [], "rules": [
             {"id": "no-jump", "title": "A jump", "on": "c", "features": ["match"],
              "severity": [{"level": "low"}], "confidence": "high", "status": "stable",
              "query": {"match": [{"alternatives": [{"written": "Jump($...)", "pattern":
               {"kind": "call", "children": [{"kind": "name", "label": "Jump"}, {"rest": ""}]}}]}]},
              "message": [{"plain": "It jumps"}],
              "origin": {"file": "acme.rules", "line": 1, "column": 1}}]}
            """;

    @TempDir Path base;

    @Test
    void aToolEmbedsAPackInThreeLines() throws IOException {
        Files.writeString(base.resolve("a.c"), "void F(void) { Jump(1); }\n");
        InputStream in = new ByteArrayInputStream(PACK.getBytes(StandardCharsets.UTF_8));

        LoadedPack.Usable loaded = (LoadedPack.Usable) PackJson.read(in, "acme");
        Validator validator = new Validator(List.of(loaded.pack()), List.of(new CReader()));
        Report report =
                validator.check(new SourceTree(List.of(new CReader()), base).read(List.of(base)));

        assertThat(report.findings()).extracting(f -> f.message()).containsExactly("It jumps");
        assertThat(report.complete()).isTrue();
    }
}
