package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ringfence.kb.Flaw;

/**
 * Where pages went that are no longer there, as the {@code .openpublishing.redirection*.json} files
 * of Microsoft Learn say; and which part of an address on that site stands for a folder of this
 * tree, learned from the addresses that lead to its pages.
 */
final class Redirects {

    private static final int MAX_HOPS = 20;
    private static final Pattern HTTP = Pattern.compile("(?i)https?://");
    private static final Pattern LEARN =
            Pattern.compile("(?i)https?://(?:learn|docs)\\.microsoft\\.com(?:/[a-z]{2}-[a-z]{2})?");

    /**
     * A part of a site's address and the folder it stands for; both end in a slash or are empty.
     */
    private record Mount(String address, String folder) {}

    private record Entry(String target, String file, Yaml.At at) {}

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Map<String, String> pages = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private Optional<Mount> mount = Optional.empty();

    private Redirects(Collection<String> paths) {
        paths.forEach(path -> pages.put(address(path), path));
        paths.forEach(path -> folders.add(TreePath.folder(path)));
    }

    /** Reads the redirections of a tree whose pages have these paths. */
    static Redirects read(PageTree tree, Collection<String> paths, List<Flaw> flaws) {
        var redirects = new Redirects(paths);
        for (var file : tree.redirections()) {
            redirects.read(file, flaws);
        }
        redirects.mount = redirects.commonest();
        redirects.entries.forEach((from, entry) -> redirects.check(from, entry, flaws));
        return redirects;
    }

    private void read(PageTree.Redirection file, List<Flaw> flaws) {
        var parsed = Yaml.parse(file.text());
        parsed.faults().forEach(fault -> flaw(file.name(), fault.at(), fault.message(), flaws));
        if (parsed.root().orElse(new Yaml.Scalar("", new Yaml.At(0, 0)))
                        instanceof Yaml.Entries root
                && root.values().get("redirections") instanceof Yaml.Items items) {
            items.values().forEach(item -> entry(file, item));
        } else if (parsed.faults().isEmpty()) {
            var start = new Yaml.At(0, 0);
            flaw(file.name(), start, "redirections are a list 'redirections' of entries", flaws);
        }
    }

    /** Authors spell the keys as they like: {@code redirect_url}, {@code redirect_URL}. */
    private void entry(PageTree.Redirection file, Yaml item) {
        if (!(item instanceof Yaml.Entries entry)) {
            return;
        }
        var values = new HashMap<String, String>();
        entry.values()
                .forEach(
                        (key, value) -> {
                            if (value instanceof Yaml.Scalar scalar) {
                                values.put(key.toLowerCase(Locale.ROOT), scalar.value());
                            }
                        });
        var from =
                values.getOrDefault(
                        "source_path", values.getOrDefault("source_path_from_root", ""));
        var path = from.startsWith("/") ? from.substring(1) : from;
        var target = values.getOrDefault("redirect_url", "");
        var safe =
                target.startsWith("/")
                        || TreePath.isRelative(target)
                        || HTTP.matcher(target).lookingAt();
        if (path.startsWith(file.folder()) && safe) {
            entries.putIfAbsent(
                    path.substring(file.folder().length()),
                    new Entry(target, file.name(), entry.at()));
        }
    }

    /** Returns the page that took the place of a path without one. */
    Optional<String> page(String path) {
        return target(path).flatMap(this::pageAt);
    }

    /**
     * Returns the address that a path without a page was sent to, as it is written; after all hops
     * within this tree.
     */
    Optional<String> target(String path) {
        var seen = new HashSet<String>();
        var at = key(path);
        while (entries.containsKey(at) && seen.add(at) && seen.size() < MAX_HOPS) {
            var target = entries.get(at).target();
            var next = local(target).map(Redirects::key);
            if (next.isEmpty() || pages.containsKey(address(next.get()))) {
                return Optional.of(target);
            }
            if (!entries.containsKey(next.get())) {
                return Optional.of(target);
            }
            at = next.get();
        }
        return Optional.empty();
    }

    /** Returns the page that an address of the site stands for, if it is one of this tree. */
    Optional<String> pageAt(String address) {
        return local(address).flatMap(path -> Optional.ofNullable(pages.get(address(path))));
    }

    /** Returns each old path that leads to a page, with that page. */
    Map<String, String> moved() {
        var moved = new TreeMap<String, String>();
        entries.keySet().forEach(from -> page(from).ifPresent(page -> moved.put(from, page)));
        return moved;
    }

    private void check(String from, Entry entry, List<Flaw> flaws) {
        var target = target(from);
        if (target.isEmpty()) {
            flaw(entry.file(), entry.at(), "'" + from + "' is redirected in a circle", flaws);
        } else if (local(target.get()).isPresent() && pageAt(target.get()).isEmpty()) {
            var message =
                    "'%s' is redirected to '%s', which is no page".formatted(from, target.get());
            // the site may have further trees below the same address
            if (!hasFolder(local(target.get()).get())) {
                return;
            }
            flaw(entry.file(), entry.at(), message, flaws);
        }
    }

    private boolean hasFolder(String path) {
        return folders.contains(TreePath.folder(path));
    }

    private static void flaw(String file, Yaml.At at, String message, List<Flaw> flaws) {
        flaws.add(new Flaw(Flaw.Kind.BAD_REDIRECT, file, at.line() + 1, at.column() + 1, message));
    }

    /** Returns the path below the root that an address stands for. */
    private Optional<String> local(String address) {
        var plain = LEARN.matcher(address).replaceFirst("").split("[?#]", 2)[0];
        if (TreePath.isRelative(plain)) {
            return Optional.of(plain);
        }
        return mount.filter(found -> plain.startsWith(found.address()))
                .map(found -> found.folder() + plain.substring(found.address().length()));
    }

    private Optional<Mount> commonest() {
        var votes = new HashMap<Mount, Integer>();
        entries.forEach((from, entry) -> vote(from, entry.target(), votes));
        return votes.entrySet().stream()
                .max(
                        Map.Entry.<Mount, Integer>comparingByValue()
                                .thenComparing(vote -> vote.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    private void vote(String from, String target, Map<Mount, Integer> votes) {
        var address = LEARN.matcher(target).replaceFirst("").split("[?#]", 2)[0];
        if (!address.startsWith("/")) {
            return;
        }
        for (var folder : folders(from)) {
            for (var cut = 1; cut > 0; cut = address.indexOf('/', cut) + 1) {
                if (pages.containsKey(address(folder + address.substring(cut)))) {
                    votes.merge(new Mount(address.substring(0, cut), folder), 1, Integer::sum);
                    return;
                }
            }
        }
    }

    /** Returns the folders around a path, the root first. */
    private static List<String> folders(String path) {
        var folders = new ArrayList<>(List.of(""));
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash + 1));
        }
        folders.sort(Comparator.comparingInt(String::length));
        return folders;
    }

    /** Returns what the site calls a page: no ending, no index, no case. */
    private static String address(String path) {
        var end = path.endsWith("/") ? path.length() - 1 : path.length();
        return TreePath.topicId(path.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static String key(String path) {
        return path.endsWith(".md") || path.endsWith(".yml") ? path : path + ".md";
    }
}
