package org.ringfence.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.Source;

/**
 * Finds included files: beside the file that includes them if they lie in a folder that was walked,
 * else among all that were walked by the last parts of their paths, the nearest one first. It never
 * opens a file elsewhere.
 */
final class Neighbourhood implements Neighbours {
    private final Path base;
    private final Decoder decoder;
    private final Function<Path, String> names;
    private final Map<String, List<Path>> byName = new HashMap<>();

    /**
     * @param files those that were walked, in the order of their paths
     * @param base what relative paths of sources are relative to
     * @param names how a file is named in reports
     */
    Neighbourhood(List<Path> files, Path base, Decoder decoder, Function<Path, String> names) {
        this.base = base;
        this.decoder = decoder;
        this.names = names;
        for (Path file : files) {
            byName.computeIfAbsent(lastPart(file.toString()), name -> new ArrayList<>()).add(file);
        }
    }

    private static String lastPart(String path) {
        String slashed = path.replace('\\', '/');
        return slashed.substring(slashed.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> path(String from, String name) {
        String wanted = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        while (wanted.startsWith("../") || wanted.startsWith("./")) {
            wanted = wanted.substring(wanted.indexOf('/') + 1);
        }
        List<Path> candidates = byName.getOrDefault(lastPart(wanted), List.of());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path including = base.resolve(from);
            Path exact = including.resolveSibling(name.replace('\\', '/')).normalize();
            return candidates.contains(exact)
                    ? Optional.of(names.apply(exact))
                    : nearest(candidates, wanted, including).map(names);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The one that shares most folders with the file that includes it. */
    private static Optional<Path> nearest(List<Path> candidates, String wanted, Path including) {
        Optional<Path> best = Optional.empty();
        int most = -1;
        for (Path candidate : candidates) {
            String path = candidate.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
            int shared = path.endsWith("/" + wanted) ? shared(candidate, including) : -1;
            if (shared > most) {
                most = shared;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private static int shared(Path a, Path b) {
        int count = 0;
        int least = Math.min(a.getNameCount(), b.getNameCount());
        while (count < least && a.getName(count).equals(b.getName(count))) {
            count++;
        }
        return count;
    }

    @Override
    public Optional<Source> open(String path) {
        Path file = base.resolve(path);
        try {
            if (Files.size(file) > decoder.limit()) {
                return Optional.empty();
            }
            return decoder.decode(Files.readAllBytes(file)) instanceof Decoder.Text text
                    ? Optional.of(new Source(path, text.text()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            // the walk reports the file itself as skipped; who includes it knows less
            return Optional.empty();
        }
    }
}
