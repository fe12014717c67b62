package org.ringfence.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringfence.check.Report;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Progress;
import org.ringfence.rule.RulePack;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Web;
import org.ringfence.subject.Vocabulary;

/**
 * Guidance and rules as a static web site: plain HTML that works from a file system as well as from
 * a server, without asking any other host. One small script adds what a page can do without
 * (themes, copying, filters); everything can be read without it.
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

    /**
     * What was written.
     *
     * @param pages HTML pages
     * @param files images and other files that the pages lead to
     * @param kept how many of the pages were taken over from the site that stood there before
     */
    public record Written(int pages, int files, int kept) {}

    public Site(Guidance guidance, List<RulePack> packs) {
        this(guidance, packs, new Extras());
    }

    private Site(Guidance guidance, List<RulePack> packs, Extras extras) {
        this.guidance = guidance;
        this.packs = List.copyOf(packs);
        this.extras = extras;
    }

    private Site with(Consumer<Extras> change) {
        return new Site(guidance, packs, extras.with(change));
    }

    /** Returns a site that shows findings on the examples of rules. */
    public Site withExamples(Examples examples) {
        return with(e -> e.examples = examples);
    }

    /**
     * Returns a site with a reference of the rules language.
     *
     * @param syntax productions in their order: name to right side, keywords between quotes
     */
    public Site withLanguage(List<Vocabulary> vocabularies, Map<String, String> syntax) {
        return with(e -> e.language = new Extras.Language(vocabularies, syntax));
    }

    /** Returns a site whose index of functions shows their signatures. */
    public Site withApis(Apis apis) {
        return with(e -> e.apis = apis);
    }

    /**
     * Returns a site with release notes.
     *
     * @param changelog Markdown in the form of Keep a Changelog
     */
    public Site withReleaseNotes(String changelog) {
        return with(e -> e.changelog = changelog);
    }

    /**
     * Returns a site that carries the images and files that pages lead to.
     *
     * @param root the folder that the guidance was read from
     */
    public Site withFiles(Path root) {
        return with(e -> e.files = Optional.of(root));
    }

    /**
     * Returns a site that takes over pages of the one it replaces, where what they are made from is
     * the same.
     *
     * @param program tells the program that makes the pages from every other version of it
     */
    public Site withReuse(String program) {
        return with(e -> e.program = program);
    }

    /**
     * Returns a site that says on each page where it stands on the web and where its source is
     * edited, and has what only such a site can have: a sitemap and a feed of its releases.
     *
     * @param base the address of the start page, or empty
     * @param sources what the path of a Markdown file is put behind to edit it, or empty
     * @throws IllegalArgumentException if one of them is no address of the web
     */
    public Site withAddresses(String base, String sources) {
        var web = new Web(base, sources);
        return with(e -> e.web = web);
    }

    /** Returns a site that also shows what a check found. */
    public Site withFindings(Report report, List<Found.Earlier> earlier) {
        return with(e -> e.found = Optional.of(new Found(report, earlier)));
    }

    /** Returns a site for a server that makes {@link #servicePages} as they are asked for. */
    public Site served() {
        return with(e -> e.served = true);
    }

    /** Returns the pages of this site that only a server can make. */
    public ServicePages servicePages() {
        var catalog = new Catalog(guidance, packs);
        return new ServicePages(Parts.of(catalog, new Places(catalog, Set.of()), extras));
    }

    /** Like {@link #write(Path, Progress)}, in silence. */
    public Written write(Path out) throws IOException {
        return write(out, Progress.SILENT);
    }

    /**
     * Writes the site, on all processors. All of it is made in a folder beside {@code out}, which
     * then takes the place of the old site; when anything fails the old site stays.
     *
     * @param out a folder that does not exist, is empty, or holds a site that this class wrote
     * @param progress told after each page and file, never twice at the same time
     * @throws java.nio.file.FileAlreadyExistsException when {@code out} holds anything else
     */
    public Written write(Path out, Progress progress) throws IOException {
        Set<String> files =
                extras.files.isPresent()
                        ? GuidanceFiles.in(extras.files.get(), guidance)
                        : Set.of();
        List<Output> outputs = Outputs.of(new Catalog(guidance, packs), extras, files);
        var steps = new Steps(progress, outputs.size() + files.size());
        try (Staging staging = Staging.of(out)) {
            for (String asset : Html.assets(extras.served)) {
                staging.put(asset, Html.asset(asset));
            }
            var former = Former.at(staging.target());
            Workers.each(
                    outputs,
                    output -> {
                        boolean kept = write(output, former, staging);
                        steps.next(kept);
                    });
            for (String file : files) {
                staging.put(
                        Places.file(file),
                        Files.readAllBytes(extras.files.orElseThrow().resolve(file)));
                steps.next(false);
            }
            if (!former.list().isEmpty()) {
                staging.put(Former.LIST, former.list());
            }
            staging.publish();
        }
        int pages =
                (int) outputs.stream().filter(output -> output.path().endsWith(".html")).count();
        return new Written(pages, files.size(), steps.kept);
    }

    /** Returns whether the page was taken over. */
    private static boolean write(Output output, Former former, Staging staging) throws IOException {
        String inputs = output.inputs().get();
        Optional<byte[]> before =
                inputs.isEmpty() ? Optional.empty() : former.page(output.path(), inputs);
        byte[] bytes =
                before.isPresent()
                        ? before.get()
                        : output.text().get().getBytes(StandardCharsets.UTF_8);
        staging.put(output.path(), bytes);
        if (!inputs.isEmpty()) {
            former.keep(output.path(), inputs, bytes);
        }
        return before.isPresent();
    }

    /** Counts the steps of one run, made on any thread. */
    private static final class Steps {
        private final Progress progress;
        private final int total;
        private int done;
        private int kept;

        Steps(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized void next(boolean taken) {
            kept += taken ? 1 : 0;
            progress.step(++done, total);
        }
    }
}
