package org.ringfence.dsl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.kb.Guidance;
import org.ringfence.subject.SubjectReader;

/**
 * Compiles rules to a pack. May be used by many threads.
 *
 * <pre>{@code
 * RuleCompiler compiler = new RuleCompiler(readers, guidance);
 * CompileResult result = compiler.compile(Path.of("docs-source"));
 * result.diagnostics().forEach(System.out::println);
 * if (result.ok()) {
 *     PackJson.write(result.pack(), out);
 * }
 * }</pre>
 */
public final class RuleCompiler {
    private static final String EXTENSION = ".rules";

    private final List<SubjectReader> readers;
    private final Guidance guidance;
    private final SortedMap<String, String> libraries;
    private final List<ExampleRunner> testing;

    /**
     * @param readers of the subjects that rules may be on
     * @param guidance the topics that rules may name
     */
    public RuleCompiler(Collection<SubjectReader> readers, Guidance guidance) {
        this(readers, guidance, Map.of(), List.of());
    }

    private RuleCompiler(
            Collection<SubjectReader> readers,
            Guidance guidance,
            Map<String, String> libraries,
            List<ExampleRunner> testing) {
        this.readers = List.copyOf(readers);
        this.guidance = Objects.requireNonNull(guidance, "guidance");
        this.libraries = new TreeMap<>(libraries);
        this.testing = testing;
    }

    /**
     * A compiler whose rules may import the definitions of other packs.
     *
     * @param fileNameToText the {@code .rules} files of those packs
     */
    public RuleCompiler importing(Map<String, String> fileNameToText) {
        return new RuleCompiler(readers, guidance, fileNameToText, testing);
    }

    /**
     * A compiler that also runs the tests of the rules, and reports a test that fails as an error
     * on its line. A rule whose tests fail is in the pack all the same.
     */
    public RuleCompiler testing(ExampleRunner runner) {
        return new RuleCompiler(readers, guidance, libraries, List.of(runner));
    }

    /**
     * Compiles every {@code .rules} file below a folder, or one file, to one pack. Hidden folders
     * and {@code target} are not entered.
     *
     * @throws IOException where a file or folder cannot be read; its message names the path
     */
    public CompileResult compile(Path folderOrFile) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Diagnostic> unreadable = new ArrayList<>();
        for (Path file : rulesFiles(folderOrFile)) {
            String name = name(folderOrFile, file);
            try {
                texts.put(name, decode(Files.readAllBytes(file)));
            } catch (CharacterCodingException notUtf8) {
                unreadable.add(
                        new Diagnostic(
                                Diagnostic.Severity.ERROR,
                                name,
                                1,
                                1,
                                0,
                                "encoding",
                                "this file is not UTF-8: save it as UTF-8"));
            }
        }
        CompileResult result = compile(texts);
        List<Diagnostic> all = new ArrayList<>(result.diagnostics());
        all.addAll(unreadable);
        return new CompileResult(result.pack(), all, result.sources());
    }

    /**
     * Compiles texts to one pack.
     *
     * @param fileNameToText how diagnostics call a file, and its text
     */
    public CompileResult compile(Map<String, String> fileNameToText) {
        return new Compilation(readers, guidance, testing)
                .run(new TreeMap<>(fileNameToText), libraries);
    }

    /**
     * The files that {@link #compile(Path)} reads.
     *
     * @throws IOException where a folder cannot be read; its message names the path
     */
    public static List<Path> rulesFiles(Path folderOrFile) throws IOException {
        if (!Files.isDirectory(folderOrFile)) {
            return List.of(folderOrFile);
        }
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folderOrFile,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(folderOrFile) && isSkipped(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && file.getFileName().toString().endsWith(EXTENSION)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    /** Builds leave copies of rules there. */
    private static boolean isSkipped(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".") || name.equals("target") || name.equals("node_modules");
    }

    private static String name(Path root, Path file) {
        Path name = root.equals(file) ? file.getFileName() : root.relativize(file);
        return name.toString().replace(name.getFileSystem().getSeparator(), "/");
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
