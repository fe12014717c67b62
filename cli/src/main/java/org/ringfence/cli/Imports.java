package org.ringfence.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Packs that the rules at hand are built on. */
final class Imports {
    @Option(
            names = "--import",
            paramLabel = "JAR",
            description =
                    "A pack whose definitions the rules may import, besides those of the built-in"
                            + " pack. Can be repeated.")
    private List<Path> jars = List.of();

    List<Path> jars(Terminal terminal) {
        return jars.stream().map(terminal::path).toList();
    }
}
