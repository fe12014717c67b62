package org.ringfence.dsl.ide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.kb.Guidance;
import org.ringfence.subject.SubjectReader;

/**
 * What the server takes from outside.
 *
 * @param readers of the subjects that rules may be on
 * @param guidance the topics that rules may name
 * @param libraries the texts of packs that rules may import from, by their names
 * @param examples runs the examples of rules
 */
public record Environment(
        List<SubjectReader> readers,
        GuidanceSource guidance,
        Map<String, String> libraries,
        ExampleRunner examples) {
    public Environment {
        libraries = Map.copyOf(libraries);
        readers = List.copyOf(readers);
        Objects.requireNonNull(guidance, "guidance");
        Objects.requireNonNull(examples, "examples");
    }

    /** Reads guidance; asked again when a page was changed. */
    @FunctionalInterface
    public interface GuidanceSource {
        /**
         * @param folders that are open in the editor, maybe none
         */
        Guidance below(List<Path> folders) throws IOException;
    }
}
