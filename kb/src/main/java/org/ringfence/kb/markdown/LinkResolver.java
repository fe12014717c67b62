package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Link;
import org.ringfence.kb.NearMiss;

/** Finds out what links lead to, once all pages are known. */
final class LinkResolver {

    private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):.*");
    private static final Set<String> FOLLOWED = Set.of("http", "https", "mailto");

    private final Map<String, Draft> byPath = new HashMap<>();
    private final Map<String, String> pathsIgnoringCase = new HashMap<>();
    private final Map<String, List<String>> pathsByName = new HashMap<>();
    private final Map<String, List<String>> pathsByFolder = new HashMap<>();
    private final Map<String, Set<String>> anchors = new HashMap<>();
    private final PageTree tree;
    private final Redirects redirects;

    LinkResolver(Collection<Draft> drafts, PageTree tree, Redirects redirects) {
        this.tree = tree;
        this.redirects = redirects;
        for (var draft : drafts) {
            byPath.put(draft.path(), draft);
            pathsIgnoringCase.putIfAbsent(draft.path().toLowerCase(Locale.ROOT), draft.path());
            pathsByName
                    .computeIfAbsent(TreePath.name(draft.path()), name -> new ArrayList<>())
                    .add(draft.path());
            pathsByFolder
                    .computeIfAbsent(TreePath.folder(draft.path()), name -> new ArrayList<>())
                    .add(draft.path());
        }
    }

    /** Returns the links of a page in order, and adds a flaw for each that leads nowhere. */
    List<Link> resolve(Draft page, List<Flaw> flaws) {
        var links = new ArrayList<Link>();
        for (var raw : page.links()) {
            var line = page.lines() + raw.at().line() + 1;
            var column = raw.at().column() + 1;
            var found = destination(page, raw);
            found.flaw()
                    .ifPresent(
                            fault ->
                                    flaws.add(
                                            new Flaw(
                                                    fault.kind(),
                                                    page.path(),
                                                    line,
                                                    column,
                                                    fault.message())));
            links.add(new Link(raw.target(), raw.text(), line, column, found.destination()));
        }
        return links;
    }

    /** Returns the topic that a path of a table of contents names, by its path below the root. */
    Optional<Draft> page(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * Returns advice for a path without a page: an empty text or a sentence that names a likely
     * one.
     */
    String advice(String from, String path) {
        return nearest(path)
                .map(near -> "; did you mean '" + spelled(from, near) + "'?")
                .orElse("");
    }

    private record Fault(Flaw.Kind kind, String message) {}

    private record Found(Link.Destination destination, Optional<Fault> flaw) {
        static Found of(Link.Destination destination) {
            return new Found(destination, Optional.empty());
        }

        static Found dead(Flaw.Kind kind, String message) {
            return new Found(new Link.Dead(), Optional.of(new Fault(kind, message)));
        }
    }

    private Found destination(Draft page, PageLinks.Raw raw) {
        var target = raw.target().strip();
        var scheme = SCHEME.matcher(target);
        if (target.indexOf(':') > 0 && scheme.matches()) {
            var name = scheme.group(1).toLowerCase(Locale.ROOT);
            var own = redirects.pageAt(target).map(byPath::get);
            if (own.isPresent()) {
                return topic(own.get(), anchor(target));
            }
            return FOLLOWED.contains(name)
                    ? Found.of(new Link.Outside(target))
                    : Found.dead(
                            Flaw.Kind.DEAD_LINK,
                            "a page may link to http, https and mailto, not to '" + name + ":'");
        }
        var hash = target.indexOf('#');
        var anchor = anchor(target);
        var written = hash < 0 ? target : target.substring(0, hash);
        var query = written.indexOf('?');
        var place = TreePath.decode(query < 0 ? written : written.substring(0, query));
        return place.isEmpty() ? topic(page, anchor) : below(page, raw, place, anchor);
    }

    private Found below(Draft page, PageLinks.Raw raw, String place, String anchor) {
        if (place.contains("\\")) {
            return Found.dead(
                    Flaw.Kind.DEAD_LINK,
                    "'%s' has a backslash; write '%s'".formatted(place, place.replace('\\', '/')));
        }
        var path = TreePath.resolve(page.path(), place);
        var hit = path.flatMap(this::pageAt);
        if (hit.isPresent()) {
            return topic(hit.get(), anchor);
        }
        if (path.isPresent() && tree.has(path.get())) {
            return Found.of(new Link.ToFile(path.get()));
        }
        if (place.startsWith("/")) {
            return redirects
                    .pageAt(place)
                    .map(own -> topic(byPath.get(own), anchor))
                    .orElseGet(() -> Found.of(new Link.Outside(raw.target())));
        }
        var moved = path.flatMap(redirects::target);
        if (moved.isPresent()) {
            return moved(page, path.get(), moved.get());
        }
        if (path.isEmpty()) {
            return Found.dead(Flaw.Kind.DEAD_LINK, "'%s' leads out of the pages".formatted(place));
        }
        var isPage = place.endsWith(".md") || !TreePath.name(place).contains(".");
        if (raw.image() || !isPage) {
            return Found.dead(
                    Flaw.Kind.MISSING_FILE, "there is no file '%s'".formatted(path.get()));
        }
        return Found.dead(
                Flaw.Kind.DEAD_LINK,
                "there is no page '%s'%s".formatted(path.get(), advice(page.path(), path.get())));
    }

    /** The page is gone, but it is known where to. */
    private Found moved(Draft from, String path, String target) {
        var page = redirects.pageAt(target).map(byPath::get);
        var to = page.map(found -> spelled(from.path(), found.path())).orElse(target);
        var message = "'%s' moved; write '%s'".formatted(path, to);
        var destination =
                page.<Link.Destination>map(found -> new Link.ToTopic(found.id(), ""))
                        .orElseGet(() -> new Link.Outside(target));
        return new Found(destination, Optional.of(new Fault(Flaw.Kind.MOVED_LINK, message)));
    }

    private static String anchor(String target) {
        var hash = target.indexOf('#');
        return hash < 0 ? "" : TreePath.decode(target.substring(hash + 1));
    }

    /** Finds a page by its file, or by its address without {@code .md} as it reads on the site. */
    private Optional<Draft> pageAt(String path) {
        return page(path)
                .or(() -> page(path + ".md"))
                .or(() -> page(path.isEmpty() ? "index.md" : path + "/index.md"));
    }

    private Found topic(Draft page, String anchor) {
        if (anchor.isEmpty() || page.titleAnchors().contains(anchor)) {
            return Found.of(new Link.ToTopic(page.id(), ""));
        }
        var known = anchors.computeIfAbsent(page.path(), path -> page.anchors());
        if (known.contains(anchor)) {
            return Found.of(new Link.ToTopic(page.id(), anchor));
        }
        var near =
                known.stream()
                        .filter(candidate -> candidate.equalsIgnoreCase(anchor))
                        .sorted()
                        .findFirst()
                        .or(
                                () ->
                                        NearMiss.of(
                                                anchor,
                                                known.stream()
                                                        .filter(a -> !a.isEmpty())
                                                        .sorted()
                                                        .toList()))
                        .map(candidate -> "; did you mean '#" + candidate + "'?")
                        .orElse("; the link leads to the top of the page");
        var message = "'%s' has no anchor '#%s'%s".formatted(page.path(), anchor, near);
        return new Found(
                new Link.ToTopic(page.id(), ""),
                Optional.of(new Fault(Flaw.Kind.DEAD_ANCHOR, message)));
    }

    private Optional<String> nearest(String path) {
        var ignoringCase = pathsIgnoringCase.get(path.toLowerCase(Locale.ROOT));
        if (ignoringCase != null) {
            return Optional.of(ignoringCase);
        }
        var sameName = pathsByName.getOrDefault(TreePath.name(path), List.of());
        if (!sameName.isEmpty() && !TreePath.name(path).equals("index.md")) {
            return NearMiss.of(path, sameName);
        }
        return NearMiss.of(path, pathsByFolder.getOrDefault(TreePath.folder(path), List.of()));
    }

    /** Spells a path as a link from another page. */
    private static String spelled(String from, String path) {
        var folder = TreePath.folder(from);
        if (folder.isEmpty()) {
            return path;
        }
        return path.startsWith(folder + "/")
                ? path.substring(folder.length() + 1)
                : TreePath.relative(from, path);
    }
}
