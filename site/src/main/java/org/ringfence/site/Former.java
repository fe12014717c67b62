package org.ringfence.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32C;

/**
 * The site that stood here before: pages whose inputs did not change are taken over from it. Lives
 * for one run; asked from any thread.
 */
final class Former {
    /** Says of each page what it was made from and what came of it. */
    static final String LIST = ".ringfence-inputs";

    private record Page(String inputs, String sum) {}

    private final Path root;
    private final Map<String, Page> before;
    private final Map<String, Page> now = new ConcurrentSkipListMap<>();

    private Former(Path root, Map<String, Page> before) {
        this.root = root;
        this.before = before;
    }

    static Former at(Path root) throws IOException {
        Path list = root.resolve(LIST);
        Map<String, Page> pages = new HashMap<>();
        if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            for (String line :
                    new String(Files.readAllBytes(list), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split(" ", 3);
                if (parts.length == 3) {
                    pages.put(parts[2], new Page(parts[0], parts[1]));
                }
            }
        }
        return new Former(root, pages);
    }

    /**
     * Returns a page as it was, if it was made from the same inputs and nobody changed it since.
     */
    Optional<byte[]> page(String path, String inputs) throws IOException {
        Page page = before.get(path);
        Path file = root.resolve(path);
        if (page == null
                || !page.inputs().equals(inputs)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return sum(bytes).equals(page.sum()) ? Optional.of(bytes) : Optional.empty();
    }

    /** Remembers a page for the next time. */
    void keep(String path, String inputs, byte[] bytes) {
        now.put(path, new Page(inputs, sum(bytes)));
    }

    /** Returns what to write to {@link #LIST}; empty where there is nothing to remember. */
    String list() {
        var list = new StringBuilder();
        now.forEach(
                (path, page) ->
                        list.append(page.inputs())
                                .append(' ')
                                .append(page.sum())
                                .append(' ')
                                .append(path)
                                .append('\n'));
        return list.toString();
    }

    private static String sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }
}
