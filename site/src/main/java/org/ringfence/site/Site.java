package org.ringfence.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.rule.RulePack;
import org.ringfence.site.html.Frame;
import org.ringfence.site.html.Html;
import org.ringfence.subject.Vocabulary;

/**
 * Guidance and rules as a static web site: plain HTML that works from a file system as well as from
 * a server, without scripts and without asking any other host.
 *
 * <pre>{@code
 * new Site(guidance, packs)
 *         .withExamples(findings)
 *         .withFiles(Path.of("docs"))
 *         .write(Path.of("site"));
 * }</pre>
 *
 * The same input gives the same bytes.
 */
public final class Site {
    private final Guidance guidance;
    private final List<RulePack> packs;
    private final Extras extras;

    private record Extras(
            Examples examples,
            List<Vocabulary> vocabularies,
            Map<String, String> syntax,
            Optional<Path> files) {}

    /**
     * What was written.
     *
     * @param pages HTML pages
     * @param files images and other files that the pages lead to
     */
    public record Written(int pages, int files) {}

    public Site(Guidance guidance, List<RulePack> packs) {
        this(guidance, packs, new Extras(Examples.NONE, List.of(), Map.of(), Optional.empty()));
    }

    private Site(Guidance guidance, List<RulePack> packs, Extras extras) {
        this.guidance = guidance;
        this.packs = List.copyOf(packs);
        this.extras = extras;
    }

    /** Returns a site that shows findings on the examples of rules. */
    public Site withExamples(Examples examples) {
        return with(new Extras(examples, extras.vocabularies(), extras.syntax(), extras.files()));
    }

    private Site with(Extras other) {
        return new Site(guidance, packs, other);
    }

    /**
     * Returns a site with a reference of the rules language.
     *
     * @param syntax productions in their order: name to right side
     */
    public Site withLanguage(List<Vocabulary> vocabularies, Map<String, String> syntax) {
        return with(
                new Extras(
                        extras.examples(),
                        List.copyOf(vocabularies),
                        new LinkedHashMap<>(syntax),
                        extras.files()));
    }

    /**
     * Returns a site that carries the images and files that pages lead to.
     *
     * @param root the folder that the guidance was read from
     */
    public Site withFiles(Path root) {
        return with(
                new Extras(
                        extras.examples(),
                        extras.vocabularies(),
                        extras.syntax(),
                        Optional.of(root)));
    }

    /** Like {@link #write(Path, Progress)}, in silence. */
    public Written write(Path out) throws IOException {
        return write(out, Progress.SILENT);
    }

    /**
     * Writes the site. All of it is made in a folder beside {@code out}, which then takes the place
     * of the old site; when anything fails the old site stays.
     *
     * @param out a folder that does not exist, is empty, or holds a site that this class wrote
     * @param progress told after each page and file
     * @throws java.nio.file.FileAlreadyExistsException when {@code out} holds anything else
     */
    public Written write(Path out, Progress progress) throws IOException {
        Set<String> files =
                extras.files().isPresent()
                        ? GuidanceFiles.in(extras.files().get(), guidance)
                        : Set.of();
        Map<String, Supplier<String>> pages = pages(files);
        int total = pages.size() + files.size();
        int done = 0;
        try (Staging staging = Staging.of(out)) {
            staging.put(Html.STYLE, Html.style());
            for (var page : pages.entrySet()) {
                staging.put(page.getKey(), page.getValue().get());
                progress.step(++done, total);
            }
            for (String file : files) {
                staging.put(
                        Places.file(file),
                        Files.readAllBytes(extras.files().orElseThrow().resolve(file)));
                progress.step(++done, total);
            }
            staging.publish();
        }
        return new Written(pages.size(), files.size());
    }

    private Map<String, Supplier<String>> pages(Set<String> files) {
        var catalog = new Catalog(guidance, packs);
        var places = new Places(catalog, files);
        var names = packs.stream().map(pack -> pack.name() + " " + pack.version()).toList();
        var chrome = new Frame.Chrome(!extras.vocabularies().isEmpty(), names);
        var parts = Parts.of(catalog, places, extras.examples(), chrome);
        var html = new Html();
        var topics = new TopicPages(parts);
        var main = new MainPages(parts, topics, html);
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put(Places.HOME, main::home);
        pages.put(Places.TOPICS, main::topics);
        pages.put(Places.RULES, main::rules);
        pages.put(Places.COVERAGE, main::coverage);
        pages.put(Places.NOT_FOUND, main::notFound);
        if (!extras.vocabularies().isEmpty()) {
            pages.put(
                    Places.LANGUAGE,
                    () ->
                            new LanguagePage(new Manual(guidance, places.from(Places.LANGUAGE)))
                                    .of(
                                            extras.vocabularies(),
                                            extras.syntax(),
                                            parts.frames(),
                                            html));
        }
        for (var topic : catalog.topics()) {
            String page = places.topic(topic.id()).orElseThrow();
            if (!page.equals(Places.HOME)) {
                pages.put(page, () -> topics.page(topic, page, html));
            }
        }
        for (var rule : catalog.rules()) {
            String page = places.rule(rule);
            pages.put(page, () -> main.rule(rule, page));
        }
        return pages;
    }
}
