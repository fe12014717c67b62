package org.ringfence.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ringfence.check.Report;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.dsl.pack.PackFiles;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.SubjectReader;

/** Rules that a user names: a rules file, a folder of them, a pack jar, a pack's JSON. */
final class RuleSources {
    private final List<SubjectReader> readers;
    private final List<RulePack> packs = new ArrayList<>();
    private final List<Report.Refusal> refused = new ArrayList<>();

    /** Rules that are added behind them may import their definitions. */
    private final List<Path> jars = new ArrayList<>();

    RuleSources(List<SubjectReader> readers) {
        this.readers = readers;
    }

    List<RulePack> packs() {
        return packs;
    }

    /** What cannot be used, and why. */
    List<Report.Refusal> refused() {
        return refused;
    }

    /** The one pack of a path, for a command that is about nothing else. */
    static RulePack pack(Terminal terminal, Path path) throws IOException {
        RuleSources sources = new RuleSources(SubjectReader.onClassPath());
        sources.add(terminal.path(path));
        if (!sources.refused.isEmpty()) {
            throw new UsageError(
                    sources.refused.stream()
                            .map(r -> r.what() + ": " + r.reason())
                            .collect(Collectors.joining("\n")));
        }
        return sources.packs.get(0);
    }

    void add(RulePack pack) {
        packs.add(pack);
    }

    void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        String name = path.getFileName().toString();
        if (Files.isDirectory(path) || name.endsWith(".rules")) {
            addSource(path);
        } else if (name.endsWith(".jar")) {
            addJar(path);
            jars.add(path);
        } else if (name.endsWith(".json")) {
            try (InputStream in = Files.newInputStream(path)) {
                add(PackJson.read(in, path.toString()));
            }
        } else {
            refused.add(
                    new Report.Refusal(
                            path.toString(),
                            "rules come as a folder, a .rules file, a pack .jar or a pack .json"));
        }
    }

    private void addSource(Path path) throws IOException {
        CompileResult result = compile(path, readers, jars);
        packs.add(result.pack());
        result.diagnostics().stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .forEach(
                        d ->
                                refused.add(
                                        new Report.Refusal(
                                                Diagnostics.place(path, d), d.message())));
    }

    private void addJar(Path path) throws IOException {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            ZipEntry entry = jar.getEntry(PackJson.ENTRY);
            if (entry == null) {
                refused.add(
                        new Report.Refusal(
                                path.toString(),
                                "it is not a rule pack: it has no " + PackJson.ENTRY));
                return;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                add(PackJson.read(in, path.toString()));
            }
        } catch (ZipException | EOFException e) {
            refused.add(new Report.Refusal(path.toString(), "it is not a jar: " + e.getMessage()));
        }
    }

    private void add(LoadedPack pack) {
        if (pack instanceof LoadedPack.Usable usable) {
            packs.add(usable.pack());
            usable.refused().forEach(r -> refused.add(new Report.Refusal(r.what(), r.reason())));
        } else if (pack instanceof LoadedPack.Refused r) {
            refused.add(new Report.Refusal(r.what(), r.reason()));
        }
    }

    /**
     * Compiles against the pages in the folder, where it is one, and behind them the built-in
     * guidance.
     *
     * @param imports jars of packs whose definitions the rules may import
     */
    static CompileResult compile(Path path, List<SubjectReader> readers, List<Path> imports)
            throws IOException {
        if (Files.isDirectory(path)) {
            return compile(path, GuidanceReader.read(path), readers, imports);
        }
        return compiler(readers, BuiltIn.guidance(), imports).compile(path);
    }

    /**
     * Like {@link #compile(Path, List, List)}; an example that fails is an error where it stands.
     */
    static CompileResult tested(Path path, List<SubjectReader> readers, List<Path> imports)
            throws IOException {
        Guidance own =
                Files.isDirectory(path)
                        ? GuidanceReader.read(path)
                        : Guidance.of(List.of(), List.of(), List.of());
        return compiler(readers, withBuiltIn(own), imports)
                .testing(new ExampleTests(readers))
                .compile(path);
    }

    /** Like {@link #compile(Path, List, List)}, for a caller that has read the folder's pages. */
    static CompileResult compile(
            Path folder, Guidance own, List<SubjectReader> readers, List<Path> imports)
            throws IOException {
        return compiler(readers, withBuiltIn(own), imports).compile(folder);
    }

    /** Topics of one's own and, behind them, those of the built-in guidance with other ids. */
    static Guidance withBuiltIn(Guidance own) throws IOException {
        Set<String> ids = own.topics().stream().map(Topic::id).collect(Collectors.toSet());
        List<Topic> topics = new ArrayList<>(own.topics());
        BuiltIn.guidance().topics().stream()
                .filter(topic -> !ids.contains(topic.id()))
                .forEach(topics::add);
        return Guidance.of(topics, List.of(), List.of());
    }

    /** Rules may import the definitions of the built-in pack and of the packs they name. */
    private static RuleCompiler compiler(
            List<SubjectReader> readers, Guidance guidance, List<Path> imports) throws IOException {
        return new RuleCompiler(readers, guidance).importing(libraries(imports));
    }

    /** The texts of the built-in pack and of jars of packs, by their names. */
    static Map<String, String> libraries(List<Path> imports) throws IOException {
        Map<String, String> libraries = new TreeMap<>();
        BuiltIn.sources().forEach((name, text) -> libraries.put("built-in/" + name, text));
        for (Path jar : imports) {
            PackFiles.sources(jar).forEach((name, text) -> libraries.put(jar + "/" + name, text));
        }
        return libraries;
    }
}
