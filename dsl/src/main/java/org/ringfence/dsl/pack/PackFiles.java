package org.ringfence.dsl.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;

/**
 * The files of a pack, with {@code /} in their names:
 *
 * <pre>
 * META-INF/ringfence/pack.json      the rules and their examples, which are the tests
 * META-INF/ringfence/rules/ID.md    a document for each rule
 * META-INF/ringfence/sources/...    the texts that were compiled
 * META-INF/ringfence/SHA256SUMS     the hashes of all these files
 * META-INF/services/...             names the class of the pack
 * ringfence/packs/.../Rules.class   constructs the same records
 * </pre>
 */
public final class PackFiles {
    static final String FOLDER = "META-INF/ringfence/";

    /** Where the texts that were compiled lie in a pack, below their own names. */
    public static final String SOURCES = FOLDER + "sources/";

    /** In the form of {@code sha256sum}. */
    static final String SUMS = FOLDER + "SHA256SUMS";

    /** The folders that hold nothing else. */
    public static final List<String> FOLDERS = List.of(FOLDER, PackClass.FOLDER);

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private PackFiles() {}

    /**
     * All files but the manifest of a jar.
     *
     * @param sources the texts that were compiled, by the names that diagnostics call them
     */
    public static SortedMap<String, byte[]> of(RulePack pack, Map<String, String> sources) {
        SortedMap<String, byte[]> files = new TreeMap<>(PackClass.files(pack));
        files.put(PackJson.ENTRY, json(pack));
        for (Rule rule : pack.rules()) {
            files.put(FOLDER + "rules/" + rule.id() + ".md", utf8(RuleMarkdown.of(rule, pack)));
        }
        sources.forEach((name, text) -> files.put(SOURCES + entryName(name), utf8(text)));
        files.put(SUMS, utf8(sums(files)));
        return files;
    }

    /** A jar of the files; the same pack and texts give the same bytes. */
    public static byte[] jar(RulePack pack, Map<String, String> sources) {
        SortedMap<String, byte[]> files = of(pack, sources);
        files.put(MANIFEST, utf8("Manifest-Version: 1.0\r\n\r\n"));
        return StoredJar.of(files);
    }

    /**
     * The texts that a pack's jar was compiled from, by their names; none where it has none.
     *
     * @throws IOException if it cannot be read or is a jar to keep away from
     */
    public static SortedMap<String, String> sources(Path jar) throws IOException {
        PackArchive archive = PackArchive.read(jar);
        if (!archive.problems().isEmpty()) {
            throw new IOException(jar + ": " + archive.problems().get(0));
        }
        SortedMap<String, String> sources = new TreeMap<>();
        archive.files()
                .tailMap(SOURCES)
                .forEach(
                        (name, text) -> {
                            if (name.startsWith(SOURCES)) {
                                sources.put(
                                        name.substring(SOURCES.length()),
                                        new String(text, StandardCharsets.UTF_8));
                            }
                        });
        return sources;
    }

    private static byte[] json(RulePack pack) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            PackJson.write(pack, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return json.toByteArray();
    }

    /** A list has a line for each file, so no name may hold the end of one. */
    private static String entryName(String name) {
        StringBuilder safe = new StringBuilder();
        for (char c : name.toCharArray()) {
            boolean odd = Character.isISOControl(c) || c == '%' || c == '\\';
            safe.append(odd ? String.format("%%%02x", (int) c) : String.valueOf(c));
        }
        return safe.toString();
    }

    static String sums(SortedMap<String, byte[]> files) {
        StringBuilder sums = new StringBuilder();
        files.forEach((name, content) -> sums.append(sha256(content) + "  " + name + "\n"));
        return sums.toString();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
