package org.ringfence.kb.markdown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.kb.Topic;

/**
 * Reads a folder of Markdown pages.
 *
 * <pre>{@code
 * Guidance guidance = GuidanceReader.read(Path.of("docs"));
 * guidance.flaws().forEach(System.out::println);
 * }</pre>
 */
public final class GuidanceReader {

    private final PageTree tree;
    private final List<Flaw> flaws = new ArrayList<>();

    private final KeptPages kept;

    private GuidanceReader(PageTree tree, KeptPages kept) {
        this.tree = tree;
        this.kept = kept;
    }

    /**
     * Reads all pages below {@code root}, which may lie in any file system, a zip included. Nothing
     * keeps a hold on the file system afterwards.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such folder
     */
    public static Guidance read(Path root) throws IOException {
        return read(root, Progress.SILENT);
    }

    /** Like {@link #read(Path)}, and tells {@code progress} after each page. */
    public static Guidance read(Path root, Progress progress) throws IOException {
        return new GuidanceReader(PageTree.of(root), new KeptPages()).guidance(progress);
    }

    /**
     * Like {@link #read(Path, Progress)}, but only pages whose texts changed are parsed again: the
     * others are taken over from the file {@code memory}, which is then replaced. The result is the
     * same with any such file or none.
     */
    public static Guidance read(Path root, Path memory, Progress progress) throws IOException {
        var tree = PageTree.of(root);
        var kept = KeptPages.read(memory);
        var guidance = new GuidanceReader(tree, kept).guidance(progress);
        kept.write(memory, tree.endingWith(".md"));
        return guidance;
    }

    /**
     * Returns a text that is the same as long as {@link #read} would give the same. Costs a small
     * part of reading.
     *
     * @throws java.nio.file.NoSuchFileException when there is no such folder
     */
    public static String fingerprint(Path root) throws IOException {
        return PageTree.of(root).fingerprint();
    }

    private Guidance guidance(Progress progress) {
        var paths = tree.endingWith(".md");
        var drafts = new ArrayList<Draft>();
        var done = 0;
        for (var path : paths) {
            draft(path).ifPresent(drafts::add);
            progress.step(++done, paths.size());
        }
        var redirects = Redirects.read(tree, drafts.stream().map(Draft::path).toList(), flaws);
        var resolver = new LinkResolver(drafts, tree, redirects);
        var topics = new ArrayList<Topic>();
        for (var draft : drafts) {
            topics.add(topic(draft, resolver));
        }
        var toc = new TocReader(tree, resolver, flaws).read();
        var moved = new TreeMap<String, String>();
        redirects.moved().forEach((from, page) -> moved.put(from, TreePath.topicId(page)));
        return Guidance.of(topics, toc, flaws, moved);
    }

    private Topic topic(Draft draft, LinkResolver resolver) {
        return new Topic(
                draft.id(),
                draft.title(),
                draft.summary(),
                draft.path(),
                draft.sections(),
                resolver.resolve(draft, flaws),
                draft.attributes(),
                draft.body());
    }

    private Optional<Draft> draft(String path) {
        var content = tree.read(path);
        if (content instanceof PageTree.Text text) {
            return draft(path, text);
        }
        if (content instanceof PageTree.Unreadable unreadable) {
            flaw(
                    Flaw.Kind.UNREADABLE_FILE,
                    path,
                    new Yaml.At(0, 0),
                    "this page is skipped: " + unreadable.why());
        }
        return Optional.empty();
    }

    private Optional<Draft> draft(String path, PageTree.Text text) {
        var before = kept.page(path).filter(page -> page.sum() == text.sum() && isSame(page));
        if (before.isPresent()) {
            flaws.addAll(before.get().flaws());
            return before.get().draft().map(draft -> withBody(draft, text, before.get().drawnIn()));
        }
        var known = flaws.size();
        var drawnIn = new LinkedHashMap<String, Long>();
        var front = FrontMatter.of(text.text());
        var draft =
                isFragment(path, front)
                        ? Optional.<Draft>empty()
                        : Optional.of(draft(path, front, drawnIn));
        var found = List.copyOf(flaws.subList(known, flaws.size()));
        kept.put(path, new KeptPages.Kept(text.sum(), drawnIn, draft, found));
        return draft;
    }

    private boolean isSame(KeptPages.Kept page) {
        return page.drawnIn().entrySet().stream()
                .allMatch(file -> sum(tree.readShared(file.getKey())) == file.getValue());
    }

    private static long sum(PageTree.Content content) {
        return content instanceof PageTree.Text text ? text.sum() : 0;
    }

    private Draft withBody(Draft draft, PageTree.Text text, Map<String, Long> drawnIn) {
        var texts = new LinkedHashMap<String, String>();
        drawnIn.keySet().forEach(file -> drawIn(file, texts, new LinkedHashMap<>()));
        var body = FrontMatter.bodyAfter(text.text(), draft.lines());
        return draft.with(new PageHtml(body, draft.path(), texts));
    }

    /** Says whether a file exists only to be included by others. */
    private static boolean isFragment(String path, FrontMatter front) {
        return List.of(TreePath.folder(path).split("/")).contains("includes")
                || front.attributes().getOrDefault("ms.topic", List.of()).contains("include");
    }

    private Draft draft(String path, FrontMatter front, Map<String, Long> sums) {
        front.faults()
                .forEach(
                        fault ->
                                flaw(
                                        Flaw.Kind.BAD_FRONT_MATTER,
                                        path,
                                        fault.at(),
                                        fault.message()));
        var drawnIn = new LinkedHashMap<String, String>();
        var page = PageParser.parse(front.body(), path, file -> drawIn(file, drawnIn, sums));
        for (var mistake : page.mistakes()) {
            flaw(
                    mistake.missingExample() ? Flaw.Kind.MISSING_EXAMPLE : Flaw.Kind.BAD_MARKDOWN,
                    path,
                    new Yaml.At(front.lines() + mistake.line(), mistake.column()),
                    mistake.message());
        }
        var outline = Outline.of(page.document(), front.lines());
        return new Draft(
                TreePath.topicId(path),
                path,
                title(path, front, outline),
                first(front, "summary").or(() -> first(front, "description")).orElse(""),
                front.lines(),
                front.attributes(),
                outline.sections(),
                new LinkedHashSet<>(outline.titleAnchors()),
                PageLinks.in(page.document()),
                new PageHtml(front.body(), path, drawnIn));
    }

    private Optional<String> drawIn(
            String file, Map<String, String> drawnIn, Map<String, Long> sums) {
        var content = tree.readShared(file);
        sums.put(file, sum(content));
        if (content instanceof PageTree.Text text) {
            drawnIn.put(file, text.text());
            return Optional.of(text.text());
        }
        return Optional.empty();
    }

    private String title(String path, FrontMatter front, Outline outline) {
        var heading = outline.title().map(PlainText::of).filter(text -> !text.isBlank());
        var title = first(front, "title").or(() -> heading);
        if (title.isEmpty()) {
            flaw(
                    Flaw.Kind.MISSING_TITLE,
                    path,
                    new Yaml.At(0, 0),
                    "no title; add 'title: ...' to the front matter or start the page with '# ...'");
        }
        return title.orElse(TreePath.name(TreePath.topicId(path)));
    }

    private static Optional<String> first(FrontMatter front, String key) {
        return front.attributes().getOrDefault(key, List.of()).stream()
                .map(Markdown::unescaped)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private void flaw(Flaw.Kind kind, String path, Yaml.At at, String message) {
        flaws.add(new Flaw(kind, path, at.line() + 1, at.column() + 1, message));
    }
}
