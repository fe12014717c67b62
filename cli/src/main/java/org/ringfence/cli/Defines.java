package org.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return defined.isEmpty() && undefined.isEmpty()
                ? readers
                : with(Configuration.of("", defined, undefined), readers);
    }

    /**
     * The same readers for each configuration, by its name; what was decided for all holds in each.
     *
     * @param configurations {@code NAME:-DNAME=VALUE,-UNAME}
     */
    SortedMap<String, List<SubjectReader>> apply(
            List<SubjectReader> readers, List<String> configurations) {
        SortedMap<String, List<SubjectReader>> named = new TreeMap<>();
        for (String text : configurations) {
            Configuration configuration = named(text);
            if (named.put(configuration.name(), with(configuration, readers)) != null) {
                throw new UsageError(
                        "--config " + text + ": there are two of the name " + configuration.name());
            }
        }
        return configurations.isEmpty() ? new TreeMap<>(Map.of("", apply(readers))) : named;
    }

    private Configuration named(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new UsageError(
                    "--config " + text + ": write a name first, as in debug:-DDBG=1,-UNDEBUG");
        }
        List<String> defines = new ArrayList<>(defined);
        List<String> undefines = new ArrayList<>(undefined);
        for (String word : text.substring(colon + 1).split(",")) {
            if (!word.matches("-[DU][A-Za-z_].*")) {
                throw new UsageError(
                        "--config "
                                + text
                                + ": `"
                                + word
                                + "` is neither -DNAME, -DNAME=VALUE nor -UNAME");
            }
            (word.charAt(1) == 'D' ? defines : undefines).add(word.substring(2));
        }
        return Configuration.of(text.substring(0, colon), defines, undefines);
    }

    private static List<SubjectReader> with(
            Configuration configuration, List<SubjectReader> readers) {
        return readers.stream()
                .map(reader -> reader instanceof CReader ? new CReader(configuration) : reader)
                .toList();
    }
}
