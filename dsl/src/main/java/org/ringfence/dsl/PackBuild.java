package org.ringfence.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ringfence.dsl.pack.PackFiles;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.subject.SubjectReader;

/** Compiles the rules of a folder of guidance to a pack; a step of a build. */
public final class PackBuild {
    private PackBuild() {}

    /**
     * Compiles {@code args[0]}, a folder with pages and rules, to the files of a pack below {@code
     * args[1]}, a folder. Prints diagnostics as {@code file:line:column: error: message}.
     *
     * @throws IllegalStateException where the rules have errors or there are none, so that a build
     *     which runs this in its own process fails
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("wanted: <source folder> <output folder>");
        }
        Path folder = Path.of(args[0]);
        List<SubjectReader> readers = SubjectReader.onClassPath();
        CompileResult result =
                new RuleCompiler(readers, GuidanceReader.read(folder)).compile(folder);
        result.diagnostics().forEach(System.out::println);
        long errors =
                result.diagnostics().stream()
                        .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                        .count();
        if (errors > 0) {
            throw new IllegalStateException(
                    "the rules below " + folder + " have errors: " + errors);
        }
        if (result.pack().rules().isEmpty()) {
            throw new IllegalStateException("there are no rules below " + folder);
        }
        write(result, Path.of(args[1]));
    }

    private static void write(CompileResult result, Path folder) throws IOException {
        for (String old : PackFiles.FOLDERS) {
            delete(folder.resolve(old));
        }
        for (var file : PackFiles.of(result.pack(), result.sources()).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /** What an earlier build left there, such as the document of a rule that is no more. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
