package org.ringfence.dsl.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a jar that may hold anything, read into memory up to a limit. Nothing is written
 * anywhere.
 *
 * @param files contents by name, without folders
 * @param problems what makes it a jar to keep away from, each a sentence without its end
 */
record PackArchive(SortedMap<String, byte[]> files, List<String> problems) {
    /** Files of a jar. */
    static final int MAX_FILES = 20_000;

    /** Bytes of all files together, as they are when unpacked, whatever the jar says of them. */
    static final int MAX_BYTES = 128 << 20;

    /**
     * @throws IOException if it cannot be read; that it is no jar is a problem
     */
    static PackArchive read(Path jar) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MAX_FILES) {
                problems.add("it has " + zip.size() + " files, more than " + MAX_FILES);
                return new PackArchive(files, problems);
            }
            int left = MAX_BYTES;
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                byte[] content = content(zip, entry, left + 1);
                left -= content.length;
                if (left < 0) {
                    problems.add("it unpacks to more than " + MAX_BYTES + " bytes");
                    return new PackArchive(files, problems);
                }
                add(entry.getName(), content, files, problems);
            }
        } catch (ZipException | EOFException e) {
            problems.add("it is not a jar: " + e.getMessage());
        }
        return new PackArchive(files, problems);
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, int limit) throws IOException {
        if (entry.isDirectory()) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(limit);
        }
    }

    private static void add(
            String name, byte[] content, SortedMap<String, byte[]> files, List<String> problems) {
        if (leadsOut(name)) {
            problems.add("the name `" + shown(name) + "` leads out of the jar");
        } else if (!name.endsWith("/") && files.put(name, content) != null) {
            problems.add("it has two files `" + shown(name) + "`");
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/")).contains("..");
    }

    /** A hostile name can be as long as it likes and hold anything. */
    static String shown(String name) {
        String cut = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
