package org.ringfence.kb.markdown;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Section;

/**
 * What pages were read as, in a file, to be taken over while their texts stay the same. A file that
 * is damaged or of another version keeps nothing; one is replaced as a whole or not at all.
 */
final class KeptPages {

    /** Changes when the same page would be read as something else. */
    private static final String FORMAT = "ringfence-pages-1";

    private static final int END = 0x70616765;
    private static final int MAX_TEXT = 4 * PageTree.MAX_BYTES;
    private static final int BUFFER = 1 << 16;

    /**
     * A page as it was read.
     *
     * @param sum of its text
     * @param drawnIn the sums of the texts that it drew in, by path; 0 for one that was not there
     * @param draft empty for a file that only others include
     * @param flaws that the page showed by itself
     */
    record Kept(long sum, Map<String, Long> drawnIn, Optional<Draft> draft, List<Flaw> flaws) {}

    private final Map<String, Kept> pages = new HashMap<>();

    /** Returns what a page was read as, if it was. */
    Optional<Kept> page(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    void put(String path, Kept kept) {
        pages.put(path, kept);
    }

    /** Reads a file; none, or one that cannot be used, is one without pages. */
    static KeptPages read(Path file) {
        var kept = new KeptPages();
        if (!Files.isRegularFile(file)) {
            return kept;
        }
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                new InflaterInputStream(Files.newInputStream(file)), BUFFER))) {
            if (!in.readUTF().equals(FORMAT)) {
                return kept;
            }
            for (var count = in.readInt(); count > 0; count--) {
                var path = text(in);
                kept.pages.put(path, page(path, in));
            }
            return in.readInt() == END ? kept : new KeptPages();
        } catch (IOException | RuntimeException damaged) {
            return new KeptPages();
        }
    }

    /** Writes the pages with these paths. */
    void write(Path file, List<String> paths) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new DeflaterOutputStream(Files.newOutputStream(next), fast, BUFFER),
                                BUFFER))) {
            out.writeUTF(FORMAT);
            var known = paths.stream().filter(pages::containsKey).toList();
            out.writeInt(known.size());
            for (var path : known) {
                text(path, out);
                page(pages.get(path), out);
            }
            out.writeInt(END);
        } finally {
            fast.end();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Kept page(String path, DataInputStream in) throws IOException {
        var sum = in.readLong();
        var drawnIn = new TreeMap<String, Long>();
        for (var count = in.readInt(); count > 0; count--) {
            drawnIn.put(text(in), in.readLong());
        }
        var flaws = new ArrayList<Flaw>();
        for (var count = in.readInt(); count > 0; count--) {
            var kind = Flaw.Kind.valueOf(text(in));
            flaws.add(new Flaw(kind, path, in.readInt(), in.readInt(), text(in)));
        }
        return new Kept(
                sum,
                drawnIn,
                in.readBoolean() ? Optional.of(draft(path, in)) : Optional.empty(),
                flaws);
    }

    private static void page(Kept page, DataOutputStream out) throws IOException {
        out.writeLong(page.sum());
        out.writeInt(page.drawnIn().size());
        for (var file : page.drawnIn().entrySet()) {
            text(file.getKey(), out);
            out.writeLong(file.getValue());
        }
        out.writeInt(page.flaws().size());
        for (var flaw : page.flaws()) {
            text(flaw.kind().name(), out);
            out.writeInt(flaw.line());
            out.writeInt(flaw.column());
            text(flaw.message(), out);
        }
        out.writeBoolean(page.draft().isPresent());
        if (page.draft().isPresent()) {
            draft(page.draft().get(), out);
        }
    }

    /** Reads a draft without its body, which its text and those it draws in make up. */
    private static Draft draft(String path, DataInputStream in) throws IOException {
        var title = text(in);
        var summary = text(in);
        var lines = in.readInt();
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var count = in.readInt(); count > 0; count--) {
            attributes.put(text(in), texts(in));
        }
        var sections = new ArrayList<Section>();
        for (var count = in.readInt(); count > 0; count--) {
            sections.add(
                    new Section(
                            text(in), text(in), in.readInt(), in.readInt(), text(in), texts(in)));
        }
        var titleAnchors = new LinkedHashSet<>(texts(in));
        var links = new ArrayList<PageLinks.Raw>();
        for (var count = in.readInt(); count > 0; count--) {
            links.add(
                    new PageLinks.Raw(
                            text(in),
                            text(in),
                            new Yaml.At(in.readInt(), in.readInt()),
                            in.readBoolean()));
        }
        return new Draft(
                TreePath.topicId(path),
                path,
                title,
                summary,
                lines,
                attributes,
                sections,
                titleAnchors,
                links,
                addresses -> "");
    }

    private static void draft(Draft draft, DataOutputStream out) throws IOException {
        text(draft.title(), out);
        text(draft.summary(), out);
        out.writeInt(draft.lines());
        out.writeInt(draft.attributes().size());
        for (var attribute : draft.attributes().entrySet()) {
            text(attribute.getKey(), out);
            texts(attribute.getValue(), out);
        }
        out.writeInt(draft.sections().size());
        for (var section : draft.sections()) {
            text(section.anchor(), out);
            text(section.heading(), out);
            out.writeInt(section.level());
            out.writeInt(section.line());
            text(section.text(), out);
            texts(section.aliases(), out);
        }
        texts(List.copyOf(draft.titleAnchors()), out);
        out.writeInt(draft.links().size());
        for (var link : draft.links()) {
            text(link.target(), out);
            text(link.text(), out);
            out.writeInt(link.at().line());
            out.writeInt(link.at().column());
            out.writeBoolean(link.image());
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (var count = in.readInt(); count > 0; count--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void texts(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            text(text, out);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MAX_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
