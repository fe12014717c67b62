package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Frame;
import org.ringfence.site.html.Html;

/** Every page and text of a site, by its path, and how to make it. */
final class Outputs {
    private final Parts parts;
    private final Extras extras;
    private final Html html = new Html();
    private final Inputs inputs;
    private final List<Output> outputs = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    private Outputs(Parts parts, Extras extras) {
        this.parts = parts;
        this.extras = extras;
        this.inputs = new Inputs(parts, extras.program);
    }

    /**
     * @param files the paths below the root of the guidance of those files that the site has
     */
    static List<Output> of(Catalog catalog, Extras extras, Set<String> files) {
        var parts = Parts.of(catalog, new Places(catalog, files), extras);
        var outputs = new Outputs(parts, extras);
        outputs.main();
        catalog.topics().forEach(outputs::topic);
        catalog.rules().forEach(outputs::rule);
        extras.found.ifPresent(outputs::findings);
        if (extras.web.known()) {
            outputs.feeds();
        }
        return List.copyOf(outputs.outputs);
    }

    private void main() {
        var topics = new TopicPages(parts);
        var main = new MainPages(parts, topics, html);
        put(Places.HOME, main::home);
        put(Places.TOPICS, main::topics);
        put(Places.RULES, main::rules);
        put(Places.COVERAGE, main::coverage);
        put(Places.NOT_FOUND, main::notFound);
        Frame.Chrome chrome = parts.frames().chrome();
        var indexes = new IndexPages(parts, html);
        optional(chrome, Places.CHECKLIST, new ChecklistPage(parts, topics, html)::page);
        optional(chrome, Places.WEAKNESSES, indexes::weaknesses);
        optional(chrome, Places.APIS, () -> indexes.apis(extras.apis));
        optional(chrome, Places.LANGUAGE, this::language);
        optional(chrome, Places.TRY, () -> new ServicePages(parts).unserved());
        optional(chrome, Places.RELEASES, () -> main.releases(extras.changelog));
        put(Texts.LIST, new Texts(parts.catalog(), parts.places())::list);
    }

    private void findings(Found found) {
        var pages = new FindingPages(parts, found, html);
        put(Places.FINDINGS, pages::overview);
        pages.files().forEach((path, page) -> put(page, () -> pages.file(path, page)));
    }

    private void feeds() {
        var feeds = new Feeds(extras.web);
        optional(
                parts.frames().chrome(),
                Feeds.RELEASES,
                () -> feeds.releases(ReleaseNotes.of(extras.changelog)));
        List<String> pages =
                outputs.stream()
                        .map(Output::path)
                        .filter(path -> path.endsWith(".html"))
                        .filter(path -> !path.equals(Places.NOT_FOUND) && !moved.contains(path))
                        .toList();
        int parts = (pages.size() + Feeds.MOST - 1) / Feeds.MOST;
        if (parts == 1) {
            put(Feeds.PAGES, () -> feeds.pages(pages));
            return;
        }
        put(Feeds.PAGES, () -> feeds.parts(parts));
        for (int i = 0; i < parts; i++) {
            int from = i * Feeds.MOST;
            List<String> part = pages.subList(from, Math.min(pages.size(), from + Feeds.MOST));
            put(Feeds.part(i + 1), () -> feeds.pages(part));
        }
    }

    private void put(String path, Supplier<String> text) {
        outputs.add(new Output(path, text, () -> ""));
    }

    private void optional(Frame.Chrome chrome, String page, Supplier<String> text) {
        if (chrome.leadsTo(page)) {
            put(page, text);
        }
    }

    /**
     * Returns the pages that a site has besides topics and rules; what would be empty is left out.
     */
    static Frame.Chrome chrome(Catalog catalog, Extras extras) {
        List<Frame.Area> areas = new ArrayList<>();
        if (extras.found.isPresent()) {
            areas.add(new Frame.Area("findings", "Findings", Places.FINDINGS));
        }
        areas.add(new Frame.Area("topics", "Topics", Places.TOPICS));
        areas.add(new Frame.Area("rules", "Rules", Places.RULES));
        areas.add(new Frame.Area("coverage", "Coverage", Places.COVERAGE));
        if (ChecklistPage.exists(catalog)) {
            areas.add(new Frame.Area("checklist", "Checklist", Places.CHECKLIST));
        }
        boolean rules = !catalog.rules().isEmpty();
        if (rules) {
            areas.add(new Frame.Area("api", "APIs", Places.APIS));
        }
        if (!extras.language.vocabularies().isEmpty()) {
            areas.add(new Frame.Area("language", "Language", Places.LANGUAGE));
        }
        List<Frame.Area> foot = new ArrayList<>();
        if (rules) {
            (extras.served ? areas : foot).add(new Frame.Area("try", "Try it", Places.TRY));
            foot.add(new Frame.Area("", "CWE index", Places.WEAKNESSES));
        }
        if (!extras.changelog.isBlank()) {
            foot.add(new Frame.Area("", "Release notes", Places.RELEASES));
        }
        if (extras.web.known() && Feeds.dated(ReleaseNotes.of(extras.changelog))) {
            foot.add(new Frame.Area("", "Feed of releases", Feeds.RELEASES));
        }
        foot.add(new Frame.Area("", "Pages as text", Texts.LIST));
        List<String> packs =
                catalog.packs().stream().map(pack -> pack.name() + " " + pack.version()).toList();
        return new Frame.Chrome(areas, foot, packs, extras.web, extras.served);
    }

    private String language() {
        var manual = new Manual(parts.catalog().guidance(), parts.places().from(Places.LANGUAGE));
        return new LanguagePage(manual).of(extras.language, parts.frames(), html);
    }

    private void topic(Topic topic) {
        String page = parts.places().topic(topic.id()).orElseThrow();
        if (!page.equals(Places.HOME)) {
            outputs.add(
                    new Output(
                            page,
                            () -> new TopicPages(parts).page(topic, page, html),
                            () -> inputs.of(topic, page)));
        }
        parts.places().topicText(topic).ifPresent(text -> put(text, () -> Texts.topic(topic)));
    }

    private void rule(Catalog.Listed rule) {
        String page = parts.places().rule(rule);
        var main = new MainPages(parts, new TopicPages(parts), html);
        String replacement = rule.rule().classification().replacedBy();
        Optional<String> target =
                parts.places().rule(replacement).filter(other -> !other.equals(page));
        if (target.isPresent()) {
            moved.add(page);
            put(page, () -> main.moved(rule, page, target.get()));
        } else {
            put(page, () -> main.rule(rule, page));
        }
        put(Places.text(page), () -> new Texts(parts.catalog(), parts.places()).rule(rule));
    }
}
