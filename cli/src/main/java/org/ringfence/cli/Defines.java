package org.ringfence.cli;

import java.util.List;
import org.ringfence.reader.c.CReader;
import org.ringfence.reader.c.Configuration;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Option;

/** The options that decide the conditions of {@code #if}. */
final class Defines {
    @Option(
            names = "-D",
            paramLabel = "NAME[=VALUE]",
            description =
                    "Take a macro of C for defined: arms of #if that cannot be built are left out."
                            + " Can be repeated.")
    private List<String> defined = List.of();

    @Option(
            names = "-U",
            paramLabel = "NAME",
            description = "Take a macro of C for not defined. Can be repeated.")
    private List<String> undefined = List.of();

    /** The same readers, that of C with what was decided. */
    List<SubjectReader> apply(List<SubjectReader> readers) {
        if (defined.isEmpty() && undefined.isEmpty()) {
            return readers;
        }
        Configuration configuration = Configuration.of("", defined, undefined);
        return readers.stream()
                .map(reader -> reader instanceof CReader ? new CReader(configuration) : reader)
                .toList();
    }
}
