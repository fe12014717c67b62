package org.ringfence.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A site as it lies on disk. */
record WrittenSite(Path root, Map<String, Document> pages) {

    static WrittenSite of(Site site, Path out) throws IOException {
        site.write(out);
        return read(out);
    }

    static WrittenSite read(Path out) throws IOException {
        Map<String, Document> pages = new TreeMap<>();
        for (String file : bytes(out).keySet()) {
            if (file.endsWith(".html")) {
                pages.put(file, Jsoup.parse(Files.readString(out.resolve(file))));
            }
        }
        return new WrittenSite(out, pages);
    }

    Document page(String path) {
        if (!pages.containsKey(path)) {
            throw new AssertionError("no page " + path + " among " + pages.keySet());
        }
        return pages.get(path);
    }

    /** Returns each file below a folder with its content, one char for each byte. */
    static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(name(folder, file), content(file)));
        }
        return contents;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
