package org.ringfence.kb.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;

/** A folder of pages for a test. */
record Tree(Path root) {

    /** Starts every page whose title and summary do not matter. */
    static final String FRONT = "---\ntitle: T\nsummary: s\n---\n";

    Tree with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Tree with(String path, byte[] bytes) {
        try {
            var file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Adds the page {@code p.md} with this body, from line 5 on. */
    Tree withBody(String body) {
        return with("p.md", FRONT + body);
    }

    Guidance read() {
        try {
            return GuidanceReader.read(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Topic topic(String id) {
        return read().topic(id).orElseThrow();
    }

    /** Returns the HTML of {@code p.md}; topics live at {@code /id#anchor}. */
    String html() {
        return topic("p").html((id, anchor) -> "/" + id + (anchor.isEmpty() ? "" : "#" + anchor));
    }

    List<String> flaws() {
        return read().flaws().stream().map(Flaw::toString).toList();
    }
}
