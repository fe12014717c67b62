package org.ringfence.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;

/** The guidance and rules that Ringfence brings along, from the class path. */
final class BuiltIn {
    private BuiltIn() {}

    static Guidance guidance() throws IOException {
        return GuidanceReader.read(folder());
    }

    /** The folder of pages, inside the program's jar or on disk. */
    private static Path folder() throws IOException {
        URI toc = resource("/guidance/toc.yml");
        return onDisk(toc).resolveSibling("").normalize();
    }

    static RulePack pack() throws IOException {
        try (InputStream in = resource("/" + PackJson.ENTRY).toURL().openStream()) {
            LoadedPack pack = PackJson.read(in, "built-in");
            if (pack instanceof LoadedPack.Usable usable && usable.refused().isEmpty()) {
                return usable.pack();
            }
            throw new IllegalStateException("the built-in rules cannot be used: " + pack);
        }
    }

    /** The texts of the built-in rules: path below the guidance to text. */
    static Map<String, String> sources() throws IOException {
        Path folder = folder();
        Map<String, String> sources = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".rules")).toList()) {
                sources.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }

    /** What changed from version to version, as Markdown. */
    static String changelog() throws IOException {
        try (InputStream in = resource("/CHANGELOG.md").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The index of the built-in guidance, kept in the user's cache and made anew for a new program.
     */
    static Path index(Terminal terminal) throws IOException {
        Path index = cache().resolve("index");
        Path stamp = cache().resolve("index.stamp");
        String program = fingerprint();
        boolean fresh = Files.exists(stamp) && Files.readString(stamp).equals(program);
        if (!fresh || !GuidanceIndex.isIn(index)) {
            if (terminal.live()) {
                terminal.say("Indexing the built-in guidance (once) ...");
            }
            GuidanceIndex.write(guidance(), index);
            Files.writeString(stamp, program);
        }
        return index;
    }

    /** Where the user keeps what can be made anew. */
    static Path cache() throws IOException {
        Path cache =
                Optional.ofNullable(System.getProperty("ringfence.cache"))
                        .map(Path::of)
                        .orElseGet(
                                () ->
                                        Path.of(
                                                System.getProperty("user.home"),
                                                ".cache",
                                                "ringfence"));
        return Files.createDirectories(cache);
    }

    /**
     * Changes with the program, its pages included: its version and when its jar, or the folder it
     * is built in, was last written. No page is read for it.
     */
    static String fingerprint() throws IOException {
        long newest = 0;
        try (var files = Files.walk(container())) {
            for (Path file : files.toList()) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return Version.number() + "-" + Long.toHexString(newest);
    }

    /** The jar that holds the pages, or their folder on disk. */
    private static Path container() throws IOException {
        URL toc = resource("/guidance/toc.yml").toURL();
        return toc.openConnection() instanceof JarURLConnection jar
                ? Path.of(URI.create(jar.getJarFileURL().toString()))
                : folder();
    }

    private static URI resource(String name) {
        URL url = BuiltIn.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the program is not whole: it has no " + name);
        }
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    private static Path onDisk(URI uri) throws IOException {
        if (!"jar".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        try {
            return Path.of(uri);
        } catch (FileSystemNotFoundException e) {
            // stays open: the process is short and topics render their pages late
            FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
            return jar.provider().getPath(uri);
        }
    }
}
