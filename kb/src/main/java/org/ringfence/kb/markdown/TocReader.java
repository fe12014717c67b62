package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.TocEntry;

/**
 * Reads every {@code toc.yml} into one table of contents. The one at the root comes first; the
 * table of a folder hangs below the entry that names it or the folder's own page, or else at the
 * end. Tables of breadcrumbs ({@code tocHref}) are left out.
 */
final class TocReader {

    private static final int MAX_DEPTH = 30;

    private final PageTree tree;
    private final LinkResolver pages;
    private final List<Flaw> flaws;
    private final Map<String, List<Yaml>> tables = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    TocReader(PageTree tree, LinkResolver pages, List<Flaw> flaws) {
        this.tree = tree;
        this.pages = pages;
        this.flaws = flaws;
    }

    List<TocEntry> read() {
        for (var path : tree.endingWith("toc.yml")) {
            if (TreePath.name(path).equals("toc.yml")) {
                load(path);
            }
        }
        var entries = new ArrayList<TocEntry>();
        if (tables.containsKey("toc.yml")) {
            entries.addAll(table("toc.yml", 0));
        }
        for (var path : tables.keySet()) {
            if (!used.contains(path)) {
                var children = table(path, 0);
                var index = pages.page(TreePath.folder(path) + "/index.md");
                entries.add(
                        new TocEntry(
                                index.map(Draft::title).orElse(TreePath.folder(path)),
                                index.map(Draft::id).orElse(""),
                                children));
            }
        }
        return List.copyOf(entries);
    }

    private void load(String path) {
        var content = tree.read(path);
        if (content instanceof PageTree.Unreadable unreadable) {
            flaws.add(
                    new Flaw(
                            Flaw.Kind.UNREADABLE_FILE,
                            path,
                            1,
                            1,
                            "this table of contents is skipped: " + unreadable.why()));
        } else if (content instanceof PageTree.Text text) {
            var parsed = Yaml.parse(text.text());
            parsed.faults().forEach(fault -> flaw(path, fault.at(), fault.message()));
            var root = parsed.root();
            if (root.isPresent() && root.get() instanceof Yaml.Entries map) {
                root = Optional.ofNullable(map.values().get("items"));
            }
            if (root.isPresent() && root.get() instanceof Yaml.Items items) {
                if (!isBreadcrumb(items)) {
                    tables.put(path, items.values());
                }
            } else if (parsed.faults().isEmpty()) {
                flaw(
                        path,
                        new Yaml.At(0, 0),
                        "a table of contents is a list of entries with 'name' and 'href'");
            }
        }
    }

    private static boolean isBreadcrumb(Yaml.Items items) {
        return items.values().stream()
                .anyMatch(
                        item ->
                                item instanceof Yaml.Entries entry
                                        && entry.values().containsKey("tocHref"));
    }

    private List<TocEntry> table(String path, int depth) {
        used.add(path);
        return entries(path, tables.getOrDefault(path, List.of()), depth);
    }

    private List<TocEntry> entries(String path, List<Yaml> items, int depth) {
        var entries = new ArrayList<TocEntry>();
        for (var item : items) {
            if (item instanceof Yaml.Entries entry && depth < MAX_DEPTH) {
                entries.add(entry(path, entry, depth));
            } else {
                flaw(
                        path,
                        item.at(),
                        "an entry has the form '- name: ...' with 'href: page.md' or 'items:'");
            }
        }
        return entries;
    }

    private TocEntry entry(String path, Yaml.Entries entry, int depth) {
        var href = scalar(entry, "href").filter(target -> !target.value().isBlank());
        var page = href.flatMap(target -> page(path, target));
        var name = scalar(entry, "name").map(Yaml.Scalar::value).filter(text -> !text.isBlank());
        if (name.isEmpty() && page.isEmpty()) {
            flaw(path, entry.at(), "an entry needs a 'name'");
        }
        var children = new ArrayList<TocEntry>();
        if (entry.values().get("items") instanceof Yaml.Items items) {
            children.addAll(entries(path, items.values(), depth + 1));
        }
        nested(path, href, page).ifPresent(table -> children.addAll(table(table, depth + 1)));
        var title = name.or(() -> page.map(Draft::title)).orElse("(no name)");
        return new TocEntry(Markdown.unescaped(title), page.map(Draft::id).orElse(""), children);
    }

    /**
     * Finds the unused table that an entry stands for: the one it names, or that of the folder
     * whose page it names.
     */
    private Optional<String> nested(String path, Optional<Yaml.Scalar> href, Optional<Draft> page) {
        var named =
                href.map(Yaml.Scalar::value)
                        .filter(TreePath::isRelative)
                        .flatMap(target -> TreePath.resolve(path, target));
        var ofFolder =
                page.filter(found -> TreePath.name(found.path()).equals("index.md"))
                        .map(found -> sibling(found.path()));
        return named.filter(this::isUnused)
                .or(() -> named.map(folder -> folder + "/toc.yml").filter(this::isUnused))
                .or(() -> ofFolder.filter(this::isUnused));
    }

    private static String sibling(String page) {
        var folder = TreePath.folder(page);
        return folder.isEmpty() ? "toc.yml" : folder + "/toc.yml";
    }

    private boolean isUnused(String table) {
        return tables.containsKey(table) && !used.contains(table);
    }

    private Optional<Draft> page(String path, Yaml.Scalar href) {
        var target = href.value().split("[?#]", 2)[0];
        if (!TreePath.isRelative(target) || target.endsWith("/") || target.endsWith(".yml")) {
            return Optional.empty();
        }
        var resolved = TreePath.resolve(path, TreePath.decode(target));
        var page = resolved.flatMap(pages::page);
        if (page.isEmpty() && resolved.filter(tree::has).isEmpty()) {
            flaw(
                    path,
                    href.at(),
                    "there is no page '%s'%s"
                            .formatted(
                                    target,
                                    resolved.map(name -> pages.advice(path, name)).orElse("")));
        }
        return page;
    }

    private static Optional<Yaml.Scalar> scalar(Yaml.Entries entry, String key) {
        return entry.values().get(key) instanceof Yaml.Scalar scalar
                ? Optional.of(scalar)
                : Optional.empty();
    }

    private void flaw(String path, Yaml.At at, String message) {
        flaws.add(new Flaw(Flaw.Kind.BAD_TOC, path, at.line() + 1, at.column() + 1, message));
    }
}
